// Times of a step under way, counted on the server's clock: how long it has taken, and when its call is sent again.
'use client';
import { useStep } from '@/components/designer/step/use-step';
import { useRun } from '@/components/designer/store/designer-context';
import { durationText } from '@/components/ui/units';
import { countRetries, readRetryPolicy } from '@/lib/engine/retry-policy';
import { ownProperty } from '@/lib/json';
import { isRetrying, type RunRecord } from './run-model';
import { useTick } from './use-tick';

/** Duration of a finished step; a step under way counts up from its first second. */
export function Elapsed({ record }: { record: RunRecord }) {
  const running = record.endTime === undefined && record.status === 'Running' && !isRetrying(record);
  const now = useTick(
    running ? 100 : undefined,
    useRun((view) => view.clockAhead),
  );
  if (record.status === 'Skipped') return null;
  if (record.endTime !== undefined) return durationText(record.endTime - record.startTime);
  if (!running || now - record.startTime < 1000) return null;
  return `${((now - record.startTime) / 1000).toFixed(1)} s`;
}

/** `Retry 2 of 4 in 7 s`. */
export function RetryCountdown({ record }: { record: RunRecord }) {
  const step = useStep(record.name);
  const now = useTick(
    250,
    useRun((view) => view.clockAhead),
  );
  const policy = readRetryPolicy(ownProperty(ownProperty(step, 'inputs'), 'retryPolicy'));
  return retryText(record, countRetries(policy), now);
}

/** What a call says that waits for its next sending; `most` is how many retries it has. */
export function retryText({ sent = 1, due = 0 }: RunRecord, most: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((due - now) / 1000));
  return `Retry ${sent} of ${Math.max(sent, most)} in ${seconds < 90 ? `${seconds} s` : durationText(due - now)}`;
}
