// Whether a repaired definition is still the whole one: a repair that loses paths, or that closes a file cut in the
// middle, is refused.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { referenceOf, resolveReference } from './reference';

/** True when keys that look like paths in the text are not all under `paths` of the repaired document. */
export function losesPaths(text: string, document: JsonObject): boolean {
  const written = new Set(Array.from(text.matchAll(/"(\/[^"\n]*)"\s*:\s*\{/g), (match) => match[1]));
  const paths = ownProperty(document, 'paths');
  const kept = isJsonObject(paths) ? Object.keys(paths).length : 0;
  return kept < written.size;
}

/** True for a definition whose end was missing when its paths, or what it refers to, are missing too. */
export function isCut(document: JsonObject): boolean {
  const isDefinition =
    ownProperty(document, 'swagger') !== undefined || ownProperty(document, 'openapi') !== undefined;
  if (!isDefinition) return false;
  return !isJsonObject(ownProperty(document, 'paths')) || hasLostReference(document, document);
}

function hasLostReference(document: JsonObject, value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some((item) => hasLostReference(document, item));
  if (!isJsonObject(value)) return false;
  if (referenceOf(value)?.startsWith('#/') && !resolveReference(document, { value, pointer: '' }))
    return true;
  return Object.values(value).some((member) => hasLostReference(document, member));
}
