// Upper and lower case as the invariant culture has them: one character to one, dotless and dotted i unchanged.

function mapCharacters(text: string, map: (character: string) => string): string {
  let result = '';
  for (const character of text) {
    const mapped = character === 'ı' || character === 'İ' ? character : map(character);
    result += mapped.length === character.length ? mapped : character;
  }
  return result;
}

const plain = /^[\0-\x7f]*$/;

/** Lower case, the same in every culture. */
export function toLowerInvariant(text: string): string {
  return plain.test(text) ? text.toLowerCase() : mapCharacters(text, (character) => character.toLowerCase());
}

/** Upper case, the same in every culture. */
export function toUpperInvariant(text: string): string {
  return plain.test(text) ? text.toUpperCase() : mapCharacters(text, (character) => character.toUpperCase());
}
