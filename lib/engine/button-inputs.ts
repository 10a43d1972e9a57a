// What a person typed when starting a flow by hand, as the outputs of its trigger (Request trigger of kind Button).
// The trigger's schema names the inputs: text, number, boolean, email, date, file, and choices among texts.
import type { Value, ValueObject } from '../expression/value';
import type { TriggerDefinition } from '../flow/definition';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';

interface InputProblem {
  field: string;
  message: string;
}

type ButtonOutputs = { ok: true; outputs: ValueObject } | { ok: false; problems: InputProblem[] };

/** Checks the inputs against the schema and makes `{ headers, body }`. Inputs that the schema does not name are refused. */
export function toButtonOutputs(
  trigger: TriggerDefinition,
  inputs: JsonObject,
  person: { name?: string; email?: string; at: string },
): ButtonOutputs {
  const schema = ownProperty(ownProperty(trigger, 'inputs'), 'schema');
  const properties = ownProperty(schema, 'properties');
  const declared = isJsonObject(properties) ? properties : {};
  const required = ownProperty(schema, 'required');
  const problems: InputProblem[] = [];
  const body: ValueObject = Object.create(null);
  for (const [name, property] of Object.entries(declared)) {
    const given = ownProperty(inputs, name);
    const label = labelOf(name, property);
    const value = given === undefined || given === '' ? ownProperty(property, 'default') : given;
    if (value === undefined || value === null) {
      if (Array.isArray(required) && required.includes(name))
        problems.push({ field: name, message: `“${label}” is needed.` });
      else if (given === '') body[name] = '';
      continue;
    }
    const message = checkInput(property, value);
    if (message !== undefined) problems.push({ field: name, message: `“${label}” ${message}` });
    else body[name] = value as Value;
  }
  for (const name of Object.keys(inputs))
    if (!Object.hasOwn(declared, name))
      problems.push({ field: name, message: `The flow has no input “${name}”.` });
  if (problems.length > 0) return { ok: false, problems };
  const headers: ValueObject = Object.create(null);
  if (person.name !== undefined) headers['x-ms-user-name'] = person.name;
  if (person.email !== undefined) headers['x-ms-user-email'] = person.email;
  headers['x-ms-user-timestamp'] = person.at;
  const outputs: ValueObject = Object.create(null);
  outputs.headers = headers;
  outputs.body = body;
  return { ok: true, outputs };
}

function labelOf(name: string, property: JsonValue): string {
  const title = ownProperty(property, 'title');
  return typeof title === 'string' && title !== '' ? title : name;
}

function checkInput(property: JsonValue, value: JsonValue): string | undefined {
  const type = ownProperty(property, 'type');
  const choices = ownProperty(property, 'enum');
  if (Array.isArray(choices) && choices.length > 0 && !choices.includes(value))
    return 'is none of the choices.';
  switch (type) {
    case 'number':
      return typeof value === 'number' ? undefined : 'has to be a number.';
    case 'integer':
      return Number.isInteger(value) ? undefined : 'has to be a whole number.';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'has to be yes or no.';
    case 'string':
      return typeof value === 'string'
        ? checkFormat(ownProperty(property, 'format'), value)
        : 'has to be a text.';
    case 'object':
      return isJsonObject(value) ? undefined : 'has to be an object.';
    case 'array':
      return Array.isArray(value) ? undefined : 'has to be a list.';
    default:
      return undefined;
  }
}

function checkFormat(format: JsonValue | undefined, value: string): string | undefined {
  if (format === 'email') return /^[^\s@]+@[^\s@]+$/.test(value) ? undefined : 'has to be an e-mail address.';
  if (format === 'date')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
      ? undefined
      : 'has to be a date, such as 2026-11-30.';
  return undefined;
}
