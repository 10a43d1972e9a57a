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
} from '@/lib/connector/palette-search';
import { toApiId } from '@/lib/flow/api-id';
import { builtInEntries } from '@/lib/flow/palette-entries';
import { limits } from '@/lib/limits';
import type { Scope } from '../services';
import { getConnectorRow } from './load';
import { preparedPalette } from './palette-memory';
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
  const result = searchPalette([...builtInEntries, ...findCandidates(scope, search)], search.query, options);
  const { hits, groups, ...rest } = result;
  return {
    ...rest,
    hits: hits.slice(0, search.limit).map(withoutText),
    ...(groups ? { groups: groups.map((group) => ({ ...group, hits: group.hits.map(withoutText) })) } : {}),
  };
}

function findCandidates(scope: Scope, { query, tab }: OperationSearch): Iterable<PaletteEntry> {
  if (tab === 'built-in' || query.trim() === '') return [];
  const { database } = scope.services;
  const { entries, words } = preparedPalette(database, scope.environmentId);
  const terms = candidateTerms(query, words);
  if (terms.length === 0) return entries.values();
  const found = matchOperations(database, scope.environmentId, terms).flatMap((id) => entries.get(id) ?? []);
  // Where nothing can match, a word to try instead is looked for among all.
  return found.length === 0 ? entries.values() : found;
}

function withoutText({ entry, ...hit }: PaletteHit): PaletteHit<ShownEntry> {
  const { text: _, ...shown } = entry;
  return { ...hit, entry: shown };
}
