// Bodies between values and bytes, for the Http action and the Response action.
// A text is sent as it is, an envelope { $content-type, $content } as its bytes, everything else as JSON.

import { decodeBytes } from '../expression/base64';
import { type Content, readContent } from '../expression/content';
import { fail as failExpression } from '../expression/expression-error';
import { toText } from '../expression/to-text';
import { isValueObject, type Value } from '../expression/value';
import type { HttpBody } from '../http';
import { toJsonText } from '../json-text';
import type { ActionFault } from './record';

/** The binary value that a body is, undefined for any other. Throws where its content is not Base64. */
export function readBinary(body: Value): Content | undefined {
  const content = readContent(body);
  if (content !== undefined && decodeBytes(content.base64) === undefined)
    return failExpression('EXPR1406', 'The $content of the body is not Base64.');
  return content;
}

/** The body to send and the content type it has by itself; no body for null and undefined. Throws as `readBinary`. */
export function encodeBody(value: Value | undefined): { body?: HttpBody; contentType?: string } {
  if (value === undefined || value === null) return {};
  if (typeof value === 'string')
    return { body: { kind: 'text', text: value }, contentType: 'text/plain; charset=utf-8' };
  const binary = readBinary(value);
  if (binary !== undefined)
    return { body: { kind: 'bytes', base64: binary.base64 }, contentType: binary.type };
  return { body: { kind: 'text', text: toJsonText(value) }, contentType: 'application/json; charset=utf-8' };
}

/** Why a value cannot be the headers or queries of a message: names and values, or nothing. */
export function whyNoTextMap(what: 'headers' | 'queries', value: Value | undefined): ActionFault | undefined {
  if (value === undefined || value === null || value === '' || isValueObject(value)) return undefined;
  return { code: 'BadRequest', message: `The ${what} of the step have to be an object of names and values.` };
}

/** Header or query values as text; entries that are null are left out. */
export function toTextMap(value: Value | undefined): Record<string, string> {
  const map: Record<string, string> = Object.create(null);
  if (!isValueObject(value)) return map;
  for (const [name, entry] of Object.entries(value)) if (entry !== null) map[name] = toText(entry);
  return map;
}

/** True when the headers name a content type, in any case. */
export function hasContentType(headers: Record<string, string>): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
}
