// The text of a field as the value its type asks for: defaults of inputs and the form of the Test tab.
import { isJsonObject, type JsonValue } from '@/lib/json';

type TypedText = { value: JsonValue } | { mustBe: string };

/** Reads a text that is not empty; `mustBe` ends a sentence like “The default must be …”. */
export function readTypedText(text: string, type: string): TypedText {
  switch (type) {
    case 'integer':
      if (!/^\s*[+-]?\d+\s*$/.test(text)) return { mustBe: 'a whole number' };
      return Number.isSafeInteger(Number(text))
        ? { value: Number(text) }
        : { mustBe: 'a whole number of at most 15 digits' };
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text))
        ? { value: Number(text) }
        : { mustBe: 'a number' };
    case 'boolean':
      return /^(true|false)$/.test(text) ? { value: text === 'true' } : { mustBe: 'true or false' };
    case 'array': {
      const value = parseJson(text);
      return Array.isArray(value) ? { value } : { mustBe: 'a list in JSON, e.g. ["a", "b"]' };
    }
    case 'object': {
      const value = parseJson(text);
      return isJsonObject(value) ? { value } : { mustBe: 'an object in JSON, e.g. {"a": 1}' };
    }
    case 'any':
      return { value: parseJson(text) ?? text };
    default:
      return { value: text };
  }
}

/** A value as the text that reads back as it. */
export function toTypedText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
