// JSON text (RFC 8259) to values and back, bounded in depth, with the number kinds of the workflow language kept apart:
// `5` is an int64, `5.0` a double, digits beyond 2^53 a bigint. Plain text takes the engine's own parser after one
// linear scan; only text with special numbers or repeated names is read by `json-text-reader`.
import type { Value, ValueObject } from './expression/value';
import { JsonSyntaxError, readJsonExactly } from './json-text-reader';
import { scanJsonText } from './json-text-scan';
import { inspectValue, writeJsonExactly } from './json-text-writer';
import { limits } from './limits';

export type JsonTextResult =
  | { ok: true; value: Value }
  | { ok: false; message: string; line: number; column: number; code: 'InvalidJson' | 'TooDeep' };

/**
 * Reads JSON text. Objects have no prototype; a name given twice keeps its last value, at its last place.
 * `maxDepth` is the number of nested arrays and objects (100). Line and column count from 1.
 */
export function parseJsonText(text: string, options: { maxDepth?: number } = {}): JsonTextResult {
  const maxDepth = options.maxDepth ?? limits.documentDepth.value;
  const scan = scanJsonText(text, maxDepth);
  if (scan.tooDeepAt !== undefined) {
    return failure(text, scan.tooDeepAt, 'TooDeep', `The text is nested more than ${maxDepth} levels deep.`);
  }
  if (!scan.special) {
    const parsed = parsePlainly(text);
    if (parsed && parsed.members === scan.members) return { ok: true, value: parsed.value };
  }
  try {
    return { ok: true, value: readJsonExactly(text) };
  } catch (error) {
    if (error instanceof JsonSyntaxError) return failure(text, error.at, 'InvalidJson', error.message);
    throw error;
  }
}

/** Compact JSON text; a whole double is written `5.0`. Throws `JsonTextError` past the depth or size limits. */
export function toJsonText(value: Value): string {
  const special = inspectValue(value);
  return special ? writeJsonExactly(value) : JSON.stringify(value);
}

function parsePlainly(text: string): { value: Value; members: number } | undefined {
  try {
    const value = JSON.parse(text) as Value;
    return { value, members: dropPrototypes(value) };
  } catch {
    return undefined;
  }
}

// Takes the prototype from every object in place (a copy into Object.create(null) reads ten times slower afterwards)
// and counts members, which tells whether a name was given twice.
function dropPrototypes(value: Value): number {
  if (typeof value !== 'object' || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) members += dropPrototypes(item);
    return members;
  }
  const object = Object.setPrototypeOf(value, null) as ValueObject;
  for (const name in object) {
    members += 1;
    const item = object[name];
    if (typeof item === 'object' && item !== null) members += dropPrototypes(item);
  }
  return members;
}

function failure(text: string, at: number, code: 'InvalidJson' | 'TooDeep', message: string): JsonTextResult {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return { ok: false, code, message, line, column };
}
