// The columns of the run history.
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { useTRPC } from '@/components/shell/trpc';
import { Badge } from '@/components/ui/badge';
import type { Column } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status-icon';
import { RowLink } from '@/components/ui/table';
import { clockText, durationText } from '@/components/ui/units';
import { titleOf } from '@/lib/flow/title';
import { ToDecide } from './to-decide';

export type RunRow = inferOutput<ReturnType<typeof useTRPC>['runs']['list']>['runs'][number];

const flowColumn: Column<RunRow> = {
  key: 'flow',
  header: 'Flow',
  className: 'max-w-60 truncate',
  cell: (run) => run.flowName,
};

/** `now` is the present time on the server's clock, for the runs that go on. */
export function runColumns({ withFlow, now }: { withFlow: boolean; now: number }): Column<RunRow>[] {
  return [
    {
      key: 'start',
      header: 'Start',
      className: 'whitespace-nowrap',
      cell: (run) => (
        <>
          <RowLink href={`/flows/${run.flowId}/runs/${run.id}`}>
            <RelativeTime time={run.startedAt} />
          </RowLink>
          <span className="pl-2 text-small text-ink3" suppressHydrationWarning>
            {clockText(run.startedAt)}
          </span>
        </>
      ),
    },
    ...(withFlow ? [flowColumn] : []),
    { key: 'status', header: 'Status', cell: (run) => <RunState run={run} /> },
    {
      key: 'duration',
      header: 'Duration',
      className: 'whitespace-nowrap',
      cell: (run) => durationText(run.duration ?? Math.max(0, (run.finishedAt ?? now) - run.startedAt)),
    },
    {
      key: 'trigger',
      header: 'Trigger',
      className: 'max-w-56 truncate text-ink2',
      cell: (run) => (run.trigger === 'manual' ? 'Manually trigger a flow' : titleOf(run.trigger)),
    },
    {
      key: 'version',
      header: 'Version',
      cell: (run) => <Badge>{run.kind === 'draft' ? 'Draft' : `Version ${run.version}`}</Badge>,
    },
  ];
}

function RunState({ run }: { run: RunRow }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Status status={run.status} />
      <ToDecide calls={run.inDoubt} />
      {run.error && (
        <span className="max-w-72 min-w-0 truncate text-small text-ink2" title={run.error.message}>
          {run.error.action ? `${titleOf(run.error.action)}: ` : ''}
          {run.error.message}
        </span>
      )}
    </span>
  );
}
