// A search of the palette at each keystroke: here where all entries are here, else on the server.
'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';
import type { ShownEntry } from '@/lib/connector/palette-index';
import { type PaletteOptions, type PaletteResult, searchPalette } from '@/lib/connector/palette-search';
import type { PaletteEntries } from './use-entries';

interface PaletteSearch {
  /** Those of the query before until the server answers; undefined before its first answer. */
  result: PaletteResult<ShownEntry> | undefined;
  /** Whether the result is of the query at hand. */
  current: boolean;
  error: unknown;
}

interface SearchQuery extends Required<Pick<PaletteOptions, 'tab' | 'role'>> {
  query: string;
  recent: string[];
}

const longestQuery = 200;

export function usePaletteSearch({ all }: PaletteEntries, search: SearchQuery): PaletteSearch {
  const { query, ...options } = search;
  const trpc = useTRPC();
  const isAsked = all === undefined && query.trim() !== '';
  const { data, error, isPlaceholderData } = useQuery(
    trpc.connectors.searchOperations.queryOptions(
      { ...options, query: query.slice(0, longestQuery) },
      { enabled: isAsked, placeholderData: keepPreviousData },
    ),
  );
  if (all) return { result: searchPalette(all, query, options), current: true, error: null };
  return { result: data, current: data !== undefined && !isPlaceholderData, error: isAsked ? error : null };
}
