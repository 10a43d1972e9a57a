// Every sending of a call: when, where to, what came back.

import { clockText, durationText } from '@/components/ui/units';
import { codeText } from './run-model';

export interface AttemptView {
  startTime: number;
  endTime?: number | undefined;
  method: string;
  url: string;
  statusCode?: number | undefined;
  code?: string | undefined;
  message?: string | undefined;
}

export function Attempts({ attempts }: { attempts: readonly AttemptView[] }) {
  if (attempts.length === 0) return null;
  return (
    <section aria-label="Attempts">
      <h3 className="mb-1.5 font-semibold">
        {attempts.length === 1 ? 'Request' : `Attempts (${attempts.length})`}
      </h3>
      <ol className="divide-y divide-line rounded-control border border-line text-small">
        {attempts.map((attempt) => (
          <li key={attempt.startTime} className="px-2.5 py-1.5">
            <div className="font-mono break-all">
              {attempt.method} {attempt.url}
            </div>
            <div className="text-ink2">
              {clockText(attempt.startTime)} · {outcome(attempt)}
              {attempt.endTime !== undefined && ` · ${durationText(attempt.endTime - attempt.startTime)}`}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function outcome({ statusCode, code, message }: AttemptView): string {
  if (statusCode !== undefined) return codeText(String(statusCode));
  return message ?? code ?? 'under way';
}
