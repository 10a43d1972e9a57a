// Paths Object and Path Item Object: which operations a document has, in document order.
import { isJsonObject, ownProperty } from '../../json';
import type { Operation } from '../model';
import { resolveObject } from '../reference';
import type { ReadContext } from './context';
import { entriesOf, objectMember } from './members';
import { type OperationPlace, readOperation } from './operation-object';

/** Methods that a path may hold, in lower case (OpenAPI, Path Item Object). */
export const methods: readonly string[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

/** True for the key of an operation in a path item, in any case. */
export function isMethod(key: string): boolean {
  return methods.includes(key.toLowerCase());
}

/** Every operation with its place; path items may be shared by `$ref`. */
export function listOperationPlaces(context: ReadContext): OperationPlace[] {
  const paths = objectMember({ value: context.document, pointer: '' }, 'paths');
  return entriesOf(paths).flatMap(({ key, located }) => {
    const pathItem = key.startsWith('x-') ? undefined : resolveObject(context.document, located);
    if (!pathItem) return [];
    return Object.keys(pathItem.value).flatMap((method): OperationPlace[] => {
      const value = ownProperty(pathItem.value, method);
      if (!isMethod(method) || !isJsonObject(value)) return [];
      return [
        { path: key, method, pathItem, operation: { value, pointer: `${pathItem.pointer}/${method}` } },
      ];
    });
  });
}

/** Reads the operations at their places; those without an operationId get one made of method and path, told as a repair. */
export function readPaths(context: ReadContext, places: readonly OperationPlace[]): Operation[] {
  const operations = places.map((place) => readOperation(context, place));
  const taken = new Set(operations.map(({ id }) => id));
  return operations.map((operation) => {
    if (operation.id !== '') return operation;
    const id = makeOperationId(operation, taken);
    taken.add(id);
    const message = `${operation.method} ${operation.path} has no operation ID; it is called ${id}.`;
    context.repairs.push({ code: 'CONN1112', message });
    return { ...operation, id };
  });
}

/** `GET /items/{id}` becomes `GetItemsId`; a number follows where the name is taken. */
function makeOperationId(place: { method: string; path: string }, taken: ReadonlySet<string>): string {
  const words = `${place.method.toLowerCase()} ${place.path}`
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const base = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}${number}`;
  return id;
}
