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
    set(`${schema}/type`, change.type);
    set(`${schema}/format`, undefined);
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
  const remove: DocumentChange = { op: 'remove', at: input.pointer };
  return input.required ? [...requiredChange(connector, input, false), remove] : [remove];
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
  const segments = parsePointer(input.pointer);
  if (segments.at(-2) !== 'properties') return [];
  const name = segments.at(-1) ?? '';
  const at = `${toPointer(segments.slice(0, -2))}/required`;
  const listed = atPointer(connector.document, at);
  const names = Array.isArray(listed) ? listed.filter((entry) => entry !== name) : [];
  if (required) return [{ op: 'set', at, value: [...names, name] }];
  return [names.length === 0 ? { op: 'remove', at } : { op: 'set', at, value: names }];
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
