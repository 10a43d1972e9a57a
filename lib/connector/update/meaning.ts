// What the members of a definition mean to an update: which ones makers write for makers, which ones hold named things,
// and which ones are values that are taken whole.
import { isSameJson } from '../../document/equal';
import { type JsonValue, ownProperty } from '../../json';

const texts = new Set(['summary', 'description', 'title', 'default', 'enum', 'operationId']);
const structural = new Set(['x-ms-notification-content', 'x-ms-trigger']);

/** Texts, defaults, dropdowns, IDs and `x-ms-*`: an edit of these stays, whatever the new file says. */
export function isMakersOwn(key: string): boolean {
  return texts.has(key) || (key.startsWith('x-ms-') && !structural.has(key));
}

const maps = new Set([
  'properties',
  'patternProperties',
  'definitions',
  '$defs',
  'responses',
  'parameters',
  'schemas',
  'requestBodies',
  'headers',
  'content',
  'encoding',
  'callbacks',
  'links',
  'pathItems',
  'variables',
  'securityDefinitions',
  'securitySchemes',
]);

/** True where the keys inside are names of the document's own, so that `description` there is a name and no text. */
export function isMap(key: string): boolean {
  return maps.has(key);
}

const wholes = new Set(['example', 'examples', 'x-example', 'const']);

/** True for a value that has no parts of its own to merge. */
export function isWhole(key: string): boolean {
  return wholes.has(key);
}

/** What says what a schema or parameter is. Where both sides changed one of these, the new file describes it alone. */
export const shapeKeys: readonly string[] = ['$ref', 'type', 'format'];

const dropdownKeys: readonly string[] = ['enum', 'x-ms-enum-values'];

/** The values of a dropdown and their names are one thing. */
export function isDropdown(key: string): boolean {
  return dropdownKeys.includes(key);
}

/** The dropdown of a schema as one value. */
export function dropdownIn(schema: JsonValue | undefined): JsonValue[] {
  return dropdownKeys.map((key) => ownProperty(schema, key) ?? null);
}

/** Whether two sides say the same; no text and the empty text do. */
export function saysSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return isSameJson(one === '' ? undefined : one, other === '' ? undefined : other);
}
