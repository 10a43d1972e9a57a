// The JSON value of a field <-> the text an editor shows, by the field's type.
import { parseTemplate } from '../expression/template';
import { isJsonObject, type JsonValue } from '../json';
import type { TokenType } from './token';

/** Text to show for a value. Objects and lists are shown as JSON. */
export function toFieldString(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return JSON.stringify(value, null, 2);
  return String(value);
}

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** The value that typed text stands for; undefined where the field is empty. Text with tokens stays text: it is a template. */
export function toFieldValue(text: string, type: TokenType): JsonValue | undefined {
  if (text === '') return undefined;
  const trimmed = text.trim();
  switch (type) {
    case 'integer':
    case 'number':
      return number.test(trimmed) && keepsDigits(trimmed) ? Number(trimmed) : text;
    case 'boolean':
      if (/^(true|yes)$/i.test(trimmed)) return true;
      return /^(false|no)$/i.test(trimmed) ? false : text;
    case 'array':
    case 'object':
    case 'any':
      return /^[[{]/.test(trimmed) ? (parseStructure(trimmed) ?? text) : text;
    default:
      return text;
  }
}

/** Numbers that a JS number would change stay text. */
function keepsDigits(text: string): boolean {
  const value = Number(text);
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function parseStructure(text: string): JsonValue | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) || isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A literal as another type has it: "5" becomes 5, 5 becomes "5", JSON text what it says. Kept where there is no such value. */
export function convertValue(value: JsonValue, type: TokenType): JsonValue {
  if (typeof value === 'string') {
    // Text with an expression is worked out in a run.
    if (parseTemplate(value).kind !== 'literal') return value;
    const read = toFieldValue(value, type) ?? value;
    return type === 'integer' && !Number.isInteger(read) ? value : read;
  }
  return type === 'string' && value !== null ? toFieldString(value) : value;
}
