// A call whose outcome is unknown: a person looks and decides; nothing is sent twice by itself.
'use client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { announce } from '@/components/ui/live-region';
import { StatusIcon } from '@/components/ui/status-icon';
import { notifyError } from '@/components/ui/toast';
import type { RunRecord } from './run-model';

type Decision = 'send-again' | 'worked' | 'failed' | 'cancel-run';

const choices: readonly { decision: Decision; label: string; says: string }[] = [
  {
    decision: 'send-again',
    label: 'Send again',
    says: 'The call is sent once more. If it had worked, it happens twice.',
  },
  {
    decision: 'worked',
    label: 'It worked',
    says: 'The step counts as succeeded, without outputs, and the run goes on.',
  },
  {
    decision: 'failed',
    label: 'It failed',
    says: 'The step counts as failed, and what handles failures runs.',
  },
  { decision: 'cancel-run', label: 'Cancel run', says: 'The run ends here.' },
];

export function DoubtPanel({ runId, record }: { runId: string; record: RunRecord }) {
  const trpc = useTRPC();
  const [asked, setAsked] = useState<Decision>();
  const decide = useMutation(
    trpc.runs.decide.mutationOptions({
      onSuccess: () => announce('Decided. The run goes on.'),
      onError: notifyError,
      onSettled: () => setAsked(undefined),
    }),
  );
  const choice = choices.find((each) => each.decision === asked);
  return (
    <section aria-label="In doubt" className="rounded-card border border-warn bg-warn-soft/50 p-3">
      <h3 className="flex items-center gap-1.5 font-semibold text-warn">
        <StatusIcon status="InDoubt" decorative />
        It is not known whether this call worked
      </h3>
      <p className="mt-0.5 break-words">
        {record.error?.message ?? 'The connection was lost after the call was sent.'}
      </p>
      <p className="mt-1">Look in the service itself, then say how it went.</p>
      <div className="mt-2.5 flex flex-wrap gap-2">
        {choices.map(({ decision, label, says }) => (
          <Button key={decision} size="small" title={says} onClick={() => setAsked(decision)}>
            {label}
          </Button>
        ))}
      </div>
      <ConfirmDialog
        open={choice !== undefined}
        onOpenChange={(open) => !open && setAsked(undefined)}
        title={choice?.label ?? ''}
        description={choice?.says}
        confirmLabel={choice?.label ?? ''}
        busy={decide.isPending}
        onConfirm={() => {
          if (!asked) return;
          decide.mutate({ runId, name: record.name, iteration: record.iteration, decision: asked });
        }}
      />
    </section>
  );
}
