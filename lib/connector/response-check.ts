// Compares an answer with the schema its operation declares: what is missing, undeclared, or of another type.
import { isJsonObject, type JsonValue, ownProperty } from '../json';
import { toPointer } from '../json-pointer';
import type { Connector, Operation, OperationResponse } from './model';
import { type FieldType, type SchemaView, viewSchema } from './schema-view';

interface SchemaDifference {
  /** JSON Pointer into the body. */
  at: string;
  message: string;
}

export type SchemaCheck =
  | { kind: 'matches'; status: string }
  | { kind: 'no-schema'; status: string | undefined }
  | { kind: 'differs'; status: string; differences: SchemaDifference[] };

const differenceLimit = 100;
const itemsLookedAt = 200;
const depthLimit = 40;

/** Checks a JSON body against the response of its status, else of its class, else the default one. */
export function checkResponseBody(input: {
  connector: Connector;
  operation: Operation;
  status: number;
  body: JsonValue;
}): SchemaCheck {
  const response = findResponse(input.operation, input.status);
  if (!response?.schema) return { kind: 'no-schema', status: response?.status };
  const differences: SchemaDifference[] = [];
  const root = viewSchema(input.connector.document, {
    value: response.schema,
    pointer: response.schemaPointer ?? '',
  });
  compare({ document: input.connector.document, differences }, { view: root, value: input.body, path: [] });
  return differences.length === 0
    ? { kind: 'matches', status: response.status }
    : { kind: 'differs', status: response.status, differences };
}

function findResponse(operation: Operation, status: number): OperationResponse | undefined {
  const wanted = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  for (const name of wanted) {
    const found = operation.responses.find(
      (response) => response.status.toLowerCase() === name.toLowerCase(),
    );
    if (found) return found;
  }
  return undefined;
}

interface Walk {
  document: Connector['document'];
  differences: SchemaDifference[];
}

function compare(
  walk: Walk,
  { view, value, path }: { view: SchemaView; value: JsonValue; path: (string | number)[] },
): void {
  if (walk.differences.length >= differenceLimit || path.length > depthLimit) return;
  const add = (message: string, at = path) => walk.differences.push({ at: toPointer(at), message });
  if (value === null) return;
  if (!fits(view.type, value)) {
    add(`is ${nameOf(value)}, the schema says ${view.type}`);
    return;
  }
  if (Array.isArray(value)) {
    if (!view.items) return;
    const items = viewSchema(walk.document, view.items);
    value.slice(0, itemsLookedAt).forEach((item, index) => {
      compare(walk, { view: items, value: item, path: [...path, index] });
    });
    return;
  }
  if (!isJsonObject(value) || view.properties.length === 0) return;
  const declared = new Map(view.properties.map((property) => [property.name, property]));
  const others = ownProperty(view.members, 'additionalProperties');
  const isOpen = others === true || isJsonObject(others);
  for (const property of view.properties) {
    if (property.required && !Object.hasOwn(value, property.name))
      add('is missing', [...path, property.name]);
  }
  for (const [name, member] of Object.entries(value)) {
    const property = declared.get(name);
    if (property) {
      compare(walk, {
        view: viewSchema(walk.document, property.schema),
        value: member,
        path: [...path, name],
      });
    } else if (!isOpen) add('is not declared', [...path, name]);
  }
}

function fits(type: FieldType, value: JsonValue): boolean {
  if (type === 'any') return true;
  if (type === 'file') return typeof value === 'string';
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return nameOf(value) === type;
}

function nameOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}
