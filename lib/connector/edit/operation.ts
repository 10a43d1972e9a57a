// Edits of one operation, as changes of the document; the same for both dialects.
import { isJsonObject, type JsonObject, ownProperty } from '../../json';
import { atPointer, parsePointer, toPointer } from '../../json-pointer';
import type { DocumentChange } from '../../problem';
import type { Connector, Operation, Visibility } from '../model';
import { operationFromSample, type RequestSample } from '../sample';
import { setGeneral } from './general';

export interface OperationChange {
  summary?: string;
  description?: string;
  id?: string;
  visibility?: Visibility;
}

const keys = { summary: 'summary', description: 'description', id: 'operationId' } as const;

/** Sets what is given; `visibility: 'none'` takes the extension away. A new id is followed by every dropdown that names the old one. */
export function setOperation(
  connector: Connector,
  operation: Operation,
  change: OperationChange,
): DocumentChange[] {
  const changes: DocumentChange[] = [];
  for (const key of ['summary', 'description', 'id'] as const) {
    const value = change[key];
    if (value !== undefined) changes.push({ op: 'set', at: `${operation.pointer}/${keys[key]}`, value });
  }
  if (change.visibility !== undefined) changes.push(visibilityChange(operation.pointer, change.visibility));
  if (change.id !== undefined) changes.push(...renameUses(connector.document, operation.id, change.id));
  return changes;
}

/** Sets x-ms-visibility of the object at `pointer`. */
export function visibilityChange(pointer: string, visibility: Visibility): DocumentChange {
  const at = `${pointer}/x-ms-visibility`;
  return visibility === 'none' ? { op: 'remove', at } : { op: 'set', at, value: visibility };
}

/** Takes an operation away, and its path with it when nothing else is left there. */
export function removeOperation(connector: Connector, operation: Operation): DocumentChange[] {
  return removeOperations(connector, [operation]);
}

/** Takes operations away. Of a path that refers to a shared item only the path changes: it gets a copy of what is left. */
export function removeOperations(connector: Connector, operations: readonly Operation[]): DocumentChange[] {
  return [...new Set(operations.map(({ path }) => path))].flatMap((path): DocumentChange[] => {
    const at = toPointer(['paths', path]);
    const ofPath = connector.operations.filter((other) => other.path === path);
    const gone = ofPath.filter((other) => operations.includes(other));
    if (gone.length === ofPath.length) return [{ op: 'remove', at }];
    const [first] = gone;
    if (!first || first.pointer.startsWith(`${at}/`))
      return gone.map(({ pointer }) => ({ op: 'remove', at: pointer }));
    const methods = gone.map(({ pointer }) => parsePointer(pointer).at(-1));
    const item = atPointer(connector.document, first.pointer.slice(0, first.pointer.lastIndexOf('/')));
    const rest = Object.entries(isJsonObject(item) ? item : {}).filter(([key]) => !methods.includes(key));
    return [{ op: 'set', at, value: Object.fromEntries(rest) }];
  });
}

/** A new operation from a sample request; refused with a sentence where its path and method are taken. */
export function addOperation(
  connector: Connector,
  input: { id: string; summary: string; sample: RequestSample },
): { ok: true; changes: DocumentChange[] } | { ok: false; message: string } {
  const made = operationFromSample({
    ...input.sample,
    basePath: connector.basePath,
    dialect: connector.dialect,
  });
  if (!made.ok) return made;
  const { method, path } = made;
  const operation: JsonObject = {
    operationId: input.id,
    summary: input.summary,
    description: '',
    ...made.operation,
  };
  const taken = connector.operations.find(
    (other) => other.path === path && other.method === method.toUpperCase(),
  );
  if (taken) return { ok: false, message: `${taken.id} already has ${taken.method} ${path}.` };
  return {
    ok: true,
    changes: [
      placeChange({ document: connector.document, path, method, operation }),
      ...hostChange(connector, input.sample.url),
    ],
  };
}

function placeChange(input: {
  document: JsonObject;
  path: string;
  method: string;
  operation: JsonObject;
}): DocumentChange {
  const { path, method, operation } = input;
  const paths = ownProperty(input.document, 'paths');
  if (!isJsonObject(paths)) return { op: 'set', at: '/paths', value: { [path]: { [method]: operation } } };
  if (!isJsonObject(ownProperty(paths, path)))
    return { op: 'set', at: toPointer(['paths', path]), value: { [method]: operation } };
  return { op: 'set', at: toPointer(['paths', path, method]), value: operation };
}

/** A connector without a host takes it from the sample. */
function hostChange(connector: Connector, url: string): DocumentChange[] {
  const origin = /^\s*(https?):\/\/([^/?#\s]+)/i.exec(url);
  if (connector.host !== '' || !origin) return [];
  const scheme = origin[1]?.toLowerCase() === 'http' ? 'http' : 'https';
  return setGeneral(connector, { scheme, host: origin[2] });
}

const dynamicKeys = new Set([
  'x-ms-dynamic-values',
  'x-ms-dynamic-list',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
  'open',
  'browse',
  'testConnection',
]);

/** Every dropdown, schema lookup and connection test that calls the operation by its old id. */
export function renameUses(document: JsonObject, from: string, to: string): DocumentChange[] {
  const changes: DocumentChange[] = [];
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else if (isJsonObject(value)) {
      for (const [key, member] of Object.entries(value)) {
        if (dynamicKeys.has(key) && ownProperty(member, 'operationId') === from) {
          changes.push({ op: 'set', at: toPointer([...path, key, 'operationId']), value: to });
        }
        visit(member, [...path, key]);
      }
    }
  };
  visit(document, []);
  return changes;
}
