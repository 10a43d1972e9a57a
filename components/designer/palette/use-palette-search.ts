// A search of the palette at each keystroke: here where all entries are here, else on the server.
'use client';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import type { PaletteEntry, ShownEntry } from '@/lib/connector/palette/entries';
import { type PaletteResult, searchPalette } from '@/lib/connector/palette/search';
import { useDesignerContext } from '../store/designer-context';
import type { PaletteTab } from './palette-tabs';
import type { PaletteEntries } from './use-entries';

export interface PaletteQuery {
  query: string;
  tab: PaletteTab;
  role: PaletteEntry['role'];
  /** Ids of steps used lately, the latest first. */
  recent: readonly string[];
  /** API ids of the connectors that the flow uses. */
  inFlow: readonly string[];
  /** Only of this connector or built-in group. */
  owner: string | undefined;
}

interface PaletteSearch {
  /** Those of the query before until the server answers; undefined before its first answer. */
  result: PaletteResult<ShownEntry> | undefined;
  /** Whether the result is of the query at hand. */
  current: boolean;
  error: unknown;
  /** Asks the server for a text that has just been typed, before anything is drawn for it. */
  ask(text: string): void;
  /** The best hit for a text that may be newer than the query at hand. */
  findFirst(text: string): Promise<string | undefined>;
}

const longestQuery = 200;
/** The server takes what fits into an address. */
const mostInFlow = 40;

function searchHere(entries: readonly PaletteEntry[], { query, inFlow, owner, ...options }: PaletteQuery) {
  const more = owner === undefined ? {} : { owner };
  return searchPalette(entries, query, { ...options, ...more, inFlow: new Set(inFlow) });
}

export function usePaletteSearch({ all, builtIn }: PaletteEntries, search: PaletteQuery): PaletteSearch {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { palette } = useDesignerContext();
  const connector = search.owner === undefined ? undefined : palette.byApiId.get(search.owner.toLowerCase());
  // A built-in group is here in any case.
  const here = all ?? (search.owner !== undefined && !connector ? builtIn : undefined);
  const toQuery = useCallback(
    ({ query, tab, role, recent, inFlow }: PaletteQuery) =>
      trpc.connectors.searchOperations.queryOptions({
        query: query.slice(0, longestQuery),
        tab,
        role,
        recent: [...recent],
        inFlow: inFlow.slice(0, mostInFlow),
        ...(connector ? { connectorId: connector.id } : {}),
      }),
    [trpc, connector],
  );
  const isAsked = here === undefined && search.query.trim() !== '';
  const { data, error, isPlaceholderData } = useQuery({
    ...toQuery(search),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const found = useMemo(() => here && searchHere(here, search), [here, search]);
  const findFirst = async (text: string) => {
    if (text.trim() === '') return undefined;
    const asked = { ...search, query: text };
    const result = here ? searchHere(here, asked) : await client.fetchQuery(toQuery(asked));
    return result.hits[0]?.entry.id;
  };
  const ask = (text: string) => {
    if (here || text.trim() === '') return;
    void client.prefetchQuery(toQuery({ ...search, query: text }));
  };
  if (found) return { result: found, current: true, error: null, ask, findFirst };
  const current = data !== undefined && !isPlaceholderData;
  return { result: data, current, error: isAsked ? error : null, ask, findFirst };
}
