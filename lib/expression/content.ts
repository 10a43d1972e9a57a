// Binary and XML values: `{ "$content-type", "$content" }` envelopes holding Base64.
import { decodeBytes, encodeText } from './base64';
import { fail } from './expression-error';
import { isValueObject, objectOf, type Value, type ValueObject } from './value';

export const binaryType = 'application/octet-stream';
export const xmlType = 'application/xml;charset=utf-8';
export const textType = 'text/plain;charset=utf-8';
export const jsonType = 'application/json;charset=utf-8';

export interface Content {
  type: string;
  base64: string;
}

/** The content of an envelope, undefined for any other value. */
export function readContent(value: Value): Content | undefined {
  if (!isValueObject(value) || !Object.hasOwn(value, '$content')) return undefined;
  const type = value['$content-type'];
  const base64 = value.$content;
  return typeof type === 'string' && typeof base64 === 'string' ? { type, base64 } : undefined;
}

/** An envelope. */
export function toContent(type: string, base64: string): ValueObject {
  return objectOf([
    ['$content-type', type],
    ['$content', base64],
  ]);
}

/** An envelope of text in UTF-8. */
export function textContent(type: string, text: string): ValueObject {
  return toContent(type, encodeText(text));
}

/** `application/xml` of `application/xml; charset=utf-8`, lower case. */
export function mediaType(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}

/** True for XML media types. */
export function isXmlType(type: string): boolean {
  const media = mediaType(type);
  return media === 'application/xml' || media === 'text/xml' || media.endsWith('+xml');
}

/** A decoder for a charset name. Throws where the name is not known. */
export function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset.trim());
  } catch {
    return fail('EXPR1406', `'${charset}' is not a known character set.`);
  }
}

/** The charset of a content type, undefined where none is given. Throws for a parameter that is none. */
export function charsetOf(type: string): string | undefined {
  let charset: string | undefined;
  for (const parameter of type.split(';').slice(1)) {
    const equals = parameter.indexOf('=');
    if (equals < 0) {
      return fail('EXPR1406', `'${parameter.trim()}' is not a parameter of a content type: name=value.`);
    }
    if (charset === undefined && parameter.slice(0, equals).trim().toLowerCase() === 'charset') {
      charset = parameter.slice(equals + 1).replace(/^"|"$/g, '');
    }
  }
  return charset;
}

/** The bytes of an envelope. Throws where they are not Base64. */
function contentBytes(content: Content): Uint8Array {
  return decodeBytes(content.base64) ?? fail('EXPR1406', 'The $content of a binary value is not Base64.');
}

/** The text of an envelope in its charset, UTF-8 where none is given. */
export function contentText(content: Content): string {
  return decoderOf(charsetOf(content.type) ?? 'utf-8').decode(contentBytes(content));
}
