// Keeps the store of the shown run equal to the server: what is there first, then every change as it happens, and what
// is inside the loops that are on screen. Draws nothing but a line when that is not possible.
'use client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useDesigner } from '@/components/designer/store/designer-context';
import { useTRPC } from '@/components/shell/trpc';
import { Button } from '@/components/ui/button';
import { describeError } from '@/components/ui/describe-error';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { type RunStore, receive, showIteration } from './run-store';
import { useLiveChanges } from './use-live-changes';
import { useOnChange } from './use-on-change';
import { useSettled } from './use-settled';
import { useShownIterations } from './use-shown-iterations';

/** A stream that is back within this time was not missed by anybody. */
const noticedMs = 1_000;

interface LiveRunProps {
  store: RunStore;
  runId: string;
  flowId: string;
  /** There is no such run of the flow: it was deleted, or the link is wrong. */
  onGone?: (() => void) | undefined;
}

export function LiveRun({ store, runId, flowId, onGone }: LiveRunProps) {
  const trpc = useTRPC();
  const first = useQuery(trpc.runs.get.queryOptions({ id: runId }, { staleTime: 0 }));
  const [after, setAfter] = useState<number>();
  const definition = useDesigner((state) => state.flow.definition);
  const inside = useShownIterations(store, { runId, definition });

  const isGone = first.data
    ? first.data.run.flowId !== flowId
    : first.isError && describeError(first.error).code === 'NOT_FOUND';
  useEffect(() => {
    if (isGone) onGone?.();
  }, [isGone, onGone]);

  useEffect(() => {
    if (!first.data || isGone) return;
    const { run, records, sequence, trouble, now } = first.data;
    receive(store, { run, records, sequence, trouble: trouble ?? null, serverTime: now });
    if (trouble && store.getState().chosen.length === 0) showIteration(store, trouble.iteration);
    setAfter((known) => known ?? sequence);
  }, [first.data, isGone, store]);

  const over = first.data?.run.finishedAt !== undefined;
  const live = useLiveChanges(store, {
    runId,
    after: over ? undefined : after,
    onLost: () => void first.refetch(),
  });
  // Where to look first is the server's to say: it is asked when the run ends, and when a call is in doubt or decided.
  const turn = useStore(store, ({ run }) => run && `${run.finishedAt ?? ''} ${run.inDoubt}`);
  useOnChange(turn, () => void first.refetch());

  const lost = useSettled(live.lost, noticedMs);
  if (first.isError && !first.data) {
    return (
      <Line onRetry={() => void first.refetch()}>
        The run could not be loaded. {describeError(first.error).message}
      </Line>
    );
  }
  if (lost && live.lost && !over) return <Line>Live view lost, reconnecting…</Line>;
  if (inside.failed) return <Line onRetry={inside.retry}>An iteration could not be loaded.</Line>;
  return null;
}

function Line({ children, onRetry }: { children: ReactNode; onRetry?: (() => void) | undefined }) {
  return (
    <div
      role="status"
      className="flex items-center gap-2 border-t border-line bg-warn-soft px-4 py-1.5 text-warn"
    >
      <SeverityIcon severity="warning" decorative />
      <span className="flex-1">{children}</span>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
