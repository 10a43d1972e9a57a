// The query of a request. Lists follow the collection format; the separator is written plainly and the items are
// encoded, so a server that splits first and decodes then gets every item back.
import { isValueObject, type Value, type ValueObject } from '../../expression/value';
import { toJsonText } from '../../json-text';
import type { Parameter } from '../model';
import { type RequestFailure, refuse } from './failure';
import { percentEncode, scalarText } from './scalar';
import type { ParameterValue } from './values';

const separators = { csv: ',', ssv: '%20', tsv: '%09', pipes: '%7C' } as const;

/** `a=1&b=2`, without the question mark; '' where there is nothing to send. */
export function buildQuery(values: readonly ParameterValue[], start: string): string | RequestFailure {
  const pairs = start === '' ? [] : [start];
  for (const { parameter, value } of values) {
    if (parameter.in !== 'query' || value === undefined || value === null) continue;
    const own =
      isPlainObject(value) && parameter.objectFormat !== undefined
        ? objectPairs(parameter, value)
        : valuePairs(parameter, value);
    if (!own) {
      const message = `“${parameter.name}” stands in the query: it takes a text, a number or a list of these.`;
      return refuse('ParameterTypeInvalid', message, parameter.name);
    }
    pairs.push(...own);
  }
  return pairs.join('&');
}

function isPlainObject(value: Value): value is ValueObject {
  return isValueObject(value) && scalarText(value) === undefined;
}

function valuePairs(parameter: Parameter, value: Value): string[] | undefined {
  const texts = textsOf(value);
  if (!texts) return undefined;
  const name = encodeName(parameter.name);
  const encoded = texts.map(percentEncode);
  const format = parameter.collectionFormat;
  if (!Array.isArray(value)) return [`${name}=${encoded.join('')}`];
  if (format === 'multi') return encoded.map((text) => `${name}=${text}`);
  return encoded.length > 0 ? [`${name}=${encoded.join(separators[format])}`] : [];
}

/** Style Examples of OpenAPI 3: `color[R]=100&color[G]=200`, `R=100&G=200` and `color=R,100,G,200`. */
function objectPairs(parameter: Parameter, value: ValueObject): string[] | undefined {
  if (parameter.objectFormat === 'deep') return deepPairs(parameter.name, value);
  const members = membersOf(value);
  if (!members) return undefined;
  if (parameter.objectFormat === 'exploded')
    return members.map(([key, text]) => `${encodeName(key)}=${text}`);
  const joined = members.map(([key, text]) => `${percentEncode(key)},${text}`).join(',');
  return joined === '' ? [] : [`${encodeName(parameter.name)}=${joined}`];
}

/** Encoded texts of the members that have a value; what is no text is sent as JSON. */
function membersOf(value: ValueObject): [string, string][] | undefined {
  const members: [string, string][] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member === null) continue;
    const texts = textsOf(member);
    if (!texts) return undefined;
    members.push([key, texts.map(percentEncode).join(',')]);
  }
  return members;
}

function deepPairs(name: string, value: Value): string[] | undefined {
  if (isPlainObject(value)) {
    const pairs: string[] = [];
    for (const [key, member] of Object.entries(value)) {
      const own = member === null ? [] : deepPairs(`${name}[${key}]`, member);
      if (!own) return undefined;
      pairs.push(...own);
    }
    return pairs;
  }
  return textsOf(value)?.map((text) => `${percentEncode(name)}=${percentEncode(text)}`);
}

function encodeName(name: string): string {
  return percentEncode(name).replaceAll('%24', '$');
}

/** One text per item; an object is sent as its JSON. */
function textsOf(value: Value): string[] | undefined {
  const items = Array.isArray(value) ? value : [value];
  const texts = items.map((item) => scalarText(item) ?? (isValueObject(item) ? toJsonText(item) : undefined));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
