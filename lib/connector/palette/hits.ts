// What a search of the palette found, put in order: the best hits, and by connector where there is much. Thousands are
// found by one letter, so only those are sorted that can be among the best.
import type { PaletteEntry, ShownEntry } from './entries';
import type { ScoredList } from './score';

export interface PaletteHit<Entry extends ShownEntry = PaletteEntry> {
  entry: Entry;
  score: number;
  /** Character ranges of the label that matched, for bold letters. */
  ranges: { start: number; end: number }[];
}

export interface PaletteGroup<Entry extends ShownEntry = PaletteEntry> {
  owner: string;
  ownerName: string;
  /** Up to eight of the best. */
  hits: PaletteHit<Entry>[];
  /** How many there are in all. */
  total: number;
}

const groupAbove = 12;
const perGroup = 8;
const mostGroups = 40;
/** How many of the best are shown. */
export const mostHits = 300;
const noRanges: PaletteHit['ranges'] = [];

/** What is found and shown: positions, scores and ranks of `size` entries. */
export interface Found {
  size: number;
  positions: Int32Array;
  scores: Float64Array;
  ranks: Float64Array;
  /** How many each owner has, by its number. */
  perOwner: Int32Array;
  /** What matches and is not shown. */
  hidden: number;
}

/** The best hits, best first. Only those that can be among them are put in order: one letter matches nearly everything. */
export function takeBest({ entries }: ScoredList, found: Found, most: number): PaletteHit[] {
  const { size, positions, scores, ranks } = found;
  const sorted = ranks.slice(0, size).sort();
  const least = sorted[size - most] ?? Number.NEGATIVE_INFINITY;
  const hits: PaletteHit[] = [];
  for (let index = 0; index < size; index += 1) {
    if ((ranks[index] ?? 0) < least) continue;
    const entry = entries[positions[index] ?? 0];
    if (entry) hits.push({ entry, score: scores[index] ?? 0, ranges: noRanges });
  }
  return hits.sort(compareHits).slice(0, most);
}

/** The connectors with the best hits, and the best of each. */
export function takeGroups(
  list: ScoredList,
  found: Found,
): { groups: PaletteGroup[]; total: number } | undefined {
  const { size, positions, ranks, perOwner } = found;
  const total = perOwner.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  if (size <= groupAbove || total < 3) return undefined;
  const { owner } = list.columns;
  const best = new Float64Array(perOwner.length).fill(Number.NEGATIVE_INFINITY);
  for (let index = 0; index < size; index += 1) {
    const own = owner[positions[index] ?? 0] ?? 0;
    best[own] = Math.max(best[own] ?? 0, ranks[index] ?? 0);
  }
  const least = best.toSorted().at(-mostGroups) ?? Number.NEGATIVE_INFINITY;
  const parts = new Map<number, Found>();
  for (let index = 0; index < size; index += 1) {
    const own = owner[positions[index] ?? 0] ?? 0;
    if ((best[own] ?? 0) < least) continue;
    const part = parts.get(own) ?? emptyFound(perOwner[own] ?? 0, 0);
    parts.set(own, part);
    copyRow(found, index, part);
  }
  const groups = [...parts.values()].flatMap((part): PaletteGroup[] => {
    const hits = takeBest(list, part, perGroup);
    const first = hits[0]?.entry;
    return first ? [{ owner: first.owner, ownerName: first.ownerName, hits, total: part.size }] : [];
  });
  groups.sort((a, b) => (a.hits[0] && b.hits[0] ? compareHits(a.hits[0], b.hits[0]) : 0));
  return { groups: groups.slice(0, mostGroups), total };
}

export function emptyFound(count: number, owners: number): Found {
  return {
    size: 0,
    positions: new Int32Array(count),
    scores: new Float64Array(count),
    ranks: new Float64Array(count),
    perOwner: new Int32Array(owners),
    hidden: 0,
  };
}

function copyRow(from: Found, index: number, to: Found): void {
  to.positions[to.size] = from.positions[index] ?? 0;
  to.scores[to.size] = from.scores[index] ?? 0;
  to.ranks[to.size] = from.ranks[index] ?? 0;
  to.size += 1;
}

function compareHits(a: PaletteHit, b: PaletteHit): number {
  return (
    b.score - a.score ||
    a.entry.label.length - b.entry.label.length ||
    compareText(a.entry.text.label, b.entry.text.label) ||
    compareText(a.entry.id, b.entry.id)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Where the words stand in the label, merged and in order. */
export function findRanges(label: string, words: readonly string[]): PaletteHit['ranges'] {
  const found = words.flatMap((text) => {
    const start = label.indexOf(text);
    return start < 0 ? [] : [{ start, end: start + text.length }];
  });
  found.sort((a, b) => a.start - b.start);
  const merged: PaletteHit['ranges'] = [];
  for (const range of found) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push(range);
  }
  return merged;
}
