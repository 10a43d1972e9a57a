// Texts of runs: short ones lie in their row, large ones once in stored_text, named in the row by `#` and their hash.
// No JSON text begins with `#`.
import { createHash } from 'node:crypto';
import type { Database } from '../client';

/** Texts longer than this (in UTF-16 units) are stored apart. */
const inlineLength = 32 * 1024;

interface TextStore {
  /** What the row holds for a text; stores the text when it is large. Call it inside the transaction of the row. */
  put(text: string): string;
  /** Stores a text whatever its length, and gives its hash. */
  putAlways(text: string): string;
  /** The text that a row's value stands for. */
  get(value: string): string;
}

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

export function createTextStore({ sqlite }: Database): TextStore {
  const insert = sqlite.prepare('INSERT OR IGNORE INTO stored_text (hash, content) VALUES (?, ?)');
  const select = sqlite.prepare('SELECT content FROM stored_text WHERE hash = ?').pluck();
  const putAlways = (text: string) => {
    const hash = hashText(text);
    insert.run(hash, text);
    return hash;
  };
  return {
    put: (text) => (text.length <= inlineLength ? text : `#${putAlways(text)}`),
    putAlways,
    get(value) {
      if (!value.startsWith('#')) return value;
      const content = select.get(value.slice(1));
      if (typeof content !== 'string') throw new Error(`Stored text ${value} is missing.`);
      return content;
    },
  };
}
