// The body of a request: JSON, text, bytes of a content envelope, or a form.
import { decodeBytes } from '../../expression/base64';
import { readContent } from '../../expression/content';
import { isValueObject, type Value } from '../../expression/value';
import type { HttpBody } from '../../http';
import { isHeaderValue } from '../../http-rules';
import { toJsonText } from '../../json-text';
import { limits } from '../../limits';
import { essence, isJsonMediaType, isXmlMediaType } from '../media-type';
import type { Parameter } from '../model';
import { viewSchema } from '../schema-view';
import { type RequestFailure, refuse } from './failure';
import { buildMultipart, type Part } from './multipart';
import { joinedText, percentEncode, wellFormed } from './scalar';
import type { ParameterValue } from './values';

export interface BuiltBody {
  contentType: string;
  body: HttpBody;
}

/** Writes a body value in its content type. */
export function writeBody(
  value: Value,
  contentType: string,
  parameter: Parameter,
): BuiltBody | RequestFailure {
  const content = readContent(value);
  if (content) {
    const type = isHeaderValue(content.type) && content.type !== '' ? content.type : contentType;
    const body: HttpBody = { kind: 'bytes', base64: content.base64 };
    const built = checkSize({ contentType: type, body }, parameter.name);
    if ('body' in built && decodeBytes(content.base64) === undefined)
      return refuse('BodyInvalid', 'The content of the body is not Base64.', parameter.name);
    return built;
  }
  if (isXmlMediaType(contentType) && typeof value !== 'string') {
    const message = `The body is ${essence(contentType)}, which is not made of fields. Give the whole body as one text.`;
    return refuse('BodyInvalid', message, parameter.name);
  }
  const text = bodyText(value, contentType, parameter);
  if (text === undefined)
    return refuse('BodyInvalid', 'The body is nested too deeply to be sent.', parameter.name);
  return checkSize({ contentType, body: { kind: 'text', text } }, parameter.name);
}

/** A text is JSON-encoded only where the schema says that the JSON body is a text; elsewhere it is sent as it is. */
function bodyText(value: Value, contentType: string, parameter: Parameter): string | undefined {
  if (essence(contentType) === 'application/x-www-form-urlencoded' && isValueObject(value))
    return formText(value);
  const encodesText =
    isJsonMediaType(contentType) &&
    viewSchema({}, { value: parameter.schema, pointer: '' }).type === 'string';
  if (typeof value === 'string' && !encodesText) return wellFormed(value);
  try {
    return toJsonText(value);
  } catch {
    return undefined;
  }
}

function formText(value: Record<string, Value>): string {
  return Object.entries(value)
    .filter(([, item]) => item !== null)
    .map(
      ([key, item]) => `${percentEncode(key)}=${percentEncode(joinedText(item, 'csv') ?? toJsonText(item))}`,
    )
    .join('&');
}

/** Writes formData parameters; undefined where none has a value. */
export function writeForm(
  values: readonly ParameterValue[],
  contentType: string,
  parameters: Record<string, Value>,
): BuiltBody | RequestFailure | undefined {
  const fields = values.flatMap((item) =>
    item.parameter.in === 'formData' && item.value !== undefined && item.value !== null
      ? [{ ...item, value: item.value }]
      : [],
  );
  if (fields.length === 0) return undefined;
  const hasFile = fields.some(({ value }) => readContent(value) !== undefined);
  if (!hasFile && essence(contentType) === 'application/x-www-form-urlencoded') {
    const text = fields.flatMap(({ parameter, value }) => formPairs(parameter, value)).join('&');
    return checkSize({ contentType: 'application/x-www-form-urlencoded', body: { kind: 'text', text } });
  }
  const parts = fields.flatMap(({ parameter, value }) => partsOf(parameter, value, parameters));
  const built = buildMultipart(parts);
  return built
    ? checkSize(built)
    : refuse(
        'BodyInvalid',
        'A file of the form is not Base64. Give its content as the step before gives it.',
      );
}

function formPairs(parameter: Parameter, value: Value): string[] {
  const items = parameter.collectionFormat === 'multi' && Array.isArray(value) ? value : [value];
  return items.map((item) => {
    const text = joinedText(item, parameter.collectionFormat) ?? toJsonText(item);
    return `${percentEncode(parameter.name)}=${percentEncode(text)}`;
  });
}

function partsOf(parameter: Parameter, value: Value, parameters: Record<string, Value>): Part[] {
  const isFile = viewSchema({}, { value: parameter.schema, pointer: '' }).type === 'file';
  const items = Array.isArray(value) && (isFile || parameter.collectionFormat === 'multi') ? value : [value];
  return items.map((item): Part => {
    const content = readContent(item);
    const named = Object.hasOwn(parameters, `${parameter.name}/$filename`)
      ? parameters[`${parameter.name}/$filename`]
      : undefined;
    const own = isValueObject(item) ? item.$filename : undefined;
    const fileName = [named, own].find((name) => typeof name === 'string' && name !== '') ?? parameter.name;
    if (content) {
      const contentType =
        isHeaderValue(content.type) && content.type !== '' ? content.type : 'application/octet-stream';
      return {
        name: parameter.name,
        fileName: String(fileName),
        contentType,
        content: { base64: content.base64 },
      };
    }
    const scalar = joinedText(item, parameter.collectionFormat);
    const text = wellFormed(scalar ?? toJsonText(item));
    if (isFile)
      return {
        name: parameter.name,
        fileName: String(fileName),
        contentType: 'application/octet-stream',
        content: { text },
      };
    const part: Part = { name: parameter.name, content: { text } };
    return scalar === undefined ? { ...part, contentType: 'application/json' } : part;
  });
}

function checkSize(built: BuiltBody, field?: string): BuiltBody | RequestFailure {
  const { body } = built;
  const limit = limits.requestBytes.value;
  const bytes =
    body.kind === 'bytes' ? Math.floor((body.base64.length * 3) / 4) : utf8Length(body.text, limit);
  return bytes > limit ? refuse('RequestTooLarge', limits.requestBytes.sentence, field) : built;
}

function utf8Length(text: string, limit: number): number {
  if (text.length > limit || text.length * 3 <= limit) return text.length;
  return new TextEncoder().encode(text).length;
}
