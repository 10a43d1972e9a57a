// Values as plain JSON, to compare numbers by value and objects by keys.
import type { Value } from '@/lib/expression/value';
import type { JsonValue } from '@/lib/json';
import { toJsonText } from '@/lib/json-text';

export function toPlain(value: Value): JsonValue {
  return JSON.parse(toJsonText(value));
}
