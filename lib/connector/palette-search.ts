// Search over the palette. Every word has to be found somewhere; a word scores by the best place it was found in:
// the label before the operation id, the connector's name, the description, and last path and tags.
import { type PaletteEntry, type ShownEntry, splitWords } from './palette-index';
import { isOneTypoAway } from './palette-typo';

export interface PaletteHit<Entry extends ShownEntry = PaletteEntry> {
  entry: Entry;
  score: number;
  /** Character ranges of the label that matched, for bold letters. */
  ranges: { start: number; end: number }[];
}

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
}

interface PaletteGroup<Entry extends ShownEntry = PaletteEntry> {
  owner: string;
  ownerName: string;
  /** Up to eight of the best. */
  hits: PaletteHit<Entry>[];
  /** How many there are in all. */
  total: number;
}

export interface PaletteResult<Entry extends ShownEntry = PaletteEntry> {
  /** The best 300, best first; internal operations are never among them. */
  hits: PaletteHit<Entry>[];
  /** How many there are in all. */
  total: number;
  /** By connector, where there are more than 12 hits over more than 2 connectors. */
  groups?: PaletteGroup<Entry>[];
  /** Operations with visibility internal that match: "1 hidden operation matches". */
  hidden: number;
  /** A word to try instead, where nothing was found. */
  suggestion?: string;
}

const scores = {
  exact: 120,
  starts: 100,
  wordStart: 85,
  idWordStart: 65,
  ownerWordStart: 60,
  inLabel: 50,
  description: 35,
  rest: 25,
  typo: 20,
};

const groupAbove = 12;
const perGroup = 8;
const mostHits = 300;
const noRanges: PaletteHit['ranges'] = [];

