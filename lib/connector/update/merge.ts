// The new definition with the maker's own texts, visibility and defaults laid over it. Places are matched by meaning:
// operations by operationId, parameters by `in` and `name`, everything named by its name.
import { isSameJson } from '../../document/equal';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import { textMember } from '../read/members';
import { methods } from '../read/paths-object';

/** What makers edit and an update therefore keeps. */
const descriptive = new Set([
  'summary',
  'description',
  'title',
  'x-ms-summary',
  'x-ms-visibility',
  'x-ms-url-encoding',
  'x-ms-enum-values',
  'x-ms-dynamic-values',
  'x-ms-dynamic-list',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
  'x-ms-capabilities',
  'x-ms-connector-metadata',
  'default',
  'enum',
]);

/** Members whose keys are names of the document's own, so that `description` there is a name and no text. */
const maps = new Set([
  'properties',
  'definitions',
  'responses',
  'parameters',
  'schemas',
  'requestBodies',
  'headers',
  'content',
  'callbacks',
  'securityDefinitions',
  'securitySchemes',
]);

/** One text, visibility or default of the maker's that stays. */
export interface KeptEdit {
  at: string;
  key: string;
  value: JsonValue | undefined;
  incoming: JsonValue | undefined;
}

interface Sides {
  base: JsonValue | undefined;
  mine: JsonValue | undefined;
  theirs: JsonValue;
}

/** Merges documents. Every edit that is kept against a differing value of the new file is added to `kept`. */
export function mergeDefinitions(
  documents: { source: JsonObject; definition: JsonObject; incoming: JsonObject },
  kept: KeptEdit[],
): JsonObject {
  const { source, definition, incoming } = documents;
  const merged = mergeNode(
    { base: source, mine: definition, theirs: incoming },
    { at: '', kept, skip: 'paths' },
  );
  const result = isJsonObject(merged) ? merged : incoming;
  const paths = ownProperty(incoming, 'paths');
  if (!isJsonObject(paths)) return result;
  return { ...result, paths: mergePaths({ source, definition, paths }, kept) };
}

interface Place {
  at: string;
  kept: KeptEdit[];
  /** A member that is merged elsewhere. */
  skip?: string;
}

function mergeNode({ base, mine, theirs }: Sides, place: Place): JsonValue {
  if (Array.isArray(theirs)) return mergeList({ base, mine, theirs }, place);
  if (!isJsonObject(theirs) || !isJsonObject(mine)) return theirs;
  const entries: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(theirs)) {
    const sides = { base: ownProperty(base, key), mine: ownProperty(mine, key), theirs: value };
    const at = place.at + toPointer([key]);
    if (key === place.skip) entries.push([key, value]);
    else if (descriptive.has(key)) {
      const chosen = choose(key, sides, { ...place, at });
      if (chosen !== undefined) entries.push([key, chosen]);
    } else if (maps.has(key) && isJsonObject(value))
      entries.push([key, mergeMap(sides, value, { kept: place.kept, at })]);
    else entries.push([key, mergeNode(sides, { kept: place.kept, at })]);
  }
  for (const [key, value] of Object.entries(mine)) {
    if (!descriptive.has(key) || Object.hasOwn(theirs, key) || isSameJson(value, ownProperty(base, key)))
      continue;
    place.kept.push({ at: place.at + toPointer([key]), key, value, incoming: undefined });
    entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

/** The maker's value where it differs from the last import, else the new one; undefined where the maker removed it. */
function choose(key: string, { base, mine, theirs }: Sides, place: Place): JsonValue | undefined {
  if (isSameJson(mine, base) || isSameJson(mine, theirs)) return theirs;
  place.kept.push({ at: place.at, key, value: mine, incoming: theirs });
  return mine;
}

function mergeMap({ base, mine }: Omit<Sides, 'theirs'>, theirs: JsonObject, place: Place): JsonObject {
  return Object.fromEntries(
    Object.entries(theirs).map(([name, value]) => {
      const sides = { base: ownProperty(base, name), mine: ownProperty(mine, name), theirs: value };
      return [name, mergeNode(sides, { kept: place.kept, at: place.at + toPointer([name]) })];
    }),
  );
}

function mergeList({ base, mine, theirs }: Sides & { theirs: JsonValue[] }, place: Place): JsonValue[] {
  const isNamed = theirs.every((item) => textMember(item, 'name') !== '' && textMember(item, 'in') !== '');
  return theirs.map((item, index) => {
    const find = (list: JsonValue | undefined): JsonValue | undefined => {
      if (!Array.isArray(list)) return undefined;
      return isNamed ? list.find((other) => isSameParameter(other, item)) : list[index];
    };
    const sides = { base: find(base), mine: find(mine), theirs: item };
    return mergeNode(sides, { kept: place.kept, at: place.at + toPointer([index]) });
  });
}

function isSameParameter(one: JsonValue, other: JsonValue): boolean {
  return (
    textMember(one, 'name') === textMember(other, 'name') && textMember(one, 'in') === textMember(other, 'in')
  );
}

interface WrittenOperation {
  id: string;
  path: string;
  method: string;
  value: JsonObject;
}

/** The operations of a document as written, whatever path they stand under. */
export function listWrittenOperations(document: JsonObject): WrittenOperation[] {
  const paths = ownProperty(document, 'paths');
  if (!isJsonObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method): WrittenOperation[] => {
      const value = ownProperty(item, method);
      return isJsonObject(value) ? [{ id: textMember(value, 'operationId'), path, method, value }] : [];
    }),
  );
}

function mergePaths(
  { source, definition, paths }: { source: JsonObject; definition: JsonObject; paths: JsonObject },
  kept: KeptEdit[],
): JsonObject {
  const byId = (document: JsonObject): Map<string, JsonObject> =>
    new Map(listWrittenOperations(document).map(({ id, value }) => [id, value]));
  const bases = byId(source);
  const mines = byId(definition);
  const entries = Object.entries(paths).map(([path, item]): [string, JsonValue] => {
    if (!isJsonObject(item)) return [path, item];
    const at = toPointer(['paths', path]);
    const members = Object.entries(item).map(([key, value]): [string, JsonValue] => {
      const id = methods.includes(key) ? textMember(value, 'operationId') : '';
      const sides =
        id === ''
          ? { base: pathMember(source, path, key), mine: pathMember(definition, path, key), theirs: value }
          : { base: bases.get(id), mine: mines.get(id), theirs: value };
      return [key, mergeNode(sides, { kept, at: at + toPointer([key]) })];
    });
    return [path, Object.fromEntries(members)];
  });
  return Object.fromEntries(entries);
}

function pathMember(document: JsonObject, path: string, key: string): JsonValue | undefined {
  return ownProperty(ownProperty(ownProperty(document, 'paths'), path), key);
}
