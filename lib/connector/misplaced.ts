// Operations that stand where none is read: a path outside of `paths`, an operation that is not below a path and a
// method (OpenAPI, Paths Object and Path Item Object). A bracket in the wrong place moves them there.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { toPointer } from '../json-pointer';
import { isMethod } from './read/paths-object';

export interface Misplaced {
  kind: 'path' | 'operation';
  /** The key it stands under. */
  key: string;
  pointer: string;
}

const passedOver = /^(x-.*|examples?|default|enum)$/;

/** Every path and operation that a reader of the document passes over, in the order of the document. */
export function listMisplaced(document: JsonObject): Misplaced[] {
  const found: Misplaced[] = [];
  const visit = (value: JsonValue, path: (string | number)[]): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    } else if (isJsonObject(value)) {
      for (const [key, member] of Object.entries(value)) {
        if (passedOver.test(key) || typeof member !== 'object' || member === null) continue;
        const at = [...path, key];
        const kind = kindOf(key, member);
        const expected = kind && expectedAt(at);
        if (kind && expected !== 'any' && expected !== kind)
          found.push({ kind, key, pointer: toPointer(at) });
        else visit(member, at);
      }
    }
  };
  visit(document, []);
  return found;
}

/** What readers look for at a place. */
function expectedAt(path: readonly (string | number)[]): Misplaced['kind'] | 'any' | undefined {
  const [root, second, third] = path;
  if (root === 'webhooks' || (root === 'components' && second === 'pathItems') || path.includes('callbacks'))
    return 'any';
  if (root !== 'paths' || path.length > 3) return undefined;
  if (third !== undefined) return isMethod(String(third)) ? 'operation' : undefined;
  return second === undefined ? undefined : 'path';
}

function kindOf(key: string, value: JsonValue): Misplaced['kind'] | undefined {
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
