// A run comes without its repetitions: the first ones are fetched at once, the ones a person pages to when asked for.
'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import type { RepetitionCounts } from './run-model';
import { type RunStore, receive, recordKey } from './run-store';

/** How many repetitions around the wanted one are fetched together. */
const windowSize = 50;

export function useShownRepetitions(
  store: RunStore,
  runId: string,
  counts: readonly RepetitionCounts[] | undefined,
) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const load = useCallback(
    async (name: string, offset: number, repetitions: readonly RepetitionCounts[] = []) => {
      const query = trpc.runs.repetitions.queryOptions({ runId, name, offset, limit: windowSize });
      const { records } = await client.fetchQuery(query);
      if (store.getState().runId === runId) receive(store, { records, repetitions });
    },
    [client, runId, store, trpc],
  );

  useEffect(() => {
    for (const count of counts ?? []) load(count.name, 0, [count]).catch(() => undefined);
  }, [counts, load]);

  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.shown === before.shown) return;
        for (const [loop, index] of Object.entries(now.shown)) {
          if (before.shown[loop] === index) continue;
          for (const name of namesInside(now.records.values(), loop)) {
            if (now.records.has(recordKey(name, [{ index }]))) continue;
            load(name, Math.max(0, index - windowSize / 2)).catch(() => undefined);
          }
        }
      }),
    [load, store],
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
