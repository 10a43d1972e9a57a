// Names and values in rows and the object they stand for.
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/json';

export interface KeyValueRow {
  /** Tells rows apart while they are edited. */
  id: number;
  name: string;
  value: JsonValue;
}

/** The object of the rows that have a name; undefined where there is none. Of two with one name the last one counts. */
export function toObject(rows: readonly KeyValueRow[]): JsonObject | undefined {
  const named = rows.filter((row) => row.name !== '');
  return named.length === 0 ? undefined : Object.fromEntries(named.map((row) => [row.name, row.value]));
}

/** One row per member. */
export function toRows(value: JsonValue | undefined): KeyValueRow[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([name, each], id) => ({ id, name, value: each }));
}

/** What of the rows the object does not hold, as a sentence; undefined where it holds all. */
export function whyNotStored(rows: readonly KeyValueRow[]): string | undefined {
  const names = rows.map((row) => row.name);
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) return `Two rows are called “${twice}”. Only the last one is kept.`;
  return rows.some((row) => row.name === '' && row.value !== '')
    ? 'A row has no name, so it is not kept.'
    : undefined;
}

/** Rows as they were written down, or undefined where the text is none. */
export function readRows(text: string | undefined): KeyValueRow[] | undefined {
  if (text === undefined) return undefined;
  try {
    const rows: unknown = JSON.parse(text);
    if (!Array.isArray(rows)) return undefined;
    return rows.flatMap((row: JsonValue, id) =>
      isJsonObject(row) && typeof row.name === 'string'
        ? [{ id, name: row.name, value: row.value ?? '' }]
        : [],
    );
  } catch {
    return undefined;
  }
}
