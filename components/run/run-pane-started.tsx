// Last step of the Run flow pane.
'use client';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { StatusIcon } from '@/components/ui/status-icon';

interface RunPaneStartedProps {
  flowId: string;
  runId: string;
  onDone(): void;
}

export function RunPaneStarted({ flowId, runId, onDone }: RunPaneStartedProps) {
  const link = 'text-accent underline underline-offset-2';
  return (
    <>
      <div className="min-h-0 flex-1 px-4 py-4">
        <p className="flex items-start gap-2 font-semibold">
          <StatusIcon status="Succeeded" className="mt-0.5" decorative />
          Your flow run successfully started.
        </p>
        <p className="mt-1 pl-5.5 text-ink2">
          To monitor it, go to the{' '}
          <Link className={link} href={`/flows/${flowId}`}>
            Flow Runs Page
          </Link>
          , or{' '}
          <Link className={link} href={`/flows/${flowId}/runs/${runId}`}>
            open this run
          </Link>
          .
        </p>
      </div>
      <footer className="border-t border-line px-4 py-3">
        <Button variant="primary" autoFocus onClick={onDone}>
          Done
        </Button>
      </footer>
    </>
  );
}
