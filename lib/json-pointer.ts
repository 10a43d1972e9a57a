// JSON Pointer (RFC 6901): how every problem and edit names a place in a document.
import { isJsonObject, type JsonValue } from './json';

/** Joins raw segments to a pointer: `['paths', '/a']` becomes `/paths/~1a`. */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** Splits a pointer (with or without a leading `#`) into raw segments; `''` is the whole document. */
export function parsePointer(pointer: string): string[] {
  const text = pointer.startsWith('#') ? pointer.slice(1) : pointer;
  if (text === '') return [];
  return text
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value a pointer names, or undefined where there is none. Own properties only. */
export function atPointer(document: JsonValue, pointer: string): JsonValue | undefined {
  let current: JsonValue | undefined = document;
  for (const segment of parsePointer(pointer)) {
    if (Array.isArray(current))
      current = /^(0|[1-9]\d*)$/.test(segment) ? current[Number(segment)] : undefined;
    else if (isJsonObject(current)) current = Object.hasOwn(current, segment) ? current[segment] : undefined;
    else return undefined;
    if (current === undefined) return undefined;
  }
  return current;
}
