// Writing values as JSON text where the engine's own writer would lose the kind of a number, and the check that tells
// which of the two a value needs. Values may share parts, so size is bounded here, before anything is written.
import { formatDecimal } from './expression/decimal';
import { formatDouble } from './expression/number-text';
import { Decimal, Double, type Value } from './expression/value';
import { limits } from './limits';

const maxDepth = 1_000;

/** A value that cannot be written: nested too deeply, or too large. */
export class JsonTextError extends Error {
  constructor(
    readonly code: 'TooDeep' | 'TooLarge',
    message: string,
  ) {
    super(message);
    this.name = 'JsonTextError';
  }
}

/** True where a number needs exact writing. Throws `JsonTextError` past the limits. */
export function inspectValue(value: Value): boolean {
  let room = limits.valueCharacters.value;
  let special = false;

  function visit(part: unknown, depth: number): void {
    room -= 1;
    if (typeof part === 'string') room -= part.length + 2;
    else if (typeof part === 'bigint') special = true;
    else if (typeof part === 'object' && part !== null) {
      if (part instanceof Double || part instanceof Decimal) special = true;
      else if (depth >= maxDepth) {
        throw new JsonTextError('TooDeep', `A value is nested more than ${maxDepth} levels deep.`);
      } else if (Array.isArray(part)) for (const item of part) visit(item, depth + 1);
      else {
        for (const [name, item] of Object.entries(part)) {
          room -= name.length + 3;
          visit(item, depth + 1);
        }
      }
    }
    if (room < 0) throw new JsonTextError('TooLarge', limits.valueCharacters.sentence);
  }

  visit(value, 0);
  return special;
}

/** Compact JSON text with every number in its kind. NaN and the infinities are written as text. */
export function writeJsonExactly(value: Value): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value instanceof Double) return writeDouble(value.value);
  if (value instanceof Decimal) {
    const text = formatDecimal(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  if (Array.isArray(value)) return `[${value.map(writeJsonExactly).join(',')}]`;
  const members = Object.entries(value).map(
    ([name, item]) => `${JSON.stringify(name)}:${writeJsonExactly(item)}`,
  );
  return `{${members.join(',')}}`;
}

function writeDouble(value: number): string {
  if (!Number.isFinite(value)) return `"${formatDouble(value)}"`;
  const text = formatDouble(value);
  return /[.E]/.test(text) ? text : `${text}.0`;
}
