// The line under the canvas in a run: what it is, how it stands, one bar per step on a time axis.
'use client';
import { Square, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Status, statusWord } from '@/components/ui/status-icon';
import { clockText, durationText } from '@/components/ui/units';
import { titleOf } from '@/lib/flow/title';
import { isOver, type RunRecord } from './run-model';
import type { RunStore } from './run-store';
import { useCancelRun } from './use-cancel-run';
import { useTick } from './use-tick';

interface RunBarProps {
  store: RunStore;
  onClose?: (() => void) | undefined;
  onSelect(name: string): void;
  children?: ReactNode;
}

const mostBars = 60;

export function RunBar({ store, onClose, onSelect, children }: RunBarProps) {
  const run = useStore(store, (view) => view.run);
  const cancel = useCancelRun(run?.id);
  const clockAhead = useStore(store, (view) => view.clockAhead);
  const now = useTick(run !== undefined && run.finishedAt === undefined ? 200 : undefined, clockAhead);
  if (!run) {
    return (
      <footer className="flex h-9 shrink-0 items-center justify-between border-t border-line bg-surface px-4 text-small text-ink3">
        Loading the run…
        {onClose && <HideRun onClose={onClose} />}
      </footer>
    );
  }
  const end = run.finishedAt ?? now;
  return (
    <section
      aria-label="Run"
      className="flex h-9 shrink-0 items-center gap-3.5 border-t border-line bg-surface px-4 text-small text-ink2"
    >
      <strong className="shrink-0 font-semibold text-ink">
        {run.kind === 'draft' ? 'Draft run' : `Run${run.version ? ` of version ${run.version}` : ''}`}{' '}
        {clockText(run.startedAt)}
      </strong>
      <span className="flex shrink-0 items-center gap-1.5">
        <Status status={run.status} />
        <span>{durationText(end - run.startedAt)}</span>
      </span>
      <Bars store={store} start={run.startedAt} end={end} onSelect={onSelect} />
      <span className="ml-auto flex shrink-0 items-center gap-1">
        {!isOver(run.status) && (
          <Button
            size="small"
            icon={<Square aria-hidden="true" />}
            busy={cancel.isPending}
            onClick={() => cancel.mutate({ id: run.id })}
          >
            Cancel run
          </Button>
        )}
        {children}
        {onClose && <HideRun onClose={onClose} />}
      </span>
    </section>
  );
}

function HideRun({ onClose }: { onClose: () => void }) {
  return <IconButton icon={<X aria-hidden="true" />} label="Hide this run" size="small" onClick={onClose} />;
}

const colours: Record<string, string> = {
  Succeeded: 'bg-ok',
  Failed: 'bg-err',
  TimedOut: 'bg-err',
  Running: 'bg-run',
  Waiting: 'bg-run',
  Cancelled: 'bg-ink3',
};

interface BarsProps {
  store: RunStore;
  start: number;
  end: number;
  onSelect(name: string): void;
}

function Bars({ store, start, end, onSelect }: BarsProps) {
  const all = useStore(store, (view) => view.records);
  const records = [...all.values()]
    .filter((record) => record.iteration.length === 0 && record.status !== 'Skipped')
    .sort((a, b) => a.startTime - b.startTime)
    .slice(0, mostBars);
  const whole = Math.max(1, end - start);
  const place = (record: RunRecord) => {
    const left = ((record.startTime - start) / whole) * 100;
    const width = (((record.endTime ?? end) - record.startTime) / whole) * 100;
    return { left: `${Math.max(0, Math.min(left, 99))}%`, width: `max(6px, ${Math.min(width, 100)}%)` };
  };
  return (
    <span
      className="relative h-4 min-w-24 flex-1 overflow-hidden"
      role="toolbar"
      aria-label="Steps on a time axis"
    >
      {records.map((record) => (
        <button
          key={record.name}
          type="button"
          tabIndex={-1}
          title={`${titleOf(record.name)}: ${statusWord(record.status)}${
            record.endTime === undefined ? '' : `, ${durationText(record.endTime - record.startTime)}`
          }`}
          aria-label={`${titleOf(record.name)}, ${statusWord(record.status).toLowerCase()}`}
          onClick={() => onSelect(record.name)}
          style={place(record)}
          className={`absolute top-[5px] h-1.5 rounded-full border-l border-surface ${colours[record.status] ?? 'bg-lineS'}`}
        />
      ))}
    </span>
  );
}
