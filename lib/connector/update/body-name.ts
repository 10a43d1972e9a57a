// The name of a body is not sent; it is only how flows call the fields of the body. So it stays what it was.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { textMember } from '../read/members';
import { referenceOf, resolveObject } from '../reference';
import type { Documents } from './merge-value';

const nameKeys = ['x-ms-parameter-name', 'x-bodyName'];

/** The merged operation with its body under the name that it had. A shared body keeps the file's. */
export function keepBodyName(
  documents: Documents,
  { mine, merged }: { mine: JsonObject; merged: JsonObject },
): JsonObject {
  const body = ownProperty(merged, 'requestBody');
  if (isJsonObject(body)) return keepInRequestBody(documents.mine, { mine, merged, body });
  const parameters = ownProperty(merged, 'parameters');
  const name = bodyIn(documents.mine, ownProperty(mine, 'parameters'));
  if (name === undefined || !Array.isArray(parameters)) return merged;
  if (!parameters.some((item) => isBody(item) && textMember(item, 'name') !== name)) return merged;
  const named = parameters.map((item) => (isJsonObject(item) && isBody(item) ? { ...item, name } : item));
  return { ...merged, parameters: named };
}

function keepInRequestBody(
  document: JsonObject,
  { mine, merged, body }: { mine: JsonObject; merged: JsonObject; body: JsonObject },
): JsonObject {
  const written = ownProperty(mine, 'requestBody');
  const own = written && resolveObject(document, { value: written, pointer: '' })?.value;
  if (!own || referenceOf(body) !== undefined || nameOf(own) === nameOf(body)) return merged;
  const rest = Object.entries(body).filter(([key]) => !nameKeys.includes(key));
  const name = nameOf(own);
  const requestBody: JsonObject = Object.fromEntries(rest);
  if (name !== 'body') requestBody['x-ms-parameter-name'] = name;
  return { ...merged, requestBody };
}

function nameOf(body: JsonObject): string {
  return nameKeys.map((key) => textMember(body, key)).find((name) => name !== '') ?? 'body';
}

function bodyIn(document: JsonObject, parameters: JsonValue | undefined): string | undefined {
  if (!Array.isArray(parameters)) return undefined;
  const resolved = parameters.map((value) => resolveObject(document, { value, pointer: '' })?.value);
  const body = resolved.find((parameter) => isBody(parameter));
  return body && textMember(body, 'name');
}

function isBody(parameter: JsonValue | undefined): boolean {
  return textMember(parameter, 'in').toLowerCase() === 'body';
}
