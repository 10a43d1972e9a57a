// The paths of a merged definition: the operations on their sides, each at the place where the new file has it, or
// where the maker put it.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { isMethod } from '../read/paths-object';
import { referenceOf } from '../reference';
import { keepBodyName } from './body-name';
import { type Documents, mergeObject, mergeValue, type Sides } from './merge-value';
import { type OperationSides, placeOf, type WrittenOperation } from './pair-operations';

/** The merged Paths Object. Operations that the maker removed stay out; those made by hand stay. */
export function mergePaths(documents: Documents, ids: ReadonlyMap<OperationSides, string>): JsonObject {
  const theirs = pathsOf(documents.theirs);
  const items = new Map<string, JsonValue>();
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(pathsOf(documents.mine))])) {
    const value = mergeItem(documents, name);
    if (value !== undefined) items.set(name, value);
  }
  const methods = new Map<string, JsonObject>();
  const taken = new Set([...ids.keys()].flatMap((pair) => (pair.theirs ? [placeOf(pair.theirs)] : [])));
  for (const [pair, id] of ids) {
    const placed = placeOperation(documents, pair, taken);
    if (!placed) continue;
    const { path, method, value } = placed;
    const operation = id === '' ? value : { ...value, operationId: id };
    methods.set(path, { ...methods.get(path), [method]: operation });
  }
  const entries = [...items].flatMap(([path, rest]): [string, JsonValue][] => {
    if (!isJsonObject(rest) || !isPath(path) || referenceOf(rest) !== undefined) return [[path, rest]];
    const operations = methods.get(path);
    const item = ownProperty(theirs, path);
    const wasEmpty = isJsonObject(item) && !Object.keys(item).some(isMethod);
    if (!operations) return wasEmpty ? [[path, rest]] : [];
    return [[path, inOrderOf(item, { ...rest, ...operations })]];
  });
  return Object.fromEntries(entries);
}

/** What a path item holds beside its operations; whole where it is a reference or no path item at all. */
function mergeItem(documents: Documents, name: string): JsonValue | undefined {
  const sides: Sides = {
    base: ownProperty(pathsOf(documents.base), name),
    mine: ownProperty(pathsOf(documents.mine), name),
    theirs: ownProperty(pathsOf(documents.theirs), name),
  };
  const isWhole = [sides.mine, sides.theirs].some(
    (item) => item !== undefined && (!isJsonObject(item) || referenceOf(item) !== undefined),
  );
  if (!isPath(name) || isWhole) return mergeValue(documents, sides);
  const parts: Sides = {
    base: withoutMethods(sides.base),
    mine: withoutMethods(sides.mine),
    theirs: withoutMethods(sides.theirs),
  };
  const { base, mine, theirs } = parts;
  if (!isJsonObject(mine) || !isJsonObject(theirs)) return theirs ?? mine;
  return mergeObject(documents, { base, mine, theirs });
}

function placeOperation(
  documents: Documents,
  { base, mine, theirs }: OperationSides,
  taken: ReadonlySet<string>,
): WrittenOperation | undefined {
  if (!mine || !theirs) return mine ?? theirs;
  const merged = mergeValue(documents, { base: base?.value, mine: mine.value, theirs: theirs.value });
  const whole = isJsonObject(merged) ? merged : theirs.value;
  const value = keepBodyName(documents, { mine: mine.value, merged: whole });
  return { ...whereOf({ base, mine, theirs }, taken), value };
}

interface Met {
  base: WrittenOperation | undefined;
  mine: WrittenOperation;
  theirs: WrittenOperation;
}

/** Moved by the maker and not by the file, an operation stays where it is, unless the file needs the place. */
function whereOf({ base, mine, theirs }: Met, taken: ReadonlySet<string>): WrittenOperation {
  const isMoved = base !== undefined && !isSamePlace(mine, base) && isSamePlace(theirs, base);
  return isMoved && (placeOf(mine) === placeOf(theirs) || !taken.has(placeOf(mine))) ? mine : theirs;
}

function isSamePlace(one: WrittenOperation, other: WrittenOperation): boolean {
  return one.path === other.path && one.method.toLowerCase() === other.method.toLowerCase();
}

function pathsOf(document: JsonObject): JsonObject {
  const paths = ownProperty(document, 'paths');
  return isJsonObject(paths) ? paths : {};
}

function isPath(name: string): boolean {
  return !name.startsWith('x-');
}

function withoutMethods(item: JsonValue | undefined): JsonValue | undefined {
  if (!isJsonObject(item)) return item;
  return Object.fromEntries(Object.entries(item).filter(([key]) => !isMethod(key)));
}

/** The members of an item in the order of the new file, the others behind. */
function inOrderOf(model: JsonValue | undefined, item: JsonObject): JsonObject {
  const known = isJsonObject(model) ? Object.keys(model).filter((key) => Object.hasOwn(item, key)) : [];
  const keys = new Set([...known, ...Object.keys(item)]);
  return Object.fromEntries([...keys].map((key) => [key, item[key] ?? null]));
}
