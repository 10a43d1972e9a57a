// The headers of a request: declared header parameters, then what the body and the answer need.
import { isForbiddenHeader, isHeaderName, isHeaderValue } from '../../http-rules';
import { isJsonMediaType } from '../media-type';
import type { Operation } from '../model';
import { type RequestFailure, refuse } from './failure';
import { joinedText } from './scalar';
import type { ParameterValue } from './values';

export type Headers = Record<string, string>;

/** Headers from header parameters, names as declared; the record has no prototype, so every name is just a name. */
export function buildHeaders(values: readonly ParameterValue[]): Headers | RequestFailure {
  const headers: Headers = Object.create(null);
  for (const { parameter, value, given } of values) {
    if (parameter.in !== 'header' || value === undefined || value === null) continue;
    const name = parameter.name.trim().replace(/:$/, '');
    if (isForbiddenHeader(name)) {
      if (given)
        return refuse(
          'HeaderForbidden',
          `The header ${name} belongs to the connection itself and cannot be set.`,
          parameter.name,
        );
      continue;
    }
    if (!isHeaderName(name)) {
      return refuse('HeaderNameInvalid', `${JSON.stringify(name)} is not a header name.`, parameter.name);
    }
    const text = joinedText(value, parameter.collectionFormat);
    if (text === undefined) {
      return refuse(
        'ParameterTypeInvalid',
        `“${parameter.name}” is a header: it takes a text or a number.`,
        parameter.name,
      );
    }
    const written = given ? text : text.trim();
    if (!isHeaderValue(written)) {
      const message = `The value of the header ${name} has a line break, a space at an end, or a character outside Latin-1.`;
      return refuse('HeaderValueInvalid', message, parameter.name);
    }
    setHeader(headers, name, written);
  }
  return headers;
}

/** Sets a header whatever the case it is already written in. */
export function setHeader(headers: Headers, name: string, value: string): void {
  const present = Object.keys(headers).find((key) => key.toLowerCase() === name.toLowerCase());
  if (present !== undefined) delete headers[present];
  headers[name] = value;
}

/** The value of a header whatever its case. */
export function findHeader(headers: Headers, name: string): string | undefined {
  const key = Object.keys(headers).find((item) => item.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : headers[key];
}

/** JSON where the operation can give it; generators list text/plain first for answers that are JSON. */
export function acceptOf(operation: Operation): string {
  const { produces } = operation;
  if (produces.length === 0 || produces.some(isJsonMediaType)) return 'application/json, */*;q=0.5';
  return [...produces.filter(isHeaderValue), '*/*;q=0.5'].join(', ');
}
