// The exact JSON reader (RFC 8259): keeps the kind of every number and puts a repeated name at its last place.
// Its caller has bounded the depth already.
import { readNumberToken } from './expression/number-token';
import { emptyObject, type Value, type ValueObject } from './expression/value';

/** Not JSON; `at` is the offset where reading stopped. */
export class JsonSyntaxError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const numberToken = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** Whole numbers keep every digit, and reading and writing them costs the square of their length. */
const mostDigits = 1_000;
const words: Record<string, { length: number; value: null | boolean }> = {
  t: { length: 4, value: true },
  f: { length: 5, value: false },
  n: { length: 4, value: null },
};

/** Reads one JSON value that fills the whole text. Throws `JsonSyntaxError`. */
export function readJsonExactly(text: string): Value {
  let at = 0;

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      at += 1;
    }
  }

  function fail(expected: string): never {
    const found = at >= text.length ? 'the text ends' : `there is ${JSON.stringify(text[at])}`;
    throw new JsonSyntaxError(`${expected} is expected here, and ${found}.`, at);
  }

  function readString(): string {
    const start = at;
    let index = at + 1;
    for (;;) {
      const code = text.charCodeAt(index);
      if (code === 0x22) break;
      if (code === 0x5c) index += 2;
      else if (index >= text.length || code < 0x20) {
        at = Math.min(index, text.length);
        throw new JsonSyntaxError('This text value is not closed by a double quote.', start);
      } else index += 1;
    }
    at = index + 1;
    const token = text.slice(start, at);
    if (!token.includes('\\')) return token.slice(1, -1);
    try {
      return JSON.parse(token) as string;
    } catch {
      throw new JsonSyntaxError('This text value holds an unknown \\ sequence.', start);
    }
  }

  function readObject(): ValueObject {
    const object = emptyObject();
    at += 1;
    skipSpace();
    if (text[at] === '}') {
      at += 1;
      return object;
    }
    for (;;) {
      skipSpace();
      if (text[at] !== '"') fail('A name in double quotes');
      const name = readString();
      skipSpace();
      if (text[at] !== ':') fail('A colon');
      at += 1;
      const value = readValue();
      if (Object.hasOwn(object, name)) delete object[name];
      object[name] = value;
      skipSpace();
      if (text[at] === '}') break;
      if (text[at] !== ',') fail('A comma or }');
      at += 1;
    }
    at += 1;
    return object;
  }

  function readArray(): Value[] {
    const array: Value[] = [];
    at += 1;
    skipSpace();
    if (text[at] === ']') {
      at += 1;
      return array;
    }
    for (;;) {
      array.push(readValue());
      skipSpace();
      if (text[at] === ']') break;
      if (text[at] !== ',') fail('A comma or ]');
      at += 1;
    }
    at += 1;
    return array;
  }

  function readValue(): Value {
    skipSpace();
    const character = text[at] ?? '';
    if (character === '"') return readString();
    if (character === '{') return readObject();
    if (character === '[') return readArray();
    const word = words[character];
    if (word && text.startsWith(String(word.value), at)) {
      at += word.length;
      return word.value;
    }
    numberToken.lastIndex = at;
    const token = numberToken.exec(text)?.[0];
    if (token === undefined) return fail('A value');
    if (token.length > mostDigits)
      throw new JsonSyntaxError(
        `This number has ${token.length} characters, and may have ${mostDigits}.`,
        at,
      );
    at += token.length;
    return readNumberToken(token);
  }

  const value = readValue();
  skipSpace();
  if (at < text.length) fail('The end of the text');
  return value;
}
