// data: URIs (RFC 2397) to values. `;base64` counts only as the last parameter; without it the text is percent- and
// plus-encoded.
import { decodeBytes, encodeText } from './base64';
import { charsetOf, decoderOf, toContent } from './content';
import { fail } from './expression-error';
import { unescapePercent } from './percent';
import type { ValueObject } from './value';

interface DataUri {
  /** Media type and parameters as written, without `;base64`. Empty where none are given. */
  parameters: string[];
  base64: string;
}

function readDataUri(uri: string): DataUri {
  const comma = uri.indexOf(',');
  if (!/^data:/i.test(uri) || comma < 0) return fail('EXPR1406', 'The text is not a data URI: data:…,….');
  const parameters = uri.slice('data:'.length, comma).split(';');
  const data = uri.slice(comma + 1);
  if (parameters.at(-1)?.toLowerCase() === 'base64') {
    return { parameters: parameters.slice(0, -1), base64: data };
  }
  return { parameters, base64: encodeText(unescapePercent(data.replaceAll('+', ' '))) };
}

function isUnnamed(parameters: readonly string[]): boolean {
  return parameters.length === 0 || (parameters.length === 1 && parameters[0] === '');
}

/** A binary value of the URI's type. */
export function dataUriToContent(uri: string): ValueObject {
  const { parameters, base64 } = readDataUri(uri);
  if (isUnnamed(parameters)) return toContent('text/plain', base64);
  const [media = '', ...others] = parameters;
  if (media.split('/').length !== 2) fail('EXPR1406', `'${media}' is not a media type: type/subtype.`);
  for (const parameter of others) {
    if (parameter.split('=').length > 2) {
      fail('EXPR1406', `'${parameter}' is not a parameter of a content type: name=value.`);
    }
  }
  const charset = charsetOf([media, ...others.filter((entry) => entry.includes('='))].join(';'));
  if (charset !== undefined) decoderOf(charset);
  return toContent(parameters.join(';'), base64);
}

/** The text of the URI. Only UTF-8 is read; a charset is looked for right after the media type. */
export function dataUriToText(uri: string): string {
  const { parameters, base64 } = readDataUri(uri);
  if (!isUnnamed(parameters)) {
    if (parameters[0] === '') fail('EXPR1406', 'The data URI has parameters but no media type.');
    const charset = /^charset=(.*)$/i.exec(parameters[1] ?? '')?.[1];
    if (charset !== undefined && (decoderOf(charset).encoding !== 'utf-8' || !/^utf-?8$/i.test(charset))) {
      fail('EXPR1406', `dataUriToString() reads UTF-8 only, not ${charset}.`);
    }
  }
  const bytes = decodeBytes(base64);
  return bytes ? new TextDecoder().decode(bytes) : fail('EXPR1406', 'The data of the URI is not Base64.');
}
