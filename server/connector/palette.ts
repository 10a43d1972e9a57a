// The palette of the designer: all entries where they are few, else the connectors alone and a search by full text.
import {
  countOperations,
  listConnectorPalettes,
  listOperationEntries,
  matchOperations,
} from '@/db/queries/palette';
import { candidateTerms } from '@/lib/connector/palette-candidates';
import type { CompactEntry, PaletteEntry, ShownEntry } from '@/lib/connector/palette-index';
import {
  type PaletteHit,
  type PaletteOptions,
  type PaletteResult,
  searchPalette,
  suggestQuery,
} from '@/lib/connector/palette-search';
import { toApiId } from '@/lib/flow/api-id';
import { builtInEntries } from '@/lib/flow/palette-entries';
import { limits } from '@/lib/limits';
import type { Scope } from '../services';
import { getConnectorRow } from './load';
import { type PreparedPalette, preparedPalette } from './palette-memory';
import { iconUrl } from './stored-connector';

/** What the palette lists; `entries` only up to the number that a browser searches by itself. */
export function getPalette(scope: Scope) {
  const { database } = scope.services;
  const rows = listConnectorPalettes(database, scope.environmentId);
  const total = rows.reduce((sum, row) => sum + row.operations, 0);
  const connectors = rows.map(({ slug, iconVersion, operations: _, ...row }) => ({
    ...row,
    apiId: toApiId(slug),
    iconUrl: iconUrl(row.id, iconVersion),
  }));
  if (total > limits.localPalette.value) return { total, connectors };
  const stored = listOperationEntries(database, scope.environmentId);
  return { total, connectors, entries: stored.map((row) => JSON.parse(row.entryText) as CompactEntry) };
}

/** Whether a browser gets every entry, and may ask for every definition at once. */
export function isSmallPalette(scope: Scope): boolean {
  return countOperations(scope.services.database, scope.environmentId) <= limits.localPalette.value;
}

export interface OperationSearch {
  query: string;
  tab?: PaletteOptions['tab'] | undefined;
  role?: PaletteOptions['role'] | undefined;
  connectorId?: string | undefined;
  recent?: string[] | undefined;
  limit?: number | undefined;
}

/** The answer a browser with all entries would find, built-in steps included, in the same order. */
export function searchOperations(scope: Scope, search: OperationSearch): PaletteResult<ShownEntry> {
  const { tab, role, recent, connectorId } = search;
  const owner = connectorId === undefined ? undefined : toApiId(getConnectorRow(scope, connectorId).slug);
  const options: PaletteOptions = {
    ...(tab === undefined ? {} : { tab }),
    ...(role === undefined ? {} : { role }),
    ...(recent === undefined ? {} : { recent }),
    ...(owner === undefined ? {} : { owner }),
  };
  const palette = preparedPalette(scope.services.database, scope.environmentId);
  const candidates = [...builtInEntries, ...findCandidates(scope, search, palette)];
  const { hits, groups, suggestion: _, ...rest } = searchPalette(candidates, search.query, options);
  const result = {
    ...rest,
    hits: hits.slice(0, search.limit).map(withoutText),
    ...(groups ? { groups: groups.map((group) => ({ ...group, hits: group.hits.map(withoutText) })) } : {}),
  };
  if (result.total + result.hidden > 0) return result;
  const all = [...builtInEntries, ...palette.entries.values()];
  const suggestion = suggestQuery(all, search.query, options);
  return suggestion === undefined ? result : { ...result, suggestion };
}

function findCandidates(
  scope: Scope,
  { query, tab }: OperationSearch,
  { entries, words }: PreparedPalette,
): Iterable<PaletteEntry> {
  if (tab === 'built-in' || query.trim() === '') return [];
  const terms = candidateTerms(query, words);
  if (terms.length === 0) return entries.values();
  const ids = matchOperations(scope.services.database, scope.environmentId, terms);
  return ids.flatMap((id) => entries.get(id) ?? []);
}

function withoutText({ entry, ...hit }: PaletteHit): PaletteHit<ShownEntry> {
  const { text: _, ...shown } = entry;
  return { ...hit, entry: shown };
}
