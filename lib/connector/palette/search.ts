// Search over the palette: everything that has each word of the query somewhere, the best first, by connector when there
// is much. How well an entry matches is in `score.ts`; visibility and use decide among those that match alike.
import { columnsOf, kindOf, type PaletteColumns } from './columns';
import type { PaletteEntry, ShownEntry } from './entries';
import {
  emptyFound,
  type Found,
  findRanges,
  mostHits,
  type PaletteGroup,
  type PaletteHit,
  takeBest,
  takeGroups,
} from './hits';
import { readQuery, type ScoredList, scoreAt } from './score';
import { suggestWords } from './suggest';

export interface PaletteOptions {
  tab?: 'all' | 'built-in' | 'custom';
  /** Only operations of this connector ("See all 34"). */
  owner?: string;
  /** Only steps, or only triggers. */
  role?: 'action' | 'trigger';
  /** Ids used lately, the latest first. */
  recent?: readonly string[];
  favourites?: ReadonlySet<string>;
  /** API ids of connectors that the flow already uses. */
  inFlow?: ReadonlySet<string>;
  /** Only the entries at these positions, where it is known that no other can match. */
  among?: readonly number[];
}

export interface PaletteResult<Entry extends ShownEntry = PaletteEntry> {
  /** The best, best first; internal operations are never among them. An answer of the server with groups has the first alone. */
  hits: PaletteHit<Entry>[];
  /** How many there are in all. */
  total: number;
  /** By connector, where there are more than 12 hits over more than 2 connectors: the 40 with the best hits. */
  groups?: PaletteGroup<Entry>[];
  /** How many connectors there are in all, where they are groups. */
  groupTotal?: number;
  /** Operations with visibility internal that match: "1 hidden operation matches". */
  hidden: number;
  /** A word to try instead, where nothing was found. */
  suggestion?: string;
}

/** Searches a list of entries. An empty query finds nothing: the palette then shows its own groups. */
export function searchPalette(
  entries: readonly PaletteEntry[],
  query: string,
  options: PaletteOptions = {},
): PaletteResult {
  const { words, whole } = readQuery(query);
  if (words.length === 0) return { hits: [], total: 0, hidden: 0 };
  const list = { entries, columns: columnsOf(entries) };
  const found = findAll(list, (at) => scoreAt(list, at, { words, whole }), options);
  const hits = takeBest(list, found, mostHits);
  const grouped = takeGroups(list, found);
  const texts = words.map((word) => word.text);
  for (const hit of [...hits, ...(grouped?.groups.flatMap((group) => group.hits) ?? [])])
    hit.ranges = findRanges(hit.entry.text.label, texts);
  const { size: total, hidden } = found;
  const suggestion = total + hidden === 0 ? suggestQuery(entries, query, options) : undefined;
  return {
    hits,
    total,
    hidden,
    ...(grouped ? { groups: grouped.groups, groupTotal: grouped.total } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** A query to try instead of one that found nothing. */
function suggestQuery(
  entries: Iterable<PaletteEntry>,
  query: string,
  options: PaletteOptions = {},
): string | undefined {
  const texts = readQuery(query).words.map((word) => word.text);
  return suggestWords(listShown(entries, options), texts);
}

function* listShown(entries: Iterable<PaletteEntry>, options: PaletteOptions): Iterable<PaletteEntry> {
  const isKind = readKinds(options);
  for (const entry of entries) {
    const isOwned = options.owner === undefined || entry.owner === options.owner;
    if (entry.visibility !== 'internal' && isOwned && isKind(kindOf(entry))) yield entry;
  }
}

function findAll(
  { columns, entries }: ScoredList,
  score: (at: number) => number,
  options: PaletteOptions,
): Found {
  const { among } = options;
  const count = among?.length ?? entries.length;
  const found = emptyFound(count, columns.owners.size);
  const isKind = readKinds(options);
  const only = options.owner === undefined ? undefined : (columns.owners.get(options.owner) ?? -1);
  const bonusOf = readBonus(columns, options);
  for (let index = 0; index < count; index += 1) {
    const at = among ? (among[index] ?? 0) : index;
    const owner = columns.owner[at] ?? 0;
    if ((only !== undefined && owner !== only) || !isKind(columns.kind[at] ?? 0)) continue;
    const plain = score(at);
    if (plain === 0) continue;
    const factor = columns.factor[at] ?? 0;
    if (factor === 0) {
      found.hidden += 1;
      continue;
    }
    const weighed = plain * factor + bonusOf(at, owner);
    found.positions[found.size] = at;
    found.scores[found.size] = weighed;
    found.ranks[found.size] = rankOf(weighed, columns.labelLength[at] ?? 0);
    found.perOwner[owner] = (found.perOwner[owner] ?? 0) + 1;
    found.size += 1;
  }
  return found;
}

/** Whether entries of a kind are wanted. */
function readKinds({ role, tab }: PaletteOptions): (kind: number) => boolean {
  const wanted = [0, 1, 2, 3].map(
    (kind) =>
      (role === undefined || (role === 'trigger') === (kind % 2 === 1)) &&
      (tab === undefined || tab === 'all' || (tab === 'custom') === kind >= 2),
  );
  return (kind) => wanted[kind] ?? false;
}

/** What use adds to a score: favourites and steps used lately, and the connectors of the flow. */
function readBonus(columns: PaletteColumns, options: PaletteOptions): (at: number, owner: number) => number {
  const bonus = new Map<number, number>();
  const give = (id: string, value: number) => {
    const at = columns.positions.get(id);
    if (at !== undefined) bonus.set(at, value);
  };
  for (const [index, id] of (options.recent ?? []).entries()) give(id, Math.max(3, 15 - 3 * index));
  for (const id of options.favourites ?? []) give(id, 15);
  const inFlow = new Set([...(options.inFlow ?? [])].map((owner) => columns.owners.get(owner)));
  return (at, owner) =>
    (bonus.size === 0 ? 0 : (bonus.get(at) ?? 0)) + (inFlow.size > 0 && inFlow.has(owner) ? 5 : 0);
}

/** Score and length of the label in one number; never lower for a hit that comes before another. */
function rankOf(score: number, labelLength: number): number {
  return Math.round(score * 100) * 1_000 - Math.min(labelLength, 999);
}
