// Which letters a text has, as bits of one number: tells quickly that a word cannot be in it.

const letters = 26;
const digit = 1 << letters;
const other = 1 << (letters + 1);
const [a, z, zero, nine] = [97, 122, 48, 57];

/** The bit of a UTF-16 unit in lower case: one for each letter from a to z, one for digits, one for everything else. */
export function letterBit(code: number): number {
  if (code >= a && code <= z) return 1 << (code - a);
  return code >= zero && code <= nine ? digit : other;
}

/** The bits of all letters in a text. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= letterBit(text.charCodeAt(at));
  return bits;
}

/** The bits of the first letters of words that have a space before each. */
export function firstLettersOf(words: string): number {
  let bits = 0;
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1))
    bits |= letterBit(words.charCodeAt(at + 1));
  return bits;
}

/** True where one bit stands for this text alone, so that having the bit is having the text. */
export function isOneLetter(text: string): boolean {
  return text.length === 1 && letterBit(text.charCodeAt(0)) < digit;
}
