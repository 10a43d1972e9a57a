// Runs page by page, the loaded pages kept up to date while one looks.
'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '@/components/shell/trpc';
import type { RunStatus } from '@/lib/engine/record';
import { isOver } from './run-model';

const pageSize = 50;
const busyMs = 1_000;
const idleMs = 3_000;
/** Who has loaded many pages reads old ones: those are asked for again less often. */
const manyPages = 4;
const manyMs = 15_000;

export interface RunFilter {
  flowId?: string | undefined;
  status?: RunStatus | undefined;
}

export function useRunHistory(filter: RunFilter) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return useInfiniteQuery({
    queryKey: [...trpc.runs.list.queryKey(), 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      client.runs.list.query(
        { limit: pageSize, ...filter, ...(pageParam === '' ? {} : { before: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => {
      if ((data?.pages.length ?? 0) > manyPages) return manyMs;
      return data?.pages.some((page) => page.runs.some((run) => !isOver(run.status))) ? busyMs : idleMs;
    },
  });
}
