// The rows of a run history.
'use client';
import type { inferOutput } from '@trpc/tanstack-react-query';
import Link from 'next/link';
import type { useTRPC } from '../shell/trpc';
import { Badge } from '../ui/badge';
import { durationText, RelativeTime } from '../ui/relative-time';
import { Status } from '../ui/status-icon';
import { RowLink, Table, Td, Th, Tr } from '../ui/table';

type Run = inferOutput<ReturnType<typeof useTRPC>['runs']['list']>['runs'][number];

export function RunRows({ runs, withFlow }: { runs: readonly Run[]; withFlow: boolean }) {
  return (
    <Table label={withFlow ? 'Runs' : 'Run history'} className="border-t border-line">
      <thead>
        <tr>
          <Th>Start</Th>
          {withFlow && <Th>Flow</Th>}
          <Th>Status</Th>
          <Th className="hidden sm:table-cell">Duration</Th>
          <Th className="hidden md:table-cell">Version</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} withFlow={withFlow} />
        ))}
      </tbody>
    </Table>
  );
}

function RunRow({ run, withFlow }: { run: Run; withFlow: boolean }) {
  const exact = new Date(run.startedAt).toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  return (
    <Tr>
      <Td className="whitespace-nowrap">
        <RowLink href={`/flows/${run.flowId}/runs/${run.id}`}>{exact}</RowLink>{' '}
        <RelativeTime time={run.startedAt} className="ml-2 hidden text-small text-ink3 lg:inline" />
      </Td>
      {withFlow && (
        <Td>
          <Link href={`/flows/${run.flowId}`} className="relative z-10 hover:underline">
            {run.flowName}
          </Link>
        </Td>
      )}
      <Td>
        <span className="flex flex-wrap items-center gap-x-3">
          <Status status={run.inDoubt > 0 ? 'InDoubt' : run.status} />
          {run.error && (
            <span className="line-clamp-1 max-w-80 text-small text-ink3">{run.error.message}</span>
          )}
        </span>
      </Td>
      <Td className="hidden whitespace-nowrap text-ink2 sm:table-cell">
        {run.duration === undefined ? '' : durationText(run.duration)}
      </Td>
      <Td className="hidden whitespace-nowrap text-ink2 md:table-cell">
        {run.kind === 'draft' ? (
          <Badge>Draft run</Badge>
        ) : (
          run.version !== undefined && `Version ${run.version}`
        )}
      </Td>
    </Tr>
  );
}
