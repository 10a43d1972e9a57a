// The path of a request. encodeURIComponent leaves `..` alone and URL parsers then climb, so empty and dot segments are
// refused, and the final URL is compared with the template afterwards.
import type { Value } from '../../expression/value';
import { isFailure, type RequestFailure, refuse } from './failure';
import { joinedText, percentEncode } from './scalar';
import { missing, type ParameterValue } from './values';

/** Path below the origin, with every variable filled and encoded; query and fragment of the template are cut off. */
export function buildPath(template: string, values: readonly ParameterValue[]): string | RequestFailure {
  const path = template.replace(/[?#].*$/s, '');
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    const filled = fillSegment(segment, values);
    if (isFailure(filled)) return filled;
    segments.push(filled);
  }
  return segments.join('/');
}

/** The query that some templates carry after a question mark. */
export function templateQuery(template: string): string {
  return /^[^?#]*\?([^#]*)/s.exec(template)?.[1] ?? '';
}

function fillSegment(segment: string, values: readonly ParameterValue[]): string | RequestFailure {
  let encoded = '';
  let plain = '';
  let at = 0;
  let field: string | undefined;
  for (const match of segment.matchAll(/\{([^{}]*)\}/g)) {
    const name = match[1] ?? '';
    const found = values.find(({ parameter }) => parameter.in === 'path' && parameter.name === name);
    if (found?.value === undefined) return missing(name);
    const text = textOf(found, found.value);
    if (isFailure(text)) return text;
    const literal = encodeLiteral(segment.slice(at, match.index));
    const once = percentEncode(text);
    encoded += literal + (found.parameter.urlEncoding === 'double' ? encodeURIComponent(once) : once);
    plain += literal + text;
    at = match.index + match[0].length;
    field = name;
  }
  const rest = encodeLiteral(segment.slice(at));
  return isDots(plain + rest) ? dots(field) : encoded + rest;
}

/** URL parsers turn a backslash into a slash and drop tabs and line ends. */
function encodeLiteral(text: string): string {
  return text.replace(/[\\\p{Cc}]/gu, encodeURIComponent);
}

function textOf({ parameter }: ParameterValue, value: Value): string | RequestFailure {
  const text = joinedText(value, parameter.collectionFormat);
  if (text === undefined) {
    return refuse(
      'ParameterTypeInvalid',
      `“${parameter.name}” stands in the path: it takes a text or a number.`,
      parameter.name,
    );
  }
  if (text === '') {
    return refuse(
      'PathValueEmpty',
      `“${parameter.name}” stands in the path and is empty. Give it a value.`,
      parameter.name,
    );
  }
  return isDots(text) ? dots(parameter.name) : text;
}

/** `%2e` in a value is encoded again and stays text; in a template the comparison of the final URL catches it. */
function isDots(segment: string): boolean {
  return segment === '.' || segment === '..';
}

function dots(field: string | undefined): RequestFailure {
  const name = field === undefined ? 'The path' : `“${field}”`;
  return refuse(
    'PathValueDots',
    `${name} would make “.” or “..” a part of the path, which leads to another address.`,
    field,
  );
}

/** Parses the built URL and checks that it still is the one that the connector declares. */
export function checkUrl(input: {
  origin: string;
  basePath: string;
  path: string;
  query: string;
}): string | RequestFailure {
  const { origin, basePath, path, query } = input;
  const written = basePath + path;
  let url: URL;
  try {
    url = new URL(origin + written + (query === '' ? '' : `?${query}`));
  } catch {
    return refuse(
      'HostInvalid',
      `${origin} is not an address that can be called. Correct the host of the connector.`,
    );
  }
  const prefix = basePath === '' ? '/' : new URL(origin + basePath).pathname;
  const inside =
    url.pathname === prefix || url.pathname.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
  const expected = written === '' ? 2 : written.split('/').length;
  if (
    url.origin !== origin ||
    !inside ||
    url.pathname.split('/').length !== expected ||
    url.username !== ''
  ) {
    return refuse('PathChanged', 'The values would lead the request to an address outside the operation.');
  }
  return url.href;
}
