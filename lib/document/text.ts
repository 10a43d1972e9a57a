// The text of a document and its changes: an edit changes only its own range, and no edit changes nothing.
import { AppError } from '../app-error';
import { parseDefinition } from '../connector/parse-definition';
import type { JsonObject, JsonValue } from '../json';
import type { DocumentChange } from '../problem';
import { applyChanges } from './change';
import { diffDocuments } from './diff';
import { rewriteJson } from './rewrite-json';
import { rewriteYaml } from './rewrite-yaml';

/** The text after the changes. Throws INVALID_INPUT when the text itself cannot be read. */
export function changeText(text: string, changes: readonly DocumentChange[]): string {
  if (changes.length === 0) return text;
  const parsed = parseDefinition(text);
  if (!parsed.ok) throw new AppError('INVALID_INPUT', parsed.problems[0]?.message);
  return rewriteText(parsed.text, parsed.document, applyChanges(parsed.document, changes));
}

/** The text with `after` in place of `before`, the value of the text. Parts that say the same keep their bytes. */
export function rewriteText(text: string, before: JsonObject, after: JsonObject): string {
  const isJson = text.trimStart().startsWith('{');
  return isJson ? rewriteJson(text, before, after) : rewriteYaml(text, diffDocuments(before, after));
}

/** JSON with two spaces, keys in their order, and a line end: what exports and comparisons use. */
export function toCanonicalText(value: JsonValue): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
