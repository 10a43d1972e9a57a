// The latest runs of all flows.
'use client';
import { useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import Link from 'next/link';
import { useTRPC } from '../shell/trpc';
import { Panel } from '../ui/panel';
import { QueryRegion } from '../ui/query-region';
import { RelativeTime } from '../ui/relative-time';
import { SkeletonRows } from '../ui/skeleton';
import { Status } from '../ui/status-icon';
import { durationText } from '../ui/units';

type Run = inferOutput<ReturnType<typeof useTRPC>['runs']['list']>['runs'][number];

const shownRuns = 6;

export function LatestRuns() {
  const trpc = useTRPC();
  const runs = useQuery({ ...trpc.runs.list.queryOptions({ limit: shownRuns }), refetchInterval: 10_000 });
  const all = (
    <Link href="/runs" className="text-accent hover:underline">
      All runs
    </Link>
  );
  return (
    <Panel title="Latest runs" actions={all}>
      <QueryRegion
        query={runs}
        what="The latest runs"
        skeleton={<SkeletonRows rows={3} label="The latest runs are loading" />}
      >
        {(page) => (
          <ul>
            {page.runs.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
            {page.runs.length === 0 && (
              <li className="border-t border-line px-4 py-3 text-ink2">No flow has run yet.</li>
            )}
          </ul>
        )}
      </QueryRegion>
    </Panel>
  );
}

function RunRow({ run }: { run: Run }) {
  return (
    <li className="relative flex h-row items-center gap-3 border-t border-line px-4 hover:bg-hover">
      <Status status={run.status} className="w-28 shrink-0" />
      <Link
        href={`/flows/${run.flowId}/runs/${run.id}`}
        className="min-w-0 flex-1 truncate font-medium outline-offset-[-2px] after:absolute after:inset-0"
      >
        {run.flowName}
      </Link>
      <span className="hidden text-small text-ink3 sm:inline">
        {run.duration === undefined ? '' : durationText(run.duration)}
      </span>
      <RelativeTime time={run.startedAt} className="w-20 shrink-0 text-right text-small text-ink3" />
    </li>
  );
}
