// A run comes without what is inside its loops: the iteration on screen of each loop is asked for when it is shown.
'use client';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useTRPC } from '@/components/shell/trpc';
import { readIterationPath, toIterationPath } from '@/lib/engine/record';
import type { FlowDefinition } from '@/lib/flow/definition';
import { isLoop, listActions } from '@/lib/flow/tree';
import { countTurns, type RunStore, type RunView, receive, recordKey, shownPath } from './run-store';
import { useSettled } from './use-settled';

/** While a run goes on, the newest iterations come by themselves: only where one stays is it asked for. */
const settledMs = 150;

/** Every loop of a flow with those around it, outermost first. */
export function listLoopChains(definition: FlowDefinition): string[][] {
  const actions = listActions(definition);
  const loops = new Set(actions.filter(({ action }) => isLoop(action)).map(({ name }) => name));
  return actions
    .filter(({ name }) => loops.has(name))
    .map(({ name, container }) => [...container.filter((each) => loops.has(each)), name]);
}

/** Paths of the iterations on screen, a line each; those of loops that have not begun are left out. */
function shownPaths(view: RunView, chains: readonly (readonly string[])[]): string {
  return chains
    .filter((loops) => countTurns(view, loops) > 0)
    .map((loops) => toIterationPath(shownPath(view, loops)))
    .join('\n');
}

/** Those beside the iteration chosen last, which a person most likely steps to; none while the run goes on. */
function pathsBeside({ chosen, run, records }: RunView): string[] {
  const last = chosen.at(-1);
  if (!last || run?.finishedAt === undefined) return [];
  const around = chosen.slice(0, -1);
  const turns = records.get(recordKey(last.loop, around))?.items ?? 0;
  return [last.index - 1, last.index + 1]
    .filter((index) => index >= 0 && index < turns)
    .map((index) => toIterationPath([...around, { loop: last.loop, index }]));
}

/** `failed` when one of them could not be loaded. */
export function useShownIterations(
  store: RunStore,
  { runId, definition }: { runId: string; definition: FlowDefinition },
): { failed: boolean; retry(): void } {
  const trpc = useTRPC();
  const chains = useMemo(() => listLoopChains(definition), [definition]);
  const paths = useStore(store, (view) => shownPaths(view, chains));
  const isOver = useStore(store, (view) => view.run?.finishedAt !== undefined);
  const beside = useStore(store, (view) => pathsBeside(view).join('\n'));
  const wanted = useSettled(paths, isOver ? 0 : settledMs);
  const asked = new Set(`${wanted}\n${beside}`.split('\n').filter((path) => path !== ''));
  const answers = useQueries({
    queries: [...asked].map((path) =>
      trpc.runs.iteration.queryOptions({ runId, iteration: readIterationPath(path) }),
    ),
  });
  useEffect(() => {
    if (store.getState().runId !== runId) return;
    receive(store, { records: answers.flatMap(({ data }) => data?.records ?? []) });
  }, [answers, runId, store]);
  return {
    failed: answers.some(({ isError }) => isError),
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
  };
}
