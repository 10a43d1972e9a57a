// The palette of the designer: all entries where they are few, else the connectors alone and a search by full text.
import {
  countOperations,
  listConnectorPalettes,
  listOperationEntries,
  matchOperations,
} from '@/db/queries/palette';
import { candidateTerms } from '@/lib/connector/palette/candidates';
import type { CompactEntry, ShownEntry } from '@/lib/connector/palette/entries';
import type { PaletteHit } from '@/lib/connector/palette/hits';
import { type PaletteOptions, type PaletteResult, searchPalette } from '@/lib/connector/palette/search';
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
  if (total > limits.localPalette.value) {
    // Whoever opens the designer searches next: the first key does not wait for what can be made ready now.
    void preparedPalette(database, scope.environmentId).catch(() => undefined);
    return { total, connectors };
  }
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
  /** API ids of the connectors that the flow uses. */
  inFlow?: string[] | undefined;
  limit?: number | undefined;
}

/** The answer a browser with all entries would find, built-in steps included, in the same order. */
export async function searchOperations(
  scope: Scope,
  search: OperationSearch,
): Promise<PaletteResult<ShownEntry>> {
  const { tab, role, recent, inFlow, connectorId } = search;
  const owner = connectorId === undefined ? undefined : toApiId(getConnectorRow(scope, connectorId).slug);
  const options: PaletteOptions = {
    ...(tab === undefined ? {} : { tab }),
    ...(role === undefined ? {} : { role }),
    ...(recent === undefined ? {} : { recent }),
    ...(inFlow === undefined ? {} : { inFlow: new Set(inFlow) }),
    ...(owner === undefined ? {} : { owner }),
  };
  const palette = await preparedPalette(scope.services.database, scope.environmentId);
  const candidates = findCandidates(scope, search, palette);
  const range = candidates === undefined ? options : { ...options, among: candidates };
  const found = searchPalette(palette.entries, search.query, range);
  const { hits, groups, suggestion, ...rest } = found;
  const result = {
    ...rest,
    // Where they stand in groups, they are not sent twice.
    hits: hits.slice(0, groups ? 1 : search.limit).map(withoutText),
    ...(groups ? { groups: groups.map((group) => ({ ...group, hits: group.hits.map(withoutText) })) } : {}),
  };
  return suggestion === undefined ? result : { ...result, suggestion };
}

/** Positions of all that can match; undefined where that is everything. */
function findCandidates(
  scope: Scope,
  { query, tab }: OperationSearch,
  { positions, words }: PreparedPalette,
): number[] | undefined {
  const builtIn = builtInEntries.map((_, at) => at);
  if (tab === 'built-in' || query.trim() === '') return builtIn;
  const terms = candidateTerms(query, words);
  if (terms.length === 0) return undefined;
  const ids = matchOperations(scope.services.database, scope.environmentId, terms);
  return [...builtIn, ...ids.flatMap((id) => positions.get(id) ?? [])];
}

function withoutText({ entry, ...hit }: PaletteHit): PaletteHit<ShownEntry> {
  const { text: _, ...shown } = entry;
  return { ...hit, entry: shown };
}
