// How the iterations of a loop on screen stand: asked for again every second while the run goes on.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTRPC } from '@/components/shell/trpc';
import type { IterationSpan } from '@/lib/engine/iteration-states';
import { readIterationPath, toIterationPath } from '@/lib/engine/record';
import { countTurns, findShownRecord, type RunStore, receiveBegun, shownPath } from './run-store';
import { useOnChange } from './use-on-change';

const busyMs = 1_000;
const none: readonly IterationSpan[] = [];

/** `loops` are those around a loop and the loop itself, outermost first. A loop of a single item is not asked about. */
export function useIterations(store: RunStore, loops: readonly string[]) {
  const trpc = useTRPC();
  const loop = loops.at(-1) ?? '';
  const around = loops.slice(0, -1);
  const runId = useStore(store, (view) => view.runId);
  const isOver = useStore(store, (view) => view.run?.finishedAt !== undefined);
  const total = useStore(store, (view) => countTurns(view, loops));
  const index = useStore(store, (view) => shownPath(view, loops).at(-1)?.index ?? 0);
  const within = useStore(store, (view) => toIterationPath(shownPath(view, around)));
  const changed = useStore(store, (view) => findShownRecord(view, loop, around)?.sequence);
  const answer = useQuery(
    trpc.runs.iterations.queryOptions(
      { runId: runId ?? '', loop, within: readIterationPath(within) },
      { enabled: runId !== undefined && total > 1, refetchInterval: isOver ? false : busyMs },
    ),
  );
  useOnChange(changed === undefined ? undefined : `${within} ${changed}`, () => void answer.refetch());
  const spans = answer.data?.spans ?? none;
  useEffect(() => {
    const last = spans.at(-1);
    if (!last || store.getState().runId !== runId) return;
    receiveBegun(store, [...readIterationPath(within), { loop, index: last.from + last.count - 1 }]);
  }, [spans, store, runId, within, loop]);
  return { total, index, spans };
}
