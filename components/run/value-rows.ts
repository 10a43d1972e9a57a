// A JSON value as the rows of a small tree: label, kind, value. A list shows how long it is and its first item.
import { isJsonObject, type JsonValue } from '@/lib/json';

export interface ValueRow {
  /** Unique within the tree. */
  path: string;
  label: string;
  depth: number;
  /** `text`, `number`, `yes/no`, `list of 34`, `object`, `empty`. */
  kind: string;
  /** Text of a scalar, cut to a line. */
  text: string;
}

const deepest = 6;
const longestText = 160;

/** `list of 34`, `text` … */
export function kindText(value: JsonValue): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (value === null) return 'empty';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'yes/no';
  return typeof value === 'number' ? 'number' : 'object';
}

/** The first `limit` rows of a value, depth first. */
export function toValueRows(value: JsonValue, limit = 80): ValueRow[] {
  const rows: ValueRow[] = [];
  const walk = (inner: JsonValue, label: string, path: string, depth: number) => {
    if (rows.length >= limit) return;
    const scalar = !Array.isArray(inner) && !isJsonObject(inner);
    const text = scalar && inner !== null ? String(inner).slice(0, longestText) : '';
    rows.push({ path, label, depth, kind: kindText(inner), text });
    if (depth >= deepest) return;
    if (isJsonObject(inner)) {
      for (const [key, child] of Object.entries(inner)) walk(child, key, `${path}/${key}`, depth + 1);
    } else if (Array.isArray(inner)) {
      const first = inner[0];
      if (isJsonObject(first)) {
        for (const [key, child] of Object.entries(first)) walk(child, key, `${path}/0/${key}`, depth + 1);
      } else {
        inner.slice(0, 5).forEach((child, index) => {
          walk(child, `${index + 1}`, `${path}/${index}`, depth + 1);
        });
      }
    }
  };
  if (isJsonObject(value)) for (const [key, child] of Object.entries(value)) walk(child, key, `/${key}`, 0);
  else walk(value, 'value', '/', 0);
  return rows;
}

/** JSON text laid out for reading; a text that is not JSON (cut, or plain) is shown as it is. */
export function prettyText(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The value of a JSON text, or undefined where it was cut. */
export function parseValue(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
