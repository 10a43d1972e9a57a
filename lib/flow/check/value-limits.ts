// Formats and limits that a schema sets beside the type (JSON Schema validation: format, minimum, maxLength …).
// A run sends such a value all the same, and the API may refuse it; only dates that are none are certain to be wrong.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';

export interface BrokenLimit {
  code: 'FLOW4012' | 'FLOW4013';
  /** What the field takes: "a number up to 100". */
  takes: string;
  /** What is there instead, where the value itself does not show it. */
  why?: string;
  severity: 'error' | 'warning';
}

interface Format {
  takes: string;
  severity: 'error' | 'warning';
  test(text: string): boolean;
}

const day = /^(\d{4})-(\d{2})-(\d{2})$/;
const moment = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

/** True for a day of the calendar, `2026-01-31`. */
function isDate(text: string): boolean {
  const [, year, month, date] = (day.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return false;
  const made = new Date(Date.UTC(year, month - 1, date));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
}

/** True for RFC 3339 and its shorter forms: without seconds, without a zone, the day alone. */
function isDateTime(text: string): boolean {
  const [, date = '', hour = '0', minute = '0', second = '0'] = moment.exec(text) ?? [];
  return isDate(date) && Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
}

const formats: Record<string, Format> = {
  date: { takes: 'a date such as 2026-01-31', severity: 'error', test: isDate },
  'date-time': {
    takes: 'a date and time such as 2026-01-31T08:00:00Z',
    severity: 'error',
    test: isDateTime,
  },
  email: {
    takes: 'an e-mail address',
    severity: 'warning',
    test: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
  },
  uri: { takes: 'a whole address', severity: 'warning', test: (text) => URL.canParse(text) },
  uuid: {
    takes: 'a UUID',
    severity: 'warning',
    test: (text) => /^\{?[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\}?$/i.test(text),
  },
};

/** The first format or limit of `schema` that a literal of the right type breaks. */
export function findBrokenLimit(
  value: JsonValue,
  format: string | undefined,
  schema: JsonObject,
): BrokenLimit | undefined {
  if (typeof value === 'string') return breakFormat(value, format) ?? breakLength(value.length, schema, text);
  if (Array.isArray(value)) return breakLength(value.length, schema, items);
  return typeof value === 'number' ? breakRange(value, schema, format) : undefined;
}

function breakFormat(text: string, name: string | undefined): BrokenLimit | undefined {
  const format = name !== undefined && Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!format || format.test(text)) return undefined;
  return { code: 'FLOW4012', takes: format.takes, severity: format.severity };
}

interface LengthWords {
  least: string;
  most: string;
  unit: string;
}
const text: LengthWords = { least: 'minLength', most: 'maxLength', unit: 'characters' };
const items: LengthWords = { least: 'minItems', most: 'maxItems', unit: 'items' };

function breakLength(length: number, schema: JsonObject, words: LengthWords): BrokenLimit | undefined {
  const least = numberOf(schema, words.least);
  const most = numberOf(schema, words.most);
  if (length >= (least ?? 0) && length <= (most ?? Number.POSITIVE_INFINITY)) return undefined;
  return { ...outside(`${amount(least, most)} ${words.unit}`), why: `This has ${length}` };
}

const wholeLimits: Record<string, number> = { int32: 2 ** 31 };

function breakRange(value: number, schema: JsonObject, format: string | undefined): BrokenLimit | undefined {
  const size = wholeLimits[format ?? ''];
  const least = numberOf(schema, 'minimum') ?? (size === undefined ? undefined : -size);
  const most = numberOf(schema, 'maximum') ?? (size === undefined ? undefined : size - 1);
  const above = exclusive(schema, 'exclusiveMinimum', least);
  const below = exclusive(schema, 'exclusiveMaximum', most);
  if (above !== undefined && value <= above) return outside(`a number greater than ${above}`);
  if (below !== undefined && value >= below) return outside(`a number less than ${below}`);
  if (value >= (least ?? Number.NEGATIVE_INFINITY) && value <= (most ?? Number.POSITIVE_INFINITY))
    return undefined;
  return outside(`a number ${bounds(least, most)}`);
}

/** `exclusiveMinimum` is a number of its own in 3.1, and a flag on `minimum` before. */
function exclusive(schema: JsonObject, key: string, bound: number | undefined): number | undefined {
  return ownProperty(schema, key) === true ? bound : numberOf(schema, key);
}

function bounds(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return `from ${least} to ${most}`;
  return most === undefined ? `of at least ${least}` : `up to ${most}`;
}

function amount(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return least === most ? `${least}` : `${least} to ${most}`;
  return most === undefined ? `at least ${least}` : `up to ${most}`;
}

function outside(takes: string): BrokenLimit {
  return { code: 'FLOW4013', takes, severity: 'warning' };
}

function numberOf(schema: JsonObject, key: string): number | undefined {
  const value = isJsonObject(schema) ? ownProperty(schema, key) : undefined;
  return typeof value === 'number' ? value : undefined;
}
