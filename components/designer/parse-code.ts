// JSON that a person is typing: the value, or what is wrong and where.
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { isJsonObject, type JsonObject } from '@/lib/json';

export type ParsedCode =
  | { ok: true; value: JsonObject }
  | { ok: false; message: string; from: number; to: number };

/** Reads a JSON object; comments and trailing commas are mistakes, as in a stored definition. */
export function parseJsonDocument(text: string): ParsedCode {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first) {
    const line = text.slice(0, first.offset).split('\n').length;
    const words = printParseErrorCode(first.error)
      .replaceAll(/([A-Z])/g, ' $1')
      .trim()
      .toLowerCase();
    return {
      ok: false,
      message: `Line ${line}: ${words}.`,
      from: first.offset,
      to: first.offset + Math.max(1, first.length),
    };
  }
  if (!isJsonObject(value))
    return { ok: false, message: 'A definition is a JSON object.', from: 0, to: text.length };
  return { ok: true, value };
}
