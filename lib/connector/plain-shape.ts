// A response without properties in words: a text, a number, a list of texts.
import type { Connector, OperationResponse } from './model';
import { type FieldType, viewSchema } from './schema-view';

const names: Record<FieldType, [string, string] | undefined> = {
  string: ['a text', 'texts'],
  integer: ['a number', 'numbers'],
  number: ['a number', 'numbers'],
  boolean: ['true or false', 'yes and no values'],
  file: ['a file', 'files'],
  array: ['a list', 'lists'],
  object: ['an object', 'objects'],
  any: undefined,
};

/** `a list of texts`; undefined where the response says nothing of its shape. */
export function plainShape(connector: Connector, response: OperationResponse): string | undefined {
  if (!response.schema) return undefined;
  const { document } = connector;
  const view = viewSchema(document, { value: response.schema, pointer: response.schemaPointer ?? '' });
  if (view.type !== 'array' || !view.items) return names[view.type]?.[0];
  const [, many] = names[viewSchema(document, view.items).type] ?? [];
  return many === undefined ? 'a list' : `a list of ${many}`;
}
