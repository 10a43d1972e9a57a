// Sentence case: one capital letter at the start, names and abbreviations as they are.

const longest = 500;

const smallWords = new Set(
  'a an and as at by for from in into is it of off on or out per than the to up via with'.split(' '),
);

/** The text in sentence case, or undefined where it is so already as far as one can tell. */
export function toSentenceCase(text: string): string | undefined {
  if (text === '' || text.length > longest) return undefined;
  const [first = '', ...rest] = text.split(/(?<=\s)/);
  const start = first.charAt(0).toUpperCase() + first.slice(1);
  const isTitle = looksLikeTitle(rest.map((word) => word.trim()));
  const better = start + (isTitle ? rest.map(lowered) : rest).join('');
  return better === text ? undefined : better;
}

/** True where every word that could be small begins with a capital, and there is one. */
function looksLikeTitle(words: readonly string[]): boolean {
  const telling = words.filter((word) => /^\p{L}{2,}$/u.test(word) && !smallWords.has(word.toLowerCase()));
  const plain = telling.filter((word) => !/^\p{Lu}+$/u.test(word) && !/\p{Ll}\p{Lu}/u.test(word));
  return plain.length > 0 && plain.every((word) => /^\p{Lu}/u.test(word));
}

/** Words like API and GitHub stay. */
function lowered(word: string): string {
  return /^\p{Lu}\p{Ll}+\s*$/u.test(word) ? word.toLowerCase() : word;
}
