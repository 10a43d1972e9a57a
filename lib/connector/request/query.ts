// The query of a request. Lists follow the collection format; the separator is written plainly and the items are
// encoded, so a server that splits first and decodes then gets every item back.
import type { Value } from '../../expression/value';
import { isValueObject } from '../../expression/value';
import { toJsonText } from '../../json-text';
import { type RequestFailure, refuse } from './failure';
import { percentEncode, scalarText } from './scalar';
import type { ParameterValue } from './values';

const separators = { csv: ',', ssv: '%20', tsv: '%09', pipes: '%7C' } as const;

/** `a=1&b=2`, without the question mark; '' where there is nothing to send. */
export function buildQuery(values: readonly ParameterValue[], start: string): string | RequestFailure {
  const pairs = start === '' ? [] : [start];
  for (const { parameter, value } of values) {
    if (parameter.in !== 'query' || value === undefined || value === null) continue;
    const texts = textsOf(value);
    if (!texts) {
      const message = `“${parameter.name}” stands in the query: it takes a text, a number or a list of these.`;
      return refuse('ParameterTypeInvalid', message, parameter.name);
    }
    const name = percentEncode(parameter.name).replaceAll('%24', '$');
    const encoded = texts.map(percentEncode);
    const format = parameter.collectionFormat;
    if (!Array.isArray(value)) pairs.push(`${name}=${encoded.join('')}`);
    else if (format === 'multi') pairs.push(...encoded.map((text) => `${name}=${text}`));
    else if (encoded.length > 0) pairs.push(`${name}=${encoded.join(separators[format])}`);
  }
  return pairs.join('&');
}

/** One text per item; an object is sent as its JSON. */
function textsOf(value: Value): string[] | undefined {
  const items = Array.isArray(value) ? value : [value];
  const texts = items.map((item) => scalarText(item) ?? (isValueObject(item) ? toJsonText(item) : undefined));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
