// What needs a person: runs that wait for a decision or failed within a day, connections that fail, connectors with errors.
'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTRPC } from '../shell/trpc';
import { Panel } from '../ui/panel';
import { QueryRegion } from '../ui/query-region';
import { RelativeTime } from '../ui/relative-time';
import { SeverityIcon } from '../ui/severity-icon';
import { SkeletonRows } from '../ui/skeleton';
import { StatusIcon } from '../ui/status-icon';

interface Matter {
  key: string;
  icon: ReactNode;
  title: string;
  reason: string;
  href: string;
  time?: number | undefined;
}

const day = 24 * 60 * 60 * 1000;
const shownMatters = 8;

function useMatters() {
  const trpc = useTRPC();
  const runs = useQuery({
    ...trpc.runs.list.queryOptions({ status: 'Failed', limit: 20 }),
    refetchInterval: 30_000,
  });
  const waiting = useQuery({
    ...trpc.runs.list.queryOptions({ inDoubt: true, limit: 20 }),
    refetchInterval: 30_000,
  });
  const connections = useQuery(trpc.connections.list.queryOptions());
  const connectors = useQuery(trpc.connectors.list.queryOptions());
  const since = Date.now() - day;
  const loaded = runs.data && waiting.data && connections.data && connectors.data;
  const data: Matter[] | undefined = loaded && [
    ...waiting.data.runs.map((run) => ({
      key: run.id,
      icon: <StatusIcon status="InDoubt" decorative />,
      title: run.flowName,
      reason:
        run.inDoubt === 1 ? '1 call waits for a decision.' : `${run.inDoubt} calls wait for a decision.`,
      href: `/flows/${run.flowId}/runs/${run.id}`,
      time: run.startedAt,
    })),
    ...connections.data
      .filter((one) => one.status === 'failing')
      .map((one) => ({
        key: one.id,
        icon: <SeverityIcon severity="error" decorative />,
        title: one.name,
        reason: one.lastError ?? 'The connection fails.',
        href: `/connections?fix=${one.id}`,
      })),
    ...connectors.data
      .filter((one) => one.problems.error > 0)
      .map((one) => ({
        key: one.id,
        icon: <SeverityIcon severity="error" decorative />,
        title: one.name,
        reason:
          one.problems.error === 1
            ? '1 error in its definition.'
            : `${one.problems.error} errors in its definition.`,
        href: `/connectors/${one.id}/edit/definition`,
      })),
    ...runs.data.runs
      .filter((run) => run.startedAt > since)
      .map((run) => ({
        key: run.id,
        icon: <StatusIcon status={run.status} decorative />,
        title: run.flowName,
        reason: run.error?.message ?? 'The run failed.',
        href: `/flows/${run.flowId}/runs/${run.id}`,
        time: run.startedAt,
      })),
  ];
  const queries = [runs, waiting, connections, connectors];
  return {
    data,
    error: queries.find((query) => query.error)?.error,
    refetch: () => Promise.all(queries.map((query) => query.refetch())),
  };
}

export function Attention() {
  return (
    <Panel title="Needs attention">
      <QueryRegion
        query={useMatters()}
        what="What needs attention"
        skeleton={<SkeletonRows rows={2} label="Looking for what needs attention" />}
      >
        {(matters) =>
          matters.length === 0 ? (
            <p className="border-t border-line px-4 py-3 text-ink2">Nothing failed in the last 24 hours.</p>
          ) : (
            <ul>
              {matters.slice(0, shownMatters).map((matter) => (
                <MatterRow key={matter.key} matter={matter} />
              ))}
            </ul>
          )
        }
      </QueryRegion>
    </Panel>
  );
}

function MatterRow({ matter }: { matter: Matter }) {
  return (
    <li className="relative flex items-start gap-2.5 border-t border-line px-4 py-2 hover:bg-hover">
      <span className="mt-0.5">{matter.icon}</span>
      <div className="min-w-0 flex-1">
        <Link
          href={matter.href}
          className="block truncate font-medium outline-offset-[-2px] after:absolute after:inset-0"
        >
          {matter.title}
        </Link>
        <p className="line-clamp-2 text-small text-ink2">{matter.reason}</p>
      </div>
      {matter.time !== undefined && (
        <RelativeTime time={matter.time} className="shrink-0 text-small text-ink3" />
      )}
    </li>
  );
}
