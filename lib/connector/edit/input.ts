// Edits of one input. In 2.0 a parameter carries its own type; in 3.x, and in bodies, its schema does.
import { type JsonValue, ownProperty } from '../../json';
import { atPointer, parsePointer, toPointer } from '../../json-pointer';
import type { DocumentChange } from '../../problem';
import type { Connector, InputField, Operation, Visibility } from '../model';
import { visibilityChange } from './operation';

export interface InputChange {
  summary?: string;
  description?: string;
  default?: JsonValue;
  /** Takes the default away. */
  clearDefault?: boolean;
  required?: boolean;
  visibility?: Visibility;
  type?: string;
  /** Empty takes the format away. */
  format?: string;
  /** A static dropdown; undefined takes it away. */
  options?: { value: JsonValue; label: string }[] | undefined;
}

interface InputEdit {
  connector: Connector;
  operation: Operation;
  input: InputField;
}

/** Sets what is given of one input. */
export function setInput({
  connector,
  input,
  change,
}: InputEdit & { change: InputChange }): DocumentChange[] {
  const texts = input.pointer;
  const schema = schemaPointer(connector, input);
  const changes: DocumentChange[] = [];
  const set = (at: string, value: JsonValue | undefined): void => {
    changes.push(value === undefined ? { op: 'remove', at } : { op: 'set', at, value });
  };
  if (change.summary !== undefined) set(`${texts}/x-ms-summary`, change.summary || undefined);
  if (change.description !== undefined) set(`${texts}/description`, change.description);
  if (change.visibility !== undefined) changes.push(visibilityChange(texts, change.visibility));
  if (change.clearDefault) set(`${schema}/default`, undefined);
  else if (change.default !== undefined) set(`${schema}/default`, change.default);
  if (change.type !== undefined) {
    const written = atPointer(connector.document, schema);
    const mayBeNull = isNullable(ownProperty(written, 'type'));
    set(`${schema}/type`, mayBeNull ? [change.type, 'null'] : change.type);
    set(`${schema}/format`, undefined);
    if (change.type === 'array' && ownProperty(written, 'items') === undefined)
      set(`${schema}/items`, { type: 'string' });
  }
  if (change.format !== undefined) set(`${schema}/format`, change.format || undefined);
  if (change.required !== undefined) changes.push(...requiredChange(connector, input, change.required));
  if ('options' in change) changes.push(...dropdownChange(schema, change.options));
  return changes.filter(
    (entry) => entry.op === 'set' || atPointer(connector.document, entry.at) !== undefined,
  );
}

/** Takes an input away: the parameter, or the property of the body. */
export function removeInput({ connector, operation, input }: InputEdit): DocumentChange[] {
  if (input.path.length === 0) {
    const body = `${operation.pointer}/requestBody`;
    const at = input.parameter.in === 'body' && connector.dialect !== '2.0' ? body : input.parameter.pointer;
    return [{ op: 'remove', at: listedAt(connector, operation, at) }];
  }
  return [...requiredChange(connector, input, false), { op: 'remove', at: input.pointer }];
}

/** Whether the input is required where it stands; a field of an optional part may be, and is then not asked for. */
export function isRequiredInPlace(connector: Connector, input: InputField): boolean {
  if (input.path.length === 0) return input.required;
  const place = requiredPlace(input);
  return place !== undefined && namesAt(connector, place.at).includes(place.name);
}

/** How many operations share the parameter of the input; 1 when it is the operation's own. */
export function countUses(connector: Connector, input: InputField): number {
  const { pointer } = input.parameter;
  const uses = connector.operations.filter((operation) =>
    operation.parameters.some((parameter) => parameter.pointer === pointer),
  );
  return Math.max(uses.length, 1);
}

/** A shared parameter is left in place; only the reference to it goes. */
function listedAt(connector: Connector, operation: Operation, pointer: string): string {
  if (pointer.startsWith(`${operation.pointer}/`)) return pointer;
  const list = ownProperty(atPointer(connector.document, operation.pointer), 'parameters');
  const index = Array.isArray(list)
    ? list.findIndex((entry) => {
        const reference = ownProperty(entry, '$ref');
        return typeof reference === 'string' && toPointer(parsePointer(reference)) === pointer;
      })
    : -1;
  return index >= 0 ? `${operation.pointer}/parameters/${index}` : pointer;
}

function schemaPointer(connector: Connector, input: InputField): string {
  const { parameter } = input;
  if (input.path.length > 0) return input.pointer;
  const hasOwnType = connector.dialect === '2.0' && parameter.in !== 'body';
  return hasOwnType ? parameter.pointer : (parameter.schemaPointer ?? parameter.pointer);
}

function requiredChange(connector: Connector, input: InputField, required: boolean): DocumentChange[] {
  if (input.path.length === 0) {
    return [{ op: 'set', at: `${input.parameter.pointer}/required`, value: required }];
  }
  const place = requiredPlace(input);
  if (!place) return [];
  const names = namesAt(connector, place.at);
  if (required === names.includes(place.name)) return [];
  const next = required ? [...names, place.name] : names.filter((name) => name !== place.name);
  return [next.length === 0 ? { op: 'remove', at: place.at } : { op: 'set', at: place.at, value: next }];
}

/** The `required` list that a property of a body stands in, and its name there. */
function requiredPlace(input: InputField): { at: string; name: string } | undefined {
  const segments = parsePointer(input.pointer);
  const name = segments.at(-1);
  if (name === undefined || segments.at(-2) !== 'properties') return undefined;
  return { at: `${toPointer(segments.slice(0, -2))}/required`, name };
}

function namesAt(connector: Connector, pointer: string): string[] {
  const listed = atPointer(connector.document, pointer);
  return Array.isArray(listed) ? listed.filter((entry) => typeof entry === 'string') : [];
}

function isNullable(type: JsonValue | undefined): boolean {
  return Array.isArray(type) && type.includes('null');
}

function dropdownChange(schema: string, options: InputChange['options']): DocumentChange[] {
  if (!options) {
    return [
      { op: 'remove', at: `${schema}/enum` },
      { op: 'remove', at: `${schema}/x-ms-enum-values` },
    ];
  }
  return [
    { op: 'set', at: `${schema}/enum`, value: options.map((option) => option.value) },
    {
      op: 'set',
      at: `${schema}/x-ms-enum-values`,
      value: options.map((option) => ({ value: option.value, displayName: option.label })),
    },
  ];
}
