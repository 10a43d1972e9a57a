// One line over the canvas of a run that failed or waits for a decision: which step, in which iteration, and what it said.
'use client';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/class-names';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { StatusIcon } from '@/components/ui/status-icon';
import { titleOf } from '@/lib/flow/title';
import type { Trouble } from './run-model';
import { type RunStore, showIteration } from './run-store';

interface RunNoticeProps {
  store: RunStore;
  onSelect(name: string): void;
}

export function RunNotice({ store, onSelect }: RunNoticeProps) {
  const error = useStore(store, (view) => view.run?.error);
  const trouble = useStore(store, (view) => view.trouble);
  const inDoubt = trouble?.kind === 'in-doubt';
  if (!error && !inDoubt) return null;
  const text = trouble ? troubleText(trouble) : `The run failed: ${error?.message}`;
  return (
    <div
      role="status"
      className={cx(
        'flex items-center gap-2 border-b border-line px-4 py-1.5',
        inDoubt ? 'bg-warn-soft text-warn' : 'bg-err-soft text-err',
      )}
    >
      {inDoubt ? <StatusIcon status="InDoubt" decorative /> : <SeverityIcon severity="error" decorative />}
      <span className="min-w-0 flex-1 truncate" title={text}>
        {text}
      </span>
      {trouble && (
        <Button
          size="small"
          onClick={() => {
            showIteration(store, trouble.iteration);
            onSelect(trouble.name);
          }}
        >
          Show the step
        </Button>
      )}
    </div>
  );
}

/** `Pay invoice failed in iteration 3 of For each invoice (invoiceId INV-00017): 404 Not Found`. */
export function troubleText({ kind, name, iteration, message, item }: Trouble): string {
  const verb = kind === 'failed' ? 'failed' : 'waits for a decision';
  const where = [...iteration]
    .reverse()
    .map(({ loop, index }) => ` in iteration ${index + 1} of ${titleOf(loop)}`)
    .join(',');
  return `${titleOf(name)} ${verb}${where}${item === undefined ? '' : ` (${item})`}: ${message}`;
}
