// How a value reads as text in @{…}, string(), concat() and join().
import { toJsonText } from '../json-text';
import { contentText, readContent } from './content';
import { formatDecimal } from './decimal';
import { formatDouble } from './number-text';
import { Decimal, Double, type Value } from './value';

/** Text as it is, null as nothing, True/False, numbers by their kind, binary values decoded, the rest as JSON. */
export function toText(value: Value): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isInteger(value) ? String(value) : formatDouble(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return value.toString();
  }
  if (value === null) return '';
  if (value instanceof Double) return formatDouble(value.value);
  if (value instanceof Decimal) return formatDecimal(value);
  const content = readContent(value);
  return content ? contentText(content) : toJsonText(value);
}
