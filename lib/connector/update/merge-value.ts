// Three sides of one value become one: where the new file says what the last one said, the maker's stays; where the
// maker left it, the new file's comes; where both changed it, texts are the maker's and the contract is the file's.
import { isSameJson } from '../../document/equal';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { referenceOf, resolveObject } from '../reference';
import { dropdownIn, isDropdown, isMakersOwn, isMap, isWhole, saysSame, shapeKeys } from './meaning';
import { pairItems } from './pair-items';

/** The same value in the last file, in the definition as edited, and in the new file; absent where a side has none. */
export interface Sides<T = JsonValue | undefined> {
  base: T;
  mine: T;
  theirs: T;
}

/** The whole documents, for what their references name. */
export type Documents = Sides<JsonObject>;

/** The merged value, or undefined where it goes. `key` is the member it stands in. */
export function mergeValue(documents: Documents, sides: Sides, key = ''): JsonValue | undefined {
  const { base, mine, theirs } = sides;
  if (isSameJson(theirs, base) || isSameJson(mine, theirs)) return mine;
  if (isSameJson(mine, base) || isWhole(key)) return theirs;
  if (isJsonObject(mine) && isJsonObject(theirs)) {
    return isMap(key)
      ? mergeMap(documents, { base, mine, theirs })
      : mergeObject(documents, { base, mine, theirs });
  }
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const list = Array.isArray(base) ? base : [];
    return mergeList(documents, { base: list, mine, theirs });
  }
  return theirs;
}

interface ObjectSides {
  base: JsonValue | undefined;
  mine: JsonObject;
  theirs: JsonObject;
}

function mergeMap(documents: Documents, { base, mine, theirs }: ObjectSides): JsonObject {
  return collect(mine, theirs, (name) =>
    mergeValue(documents, {
      base: ownProperty(base, name),
      mine: ownProperty(mine, name),
      theirs: ownProperty(theirs, name),
    }),
  );
}

/** An object whose keys have a meaning of their own. Members that are `settled` are merged already. */
export function mergeObject(
  documents: Documents,
  { base: written, mine, theirs }: ObjectSides,
  settled: Readonly<Record<string, JsonValue | undefined>> = {},
): JsonObject {
  const base = inlinedLike(documents.base, written, mine);
  const isReshaped = differsIn(shapeKeys, mine, base) && differsIn(shapeKeys, theirs, base);
  const ownDropdown = !isSameJson(dropdownIn(mine), dropdownIn(base));
  return collect(mine, theirs, (key) => {
    if (Object.hasOwn(settled, key)) return settled[key];
    const sides: Sides = {
      base: ownProperty(base, key),
      mine: ownProperty(mine, key),
      theirs: ownProperty(theirs, key),
    };
    if (isDropdown(key)) return ownDropdown ? sides.mine : sides.theirs;
    if (isMakersOwn(key)) return saysSame(sides.mine, sides.base) ? sides.theirs : sides.mine;
    if (isReshaped && sides.theirs === undefined) return undefined;
    return mergeValue(documents, sides, key);
  });
}

/** Members in the order of the new file, then those that only the maker has. */
function collect(
  mine: JsonObject,
  theirs: JsonObject,
  merge: (key: string) => JsonValue | undefined,
): JsonObject {
  const own = Object.keys(mine).filter((key) => !Object.hasOwn(theirs, key));
  const entries = [...Object.keys(theirs), ...own].flatMap((key): [string, JsonValue][] => {
    const value = merge(key);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

function differsIn(
  keys: readonly string[],
  one: JsonValue | undefined,
  other: JsonValue | undefined,
): boolean {
  return keys.some((key) => !isSameJson(ownProperty(one, key), ownProperty(other, key)));
}

/** What a reference names, where the other side is written out: the two can then be compared part by part. */
function inlinedLike(
  document: JsonObject,
  value: JsonValue | undefined,
  other: JsonValue | undefined,
): JsonValue | undefined {
  if (referenceOf(value) === undefined || referenceOf(other) !== undefined) return value;
  const target = resolveObject(document, { value: value ?? null, pointer: '' });
  return target && isJsonObject(value) ? { ...target.value, ...withoutReference(value) } : value;
}

function withoutReference({ $ref: _reference, ...beside }: JsonObject): JsonObject {
  return beside;
}

/** Items in the order of the new file, then those that the maker added. */
function mergeList(documents: Documents, { base, mine, theirs }: Sides<JsonValue[]>): JsonValue[] {
  const list = { document: documents.theirs, items: theirs };
  const bases = { document: documents.base, items: base };
  const mines = { document: documents.mine, items: mine };
  const inBase = pairItems(list, bases);
  const inMine = pairItems(list, mines);
  const imported = pairItems(mines, bases);
  const merged = theirs.map((item, index) =>
    mergeItem(documents, {
      base: at(base, inBase[index]),
      mine: at(mine, inMine[index]),
      theirs: item,
    }),
  );
  const own = mine.filter((_item, index) => imported[index] === undefined && !inMine.includes(index));
  return [...merged.filter((item) => item !== undefined), ...own];
}

function mergeItem(documents: Documents, sides: Sides & { theirs: JsonValue }): JsonValue | undefined {
  const { base, mine, theirs } = sides;
  // Taken out by the maker: it stays out, unless the file changed it.
  if (mine === undefined) return isSameJson(base, theirs) ? undefined : theirs;
  if (isSameJson(mine, base) || isSameJson(theirs, base)) return mergeValue(documents, sides);
  return mergeValue(documents, {
    base: inlinedLike(documents.base, base, mine),
    mine,
    theirs: inlinedLike(documents.theirs, theirs, mine),
  });
}

function at(list: readonly JsonValue[], index: number | undefined): JsonValue | undefined {
  return index === undefined ? undefined : list[index];
}
