// Operations that stand where none is read: below a path outside of `paths`, or without a path and a method above them
// (OpenAPI, Paths Object and Path Item Object). A bracket in the wrong place moves them there.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { toPointer } from '../json-pointer';
import { isMethod } from './read/paths-object';

export interface MisplacedOperation {
  pointer: string;
  /** Its operationId, else the key it stands under. */
  name: string;
  /** The outermost key that is in the wrong place: that of the operation, or of a path above it. */
  root: { key: string; pointer: string; kind: 'path' | 'operation' };
}

interface Place {
  path: (string | number)[];
  root: MisplacedOperation['root'] | undefined;
}

const passedOver = /^((x-|x-ms-)?examples?|default|enum)$/;

/** Every operation that a reader of the document passes over, in the order of the document. */
export function listMisplaced(document: JsonObject): MisplacedOperation[] {
  const found: MisplacedOperation[] = [];
  const enter = (member: JsonValue, key: string | number, { path, root }: Place): void => {
    if (typeof member !== 'object' || member === null) return;
    const at = [...path, key];
    const outermost = root ?? (typeof key === 'string' ? misplacedRoot(key, member, at) : undefined);
    if (outermost && typeof key === 'string' && (isBelowPath(at, member) || isOperation(key, member))) {
      const id = ownProperty(member, 'operationId');
      found.push({ pointer: toPointer(at), name: typeof id === 'string' ? id : key, root: outermost });
    }
    visit(member, { path: at, root: outermost });
  };
  const visit = (value: JsonValue[] | JsonObject, place: Place): void => {
    const isList = Array.isArray(value);
    for (const [key, member] of isList ? value.entries() : Object.entries(value))
      if (isList || !passedOver.test(String(key))) enter(member, key, place);
  };
  visit(document, { path: [], root: undefined });
  return found;
}

function isBelowPath(path: readonly (string | number)[], value: JsonValue): boolean {
  return String(path.at(-2)).startsWith('/') && isMethod(String(path.at(-1))) && isJsonObject(value);
}

function misplacedRoot(
  key: string,
  value: JsonValue,
  path: readonly (string | number)[],
): MisplacedOperation['root'] | undefined {
  const kind = kindOf(key, value);
  const expected = kind && expectedAt(path);
  return kind && expected !== 'any' && expected !== kind
    ? { key, pointer: toPointer(path), kind }
    : undefined;
}

/** What readers look for at a place. */
function expectedAt(path: readonly (string | number)[]): 'path' | 'operation' | 'any' | undefined {
  const [root, second, third] = path;
  if (root === 'webhooks' || (root === 'components' && second === 'pathItems') || path.includes('callbacks'))
    return 'any';
  if (root !== 'paths' || path.length > 3) return undefined;
  if (third !== undefined) return isMethod(String(third)) ? 'operation' : undefined;
  return second === undefined ? undefined : 'path';
}

function kindOf(key: string, value: JsonValue): 'path' | 'operation' | undefined {
  if (isOperation(key, value)) return 'operation';
  return key.startsWith('/') && isPathItem(value) ? 'path' : undefined;
}

function isPathItem(value: JsonValue): boolean {
  return (
    isJsonObject(value) &&
    Object.entries(value).some(([key, member]) => isMethod(key) && isJsonObject(member))
  );
}

function isOperation(key: string, value: JsonValue): boolean {
  const hasId = typeof ownProperty(value, 'operationId') === 'string';
  const hasResponses = isJsonObject(ownProperty(value, 'responses'));
  return isMethod(key) ? hasId || hasResponses : hasId && hasResponses;
}
