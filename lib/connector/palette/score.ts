// How well an entry of the palette matches a query: every word has to be somewhere, and scores by the best place it was
// found in. Columns are asked before texts are read.
import type { PaletteColumns } from './columns';
import { type PaletteEntry, splitWords } from './entries';
import { isOneLetter, letterBit, lettersOf } from './letters';
import { isOneTypoAway } from './typo';

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

/** Words that are shorter have to be written as they are. */
const typosFrom = 5;
const longFrom = 3;

export interface QueryWord {
  text: string;
  /** With a space before it, as words stand in prepared texts. */
  spaced: string;
  /** Bits of its letters, and of the first of them. */
  letters: number;
  first: number;
  /** The bits say all. */
  isOneLetter: boolean;
  /** Words that were compared for a typo before. */
  typos: Map<string, boolean>;
}

export interface PaletteQuery {
  words: readonly QueryWord[];
  /** The whole query as a label would have it. */
  whole: string;
}

/** Reads what was typed. */
export function readQuery(query: string): PaletteQuery {
  const words = splitWords(query).map((text) => ({
    text,
    spaced: ` ${text}`,
    letters: lettersOf(text),
    first: letterBit(text.charCodeAt(0)),
    isOneLetter: isOneLetter(text),
    typos: new Map<string, boolean>(),
  }));
  return { words, whole: query.trim().toLowerCase().replace(/\s+/g, ' ') };
}

export interface ScoredList {
  entries: readonly PaletteEntry[];
  columns: PaletteColumns;
}

/** For the entry at a position: the sum over words, or 0 where one is nowhere. The whole query as label counts for all its words. */
export function scoreAt(list: ScoredList, at: number, { words, whole }: PaletteQuery): number {
  const label = words.length > 1 ? list.entries[at]?.text.label : undefined;
  if (label?.startsWith(whole))
    return (label.length === whole.length ? scores.exact : scores.starts) * words.length;
  let sum = 0;
  for (const word of words) {
    const score = scoreWord(list, at, word);
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

function scoreWord({ entries, columns }: ScoredList, at: number, word: QueryWord): number {
  const { letters, first, spaced } = word;
  if (word.isOneLetter) return scoreLetter(columns, at, first);
  const text = entries[at]?.text;
  if (!text) return 0;
  // A long word is rarely anywhere; a short one is in most texts, and looking into all of them at once tells nothing.
  const isNowhere = word.text.length >= longFrom && !text.all.includes(word.text);
  if (isNowhere) return word.text.length >= typosFrom && hasTypo(text.words, word) ? scores.typo : 0;
  const place = has(columns.label, at, letters) ? text.label.indexOf(word.text) : -1;
  if (place === 0) return text.label.length === word.text.length ? scores.exact : scores.starts;
  if (place > 0 && has(columns.labelStarts, at, first) && text.labelWords.includes(spaced))
    return scores.wordStart;
  if (has(columns.idStarts, at, first) && text.id.includes(spaced)) return scores.idWordStart;
  if (has(columns.ownerStarts, at, first) && text.owner.includes(spaced)) return scores.ownerWordStart;
  if (place > 0) return scores.inLabel;
  if (has(columns.descriptionStarts, at, first) && text.description.includes(spaced))
    return scores.description;
  return has(columns.rest, at, letters) && text.rest.includes(word.text) ? scores.rest : 0;
}

/** A single letter is in a text exactly where its bit is set. */
function scoreLetter(columns: PaletteColumns, at: number, bit: number): number {
  if (columns.labelFirst[at] === bit) return columns.labelLength[at] === 1 ? scores.exact : scores.starts;
  if (has(columns.labelStarts, at, bit)) return scores.wordStart;
  if (has(columns.idStarts, at, bit)) return scores.idWordStart;
  if (has(columns.ownerStarts, at, bit)) return scores.ownerWordStart;
  if (has(columns.label, at, bit)) return scores.inLabel;
  if (has(columns.descriptionStarts, at, bit)) return scores.description;
  return has(columns.rest, at, bit) ? scores.rest : 0;
}

function has(column: Int32Array, at: number, bits: number): boolean {
  return ((column[at] ?? 0) & bits) === bits;
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