/** Searches all entries. An empty query finds nothing: the palette then shows its own groups. */
export function searchPalette(
  entries: readonly PaletteEntry[],
  query: string,
  options: PaletteOptions = {},
): PaletteResult {
  const words = toQueryWords(query);
  if (words.length === 0) return { hits: [], total: 0, hidden: 0 };
  const whole = query.trim().toLowerCase().replace(/\s+/g, ' ');
  const weighing = { options, recent: new Map((options.recent ?? []).map((id, index) => [id, index])) };
  const found: Found = { buckets: new Map(), owners: new Map(), total: 0 };
  let hidden = 0;
  for (const entry of entries) {
    if (!isWanted(entry, options)) continue;
    const score = scoreOf(entry, words, whole);
    if (score === 0) continue;
    if (entry.visibility === 'internal') hidden += 1;
    else keep(found, { entry, score: weigh(entry, score, weighing), ranges: noRanges });
  }
  const hits = takeBest(found);
  for (const hit of hits) hit.ranges = findRanges(hit.entry.text.label, words);
  const groups = groupHits(hits, found);
  const suggestion = found.total + hidden === 0 ? suggestWord(entries, words, options) : undefined;
  return {
    hits,
    total: found.total,
    hidden,
    ...(groups ? { groups } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** A query to try instead of one that found nothing; `searchPalette` asks the same of the entries it was given. */
export function suggestQuery(
  entries: Iterable<PaletteEntry>,
  query: string,
  options: PaletteOptions = {},
): string | undefined {
  return suggestWord(entries, toQueryWords(query), options);
}

function toQueryWords(query: string): QueryWord[] {
  return splitWords(query).map((text) => ({ text, spaced: ` ${text}`, typos: new Map() }));
}

interface QueryWord {
  text: string;
  /** With a space before it, as words stand in prepared texts. */
  spaced: string;
  /** Words that were compared for a typo before. */
  typos: Map<string, boolean>;
}

interface Found {
  /** By score and length of the label: only the best few need to be put in order. */
  buckets: Map<number, PaletteHit[]>;
  owners: Map<string, number>;
  total: number;
}

function keep(found: Found, hit: PaletteHit): void {
  const rank = Math.round(hit.score * 100) * 1_000 - Math.min(hit.entry.label.length, 999);
  const bucket = found.buckets.get(rank);
  if (bucket) bucket.push(hit);
  else found.buckets.set(rank, [hit]);
  found.owners.set(hit.entry.owner, (found.owners.get(hit.entry.owner) ?? 0) + 1);
  found.total += 1;
}

function takeBest(found: Found): PaletteHit[] {
  const hits: PaletteHit[] = [];
  for (const rank of [...found.buckets.keys()].sort((a, b) => b - a)) {
    if (hits.length >= mostHits) break;
    hits.push(...(found.buckets.get(rank) ?? []).sort(compareHits));
  }
  return hits.slice(0, mostHits);
}

function isWanted(entry: PaletteEntry, options: PaletteOptions): boolean {
  if (options.role !== undefined && entry.role !== options.role) return false;
  if (options.owner !== undefined && entry.owner !== options.owner) return false;
  return options.tab === undefined || options.tab === 'all' || options.tab === entry.origin;
}

/** The sum over words, or 0 where a word is nowhere. The whole query as label counts for all its words. */
function scoreOf(entry: PaletteEntry, words: readonly QueryWord[], whole: string): number {
  const { label } = entry.text;
  if (words.length > 1 && label.startsWith(whole))
    return (label.length === whole.length ? scores.exact : scores.starts) * words.length;
  let sum = 0;
  for (const word of words) {
    const score = scoreWord(entry, word);
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

function scoreWord({ text }: PaletteEntry, word: QueryWord): number {
  if (!text.all.includes(word.text))
    return word.text.length >= 5 && hasTypo(text.words, word) ? scores.typo : 0;
  const at = text.label.indexOf(word.text);
  if (at === 0) return text.label.length === word.text.length ? scores.exact : scores.starts;
  if (at > 0 && text.starts.some((start) => text.label.startsWith(word.text, start))) return scores.wordStart;
  if (text.id.includes(word.spaced)) return scores.idWordStart;
  if (text.owner.includes(word.spaced)) return scores.ownerWordStart;
  if (at > 0) return scores.inLabel;
  if (text.description.includes(word.spaced)) return scores.description;
  return text.rest.includes(word.text) ? scores.rest : 0;
}

/** Words repeat over thousands of operations, so each is compared once per query. */
function hasTypo(words: readonly string[], word: QueryWord): boolean {
  return words.some((each) => {
    if (Math.abs(each.length - word.text.length) > 1) return false;
    const known = word.typos.get(each);
    if (known !== undefined) return known;
    const near = isOneTypoAway(word.text, each);
    word.typos.set(each, near);
    return near;
  });
}

const byVisibility = { important: 1.25, none: 1, advanced: 0.75, internal: 0 };

interface Weighing {
  options: PaletteOptions;
  recent: ReadonlyMap<string, number>;
}

function weigh(entry: PaletteEntry, score: number, { options, recent }: Weighing): number {
  let weighed = score * byVisibility[entry.visibility] * (entry.deprecated ? 0.3 : 1);
  const position = recent.get(entry.id);
  if (options.favourites?.has(entry.id)) weighed += 15;
  else if (position !== undefined) weighed += Math.max(3, 15 - 3 * position);
  return options.inFlow?.has(entry.owner) ? weighed + 5 : weighed;
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
function findRanges(label: string, words: readonly QueryWord[]): PaletteHit['ranges'] {
  const found = words.flatMap(({ text }) => {
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

function groupHits(hits: readonly PaletteHit[], found: Found): PaletteGroup[] | undefined {
  if (found.total <= groupAbove || found.owners.size < 3) return undefined;
  const groups = new Map<string, PaletteGroup>();
  for (const hit of hits) {
    const { owner, ownerName } = hit.entry;
    const group = groups.get(owner) ?? { owner, ownerName, hits: [], total: found.owners.get(owner) ?? 0 };
    if (group.hits.length < perGroup) group.hits.push(hit);
    groups.set(owner, group);
  }
  return [...groups.values()];
}

/** Only words that begin alike, or have about the same length, can be what was meant. */
function isCandidate(typed: string, word: string): boolean {
  return typed.charCodeAt(0) === word.charCodeAt(0) || Math.abs(typed.length - word.length) <= 1;
}

/** The query with each word that is nowhere replaced by the nearest known word; undefined where there is none near. */
function suggestWord(
  entries: Iterable<PaletteEntry>,
  words: readonly QueryWord[],
  options: PaletteOptions,
): string | undefined {
  const long = words.filter((word) => word.text.length >= 4);
  const known = new Map<string, number>();
  for (const entry of entries) {
    if (entry.visibility === 'internal' || !isWanted(entry, options)) continue;
    for (const word of entry.text.words)
      if (long.some(({ text }) => isCandidate(text, word))) known.set(word, (known.get(word) ?? 0) + 1);
  }
  let changed = false;
  const better = words.map(({ text }) => {
    if (text.length < 4 || known.has(text)) return text;
    const near = [...known].filter(([each]) => isNear(text, each)).sort((a, b) => b[1] - a[1])[0];
    if (!near) return text;
    changed = true;
    return near[0];
  });
  return changed ? better.join(' ') : undefined;
}

function isNear(typed: string, word: string): boolean {
  if (isOneTypoAway(typed, word)) return true;
  return typed.charCodeAt(0) === word.charCodeAt(0) && isOneTypoAway(typed, word.slice(0, typed.length), 2);
}
