// The value of a body parameter, put together from flattened keys: `body/invoice/amount` sets `amount` inside
// `invoice`. Defaults of the schema fill what the flow leaves out (internal ones too), except inside parts that the
// flow gives whole.
import { isValueObject, type Value, type ValueObject } from '../../expression/value';
import { listInputs } from '../inputs';
import type { Connector, Operation, Parameter } from '../model';
import type { Located } from '../reference';
import { viewSchema } from '../schema-view';

const defaultsDepth = 10;

/** The body to send, or undefined where there is none. */
export function bodyValue(
  connector: Connector,
  operation: Operation,
  input: { parameter: Parameter; parameters: Record<string, Value> },
): Value | undefined {
  const { parameter, parameters } = input;
  const whole = Object.hasOwn(parameters, parameter.name) ? parameters[parameter.name] : undefined;
  const parts = Object.entries(parameters).filter(
    ([key, value]) => key.startsWith(`${parameter.name}/`) && value !== undefined,
  );
  if (whole !== undefined && whole !== null && parts.length === 0) return whole;
  let body: Value | undefined = isValueObject(whole) ? whole : undefined;
  const given: string[][] = [];
  for (const [key, value] of parts) {
    const path = splitKey(connector, parameter, key.slice(parameter.name.length + 1));
    given.push(path);
    body = setAt(body, path, value);
  }
  if (whole === undefined || whole === null) {
    for (const { path, value } of listDefaults(connector, operation, parameter)) {
      if (!given.some((other) => covers(other, path))) body = setAt(body, path, value);
    }
  }
  if (body === undefined && parameter.default !== undefined) return parameter.default;
  const isObject = viewSchema(connector.document, schemaOf(parameter)).type === 'object';
  return body === undefined && parameter.required && isObject ? emptyObject() : body;
}

function schemaOf(parameter: Parameter): Located {
  return { value: parameter.schema, pointer: parameter.schemaPointer };
}

interface PartDefault {
  path: string[];
  value: Value;
}

// A flow calls the same operation many times; its defaults are listed once.
const keptDefaults = new WeakMap<Parameter, PartDefault[]>();

function listDefaults(connector: Connector, operation: Operation, parameter: Parameter): PartDefault[] {
  const kept = keptDefaults.get(parameter);
  if (kept) return kept;
  const defaults = listInputs(connector, operation, { bodyDepth: defaultsDepth }).flatMap((field) =>
    field.parameter === parameter && field.path.length > 0 && field.default !== undefined
      ? [{ path: field.path, value: field.default }]
      : [],
  );
  keptDefaults.set(parameter, defaults);
  return defaults;
}

/** True when one path is the other or lies on the way to it. */
function covers(one: readonly string[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((name, index) => name === other[index]);
}

/** Splits a key at its slashes; a declared property that has slashes in its name stays whole. */
function splitKey(connector: Connector, parameter: Parameter, key: string): string[] {
  const names = key.split('/');
  const path: string[] = [];
  let schema: Located | undefined = schemaOf(parameter);
  for (let at = 0; at < names.length; ) {
    const properties: { name: string; schema: Located }[] = schema
      ? viewSchema(connector.document, schema).properties
      : [];
    const found = properties
      .filter(({ name }) => names.slice(at, at + name.split('/').length).join('/') === name)
      .sort((left, right) => right.name.length - left.name.length)[0];
    path.push(found?.name ?? names[at] ?? '');
    at += found ? found.name.split('/').length : 1;
    schema = found?.schema;
  }
  return path;
}

function emptyObject(): ValueObject {
  return Object.create(null);
}

/** A copy with the value at the path; whatever is in the way and no object is replaced. */
function setAt(target: Value | undefined, path: readonly string[], value: Value): Value {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const copy: ValueObject = Object.assign(emptyObject(), isValueObject(target) ? target : undefined);
  copy[name] = setAt(Object.hasOwn(copy, name) ? copy[name] : undefined, rest, value);
  return copy;
}
