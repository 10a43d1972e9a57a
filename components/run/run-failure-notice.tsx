// One line over the canvas of a failed run: which step, and what it said.
'use client';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/button';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { titleOf } from '@/lib/flow/title';
import type { RunStore } from './run-store';

interface RunFailureNoticeProps {
  store: RunStore;
  onSelect(name: string): void;
}

export function RunFailureNotice({ store, onSelect }: RunFailureNoticeProps) {
  const error = useStore(store, (view) => view.run?.error);
  if (!error) return null;
  const { action } = error;
  return (
    <div
      role="status"
      className="flex items-center gap-2 border-b border-line bg-err-soft px-4 py-1.5 text-err"
    >
      <SeverityIcon severity="error" decorative />
      <span className="min-w-0 flex-1 truncate" title={error.message}>
        {action === undefined ? 'The run failed' : `${titleOf(action)} failed`}: {error.message}
      </span>
      {action !== undefined && (
        <Button size="small" onClick={() => onSelect(action)}>
          Show the step
        </Button>
      )}
    </div>
  );
}
