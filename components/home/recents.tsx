// The flows and connectors that were edited last.
'use client';
import { useQuery } from '@tanstack/react-query';
import { Rows3 } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTRPC } from '../shell/trpc';
import { BrandTile } from '../ui/brand-tile';
import { EmptyState } from '../ui/empty-state';
import { Panel } from '../ui/panel';
import { QueryRegion } from '../ui/query-region';
import { RelativeTime } from '../ui/relative-time';
import { SkeletonRows } from '../ui/skeleton';
import { Status } from '../ui/status-icon';

interface Recent {
  id: string;
  name: string;
  href: string;
  tile: ReactNode;
  what: string;
  state: ReactNode;
  modifiedAt: number;
}

const shownRecents = 5;

function useRecents() {
  const trpc = useTRPC();
  const flows = useQuery(trpc.flows.list.queryOptions());
  const connectors = useQuery(trpc.connectors.list.queryOptions());
  const items: Recent[] | undefined = flows.data &&
    connectors.data && [
      ...flows.data.map((flow) => ({
        id: flow.id,
        name: flow.name,
        href: flow.hasDraft || flow.version === 0 ? `/flows/${flow.id}/edit` : `/flows/${flow.id}`,
        tile: (
          <span className="grid size-8 shrink-0 place-items-center rounded-control bg-sunken text-ink2">
            <Rows3 aria-hidden="true" />
          </span>
        ),
        what: flow.solutionName ? `Flow · ${flow.solutionName}` : 'Flow',
        state: flow.lastRun && <Status status={flow.lastRun.status} className="text-small" />,
        modifiedAt: flow.modifiedAt,
      })),
      ...connectors.data.map((connector) => ({
        id: connector.id,
        name: connector.name,
        href: `/connectors/${connector.id}/edit/general`,
        tile: <BrandTile name={connector.name} color={connector.brandColor} iconUrl={connector.iconUrl} />,
        what: connector.host ? `Connector · ${connector.host}` : 'Connector',
        state: undefined,
        modifiedAt: connector.modifiedAt,
      })),
    ];
  const data = items?.sort((a, b) => b.modifiedAt - a.modifiedAt).slice(0, shownRecents);
  const refetch = () => Promise.all([flows.refetch(), connectors.refetch()]);
  return { data, error: flows.error ?? connectors.error, refetch };
}

export function Recents() {
  const recents = useRecents();
  return (
    <Panel title="Continue">
      <QueryRegion
        query={recents}
        what="What was edited last"
        skeleton={<SkeletonRows rows={shownRecents} label="Loading what was edited last" />}
      >
        {(latest) =>
          latest.length === 0 ? (
            <EmptyState className="border-t border-line px-4 py-6" title="Nothing made here yet.">
              An OpenAPI file becomes a connector; its operations become the steps of flows.
            </EmptyState>
          ) : (
            <ul>
              {latest.map((item) => (
                <RecentRow key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </QueryRegion>
    </Panel>
  );
}

function RecentRow({ item }: { item: Recent }) {
  return (
    <li className="relative flex items-center gap-3 border-t border-line px-4 py-2 hover:bg-hover">
      {item.tile}
      <div className="min-w-0 flex-1">
        <Link
          href={item.href}
          className="block truncate font-medium outline-offset-[-2px] after:absolute after:inset-0"
        >
          {item.name}
        </Link>
        <p className="truncate text-small text-ink3">{item.what}</p>
      </div>
      {item.state}
      <RelativeTime time={item.modifiedAt} className="w-20 shrink-0 text-right text-small text-ink3" />
    </li>
  );
}
