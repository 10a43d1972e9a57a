// What an index of trigrams is asked for, so that `searchPalette` over its finds answers as it does over all entries.
import { splitWords } from './entries';
import { isOneTypoAway } from './typo';

const shortest = 3;
const typosFrom = 5;

/**
 * For each word of the query that is long enough for an index of trigrams, the texts one of which an entry must have:
 * the word itself, and the words of `known` that are one typo away. Empty where the query has no such word: then
 * every entry may match.
 */
export function candidateTerms(query: string, known: Iterable<string>): string[][] {
  const words = splitWords(query).filter((word) => [...word].length >= shortest);
  const terms = words.map((word) => [word]);
  const forgiving = terms.filter(([word = '']) => word.length >= typosFrom);
  if (forgiving.length === 0) return terms;
  for (const each of known) {
    for (const term of forgiving) {
      const word = term[0] ?? '';
      if (Math.abs(each.length - word.length) > 1 || each.includes(word)) continue;
      if (isOneTypoAway(word, each)) term.push(each);
    }
  }
  return terms;
}
