// Where an edit of an input is written. An input's own schema is changed where it stands; one that it only refers to is
// copied into its place first, so that an edit of one operation does not change another.
import { isJsonObject, type JsonObject, ownProperty } from '../../json';
import { atPointer, toPointer } from '../../json-pointer';
import type { DocumentChange } from '../../problem';
import type { Connector, InputField, Operation } from '../model';
import { entriesOf, objectMember } from '../read/members';
import { type Located, referenceOf, resolveObject } from '../reference';
import { viewSchema } from '../schema-view';

/** What of an input tells where it stands. */
export type PlacedInput = Pick<InputField, 'parameter' | 'path' | 'pointer'>;

export interface InputPlace {
  /** Takes x-ms-summary, description and x-ms-visibility. */
  texts: string;
  /** Takes type, format, default, items and the dropdown. */
  schema: string;
  /** Sets a copy of the shared schema; comes before whatever is written below its place. */
  copy?: Extract<DocumentChange, { op: 'set' }>;
}

/** A property of a body, or of a form of 3.x: it is named in the `required` list beside it. */
export function isProperty(connector: Connector, { parameter, path }: PlacedInput): boolean {
  return path.length > 0 || (connector.dialect !== '2.0' && parameter.in === 'formData');
}

/** Where edits of an input go. */
export function placeOfInput(connector: Connector, operation: Operation, input: PlacedInput): InputPlace {
  const { parameter, path, pointer } = input;
  if (path.length > 0) return { texts: pointer, schema: pointer };
  if (connector.dialect === '2.0') {
    if (parameter.in !== 'body') return { texts: pointer, schema: pointer };
  } else if (parameter.in === 'formData') {
    const at = formProperty(connector, operation, parameter.name) ?? pointer;
    return withCopy(connector, { texts: at, schema: at });
  }
  return withCopy(connector, { texts: pointer, schema: writtenSchema(connector, input) });
}

/** The property of a 3.x form as it stands in the schema of the form. */
export function formProperty(connector: Connector, operation: Operation, name: string): string | undefined {
  const written = locate(connector, `${operation.pointer}/requestBody`);
  const body = written && resolveObject(connector.document, written);
  const contents = body ? entriesOf(objectMember(body, 'content')) : [];
  for (const { located } of contents) {
    const schema = objectMember(located, 'schema');
    const found =
      schema && viewSchema(connector.document, schema).properties.find((property) => property.name === name);
    if (found) return found.schema.pointer;
  }
  return undefined;
}

/** The schema member of a parameter or body as written: the reference, where there is one. */
function writtenSchema(connector: Connector, { parameter }: PlacedInput): string {
  const holder = locate(connector, parameter.pointer);
  const direct = holder && objectMember(holder, 'schema');
  const contents = holder
    ? entriesOf(objectMember(holder, 'content')).flatMap(
        ({ located }) => objectMember(located, 'schema') ?? [],
      )
    : [];
  const written = [...(direct ? [direct] : []), ...contents].find(
    (schema) => resolveObject(connector.document, schema)?.pointer === parameter.schemaPointer,
  );
  return written?.pointer ?? parameter.schemaPointer;
}

function withCopy(connector: Connector, place: InputPlace): InputPlace {
  const written = locate(connector, place.schema);
  if (!written || referenceOf(written.value) === undefined) return place;
  const value = inlined(connector, written);
  return value ? { ...place, copy: { op: 'set', at: place.schema, value } } : place;
}

/** What a reference names, with what stands beside the reference laid over it; undefined where it names nothing. */
export function inlined(connector: Connector, written: Located): JsonObject | undefined {
  const target = resolveObject(connector.document, written);
  if (!target || !isJsonObject(written.value)) return undefined;
  const { $ref: _reference, ...beside } = written.value;
  return { ...target.value, ...beside };
}

function locate(connector: Connector, pointer: string): Located | undefined {
  const value = atPointer(connector.document, pointer);
  return value === undefined ? undefined : { value, pointer };
}

/** The place of a reference to a shared parameter in the operation's own list, or the parameter itself. */
export function listedAt(connector: Connector, operation: Operation, pointer: string): string {
  if (pointer.startsWith(`${operation.pointer}/`)) return pointer;
  const list = ownProperty(atPointer(connector.document, operation.pointer), 'parameters');
  const index = Array.isArray(list)
    ? list.findIndex(
        (value) =>
          referenceOf(value) !== undefined &&
          resolveObject(connector.document, { value, pointer: '' })?.pointer === pointer,
      )
    : -1;
  return index >= 0 ? operation.pointer + toPointer(['parameters', index]) : pointer;
}
