// What the search can jump to, and how it is found: all words must occur, names that start with the query come first.
'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Key, Package, Plus, Rows3 } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { BrandTile } from '../ui/brand-tile';
import { places, settingsPlace } from './places';
import { useTRPC } from './trpc';

export interface JumpEntry {
  key: string;
  label: string;
  /** Flow, Connector, Operation, Connection, Solution, Go to, New. */
  group: string;
  href: string;
  icon: ReactNode;
}

const fixed: JumpEntry[] = [
  ...[...places, settingsPlace].map((place) => ({ ...place, key: `go ${place.href}`, group: 'Go to' })),
  {
    key: 'new flow',
    label: 'New instant flow',
    group: 'New',
    href: '/flows?new=instant',
    icon: <Plus aria-hidden="true" />,
  },
  {
    key: 'new connector',
    label: 'Import OpenAPI file',
    group: 'New',
    href: '/connectors/new',
    icon: <Plus aria-hidden="true" />,
  },
];

export function useJumps(): JumpEntry[] {
  const trpc = useTRPC();
  const flows = useQuery(trpc.flows.list.queryOptions({})).data;
  const connectors = useQuery(trpc.connectors.list.queryOptions({})).data;
  const connections = useQuery(trpc.connections.list.queryOptions()).data;
  const solutions = useQuery(trpc.solutions.list.queryOptions()).data;
  return useMemo(
    () => [
      ...(flows ?? []).map((flow) => ({
        key: flow.id,
        label: flow.name,
        group: 'Flow',
        href: `/flows/${flow.id}`,
        icon: <Rows3 aria-hidden="true" />,
      })),
      ...(connectors ?? []).map((connector) => ({
        key: connector.id,
        label: connector.name,
        group: 'Connector',
        href: `/connectors/${connector.id}/edit/general`,
        icon: (
          <BrandTile
            name={connector.name}
            color={connector.brandColor}
            iconUrl={connector.iconUrl}
            size={20}
          />
        ),
      })),
      ...(connections ?? []).map((connection) => ({
        key: connection.id,
        label: connection.name,
        group: 'Connection',
        href: `/connections?q=${encodeURIComponent(connection.name)}`,
        icon: <Key aria-hidden="true" />,
      })),
      ...(solutions ?? []).map((solution) => ({
        key: solution.id,
        label: solution.displayName,
        group: 'Solution',
        href: `/solutions/${solution.id}`,
        icon: <Package aria-hidden="true" />,
      })),
      ...fixed,
    ],
    [flows, connectors, connections, solutions],
  );
}

const fewestLetters = 2;
const mostOperations = 8;

/** Operations of all connectors, as the palette of the designer ranks them; none before two letters are typed. */
export function useOperationJumps(query: string): JumpEntry[] {
  const trpc = useTRPC();
  const wanted = query.trim();
  const enabled = wanted.length >= fewestLetters;
  const connectors = useQuery(trpc.connectors.list.queryOptions({})).data;
  const { data } = useQuery({
    ...trpc.connectors.searchOperations.queryOptions({ query: wanted, tab: 'custom', limit: mostOperations }),
    enabled,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    if (!enabled || !data) return [];
    const hits = data.groups?.flatMap((group) => group.hits) ?? data.hits;
    return hits.slice(0, mostOperations).flatMap(({ entry }): JumpEntry[] => {
      const connector = connectors?.find(({ apiId }) => apiId === entry.owner);
      if (!connector) return [];
      return [
        {
          key: entry.id,
          label: entry.label,
          group: `Operation of ${connector.name}`,
          href: `/connectors/${connector.id}/edit/definition?operation=${encodeURIComponent(entry.operationId)}`,
          icon: (
            <BrandTile
              name={connector.name}
              color={connector.brandColor}
              iconUrl={connector.iconUrl}
              size={20}
            />
          ),
        },
      ];
    });
  }, [enabled, data, connectors]);
}

export function searchJumps(entries: readonly JumpEntry[], query: string): JumpEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = entries.filter((entry) => {
    const text = `${entry.label} ${entry.group}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const first = words[0];
  const rank = (entry: JumpEntry) => (first && entry.label.toLowerCase().startsWith(first) ? 0 : 1);
  return matches.sort((a, b) => rank(a) - rank(b)).slice(0, 50);
}
