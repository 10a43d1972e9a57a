'use client';
// Of a long loop only the first repetitions come with the run; the ones a person pages to are fetched when asked for.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { type RunStore, receive, recordKey } from './run-store';

/** How many repetitions around the wanted one are fetched together. */
const windowSize = 50;

export function useShownRepetitions(store: RunStore, runId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.shown === before.shown) return;
        for (const [loop, index] of Object.entries(now.shown)) {
          if (before.shown[loop] === index) continue;
          for (const name of namesInside(now.records.values(), loop)) {
            if (now.records.has(recordKey(name, [{ index }]))) continue;
            const offset = Math.max(0, index - windowSize / 2);
            void client
              .fetchQuery(trpc.runs.repetitions.queryOptions({ runId, name, offset, limit: windowSize }))
              .then(({ records }) => store.getState().runId === runId && receive(store, { records }))
              .catch(() => undefined);
          }
        }
      }),
    [client, runId, store, trpc],
  );
}

/** Actions that stand directly in the iterations of a loop, as far as records of them are known. */
function namesInside(
  records: Iterable<{ name: string; iteration: readonly { loop: string }[] }>,
  loop: string,
): Set<string> {
  const names = new Set<string>();
  for (const { name, iteration } of records) if (iteration.at(-1)?.loop === loop) names.add(name);
  return names;
}
