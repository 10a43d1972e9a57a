// When two values are the same, and which of two comes first.
import { compareNumbers, kindOf, toNumber } from './arithmetic';
import { formatDecimal } from './decimal';
import { fail } from './expression-error';
import { Decimal, isNumberValue, isValueObject, typeOfValue, type Value } from './value';

/** Numbers by value across kinds, text letter by letter, arrays in order, objects by name in any order. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (isNumberValue(a)) return isNumberValue(b) && compareNumbers(a, b) === 0;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => isSame(item, b[index] ?? null));
  }
  if (!isValueObject(a) || !isValueObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame(a[name] ?? null, b[name] ?? null))
  );
}

/** equals(): as `isSame`, and true also equals 'True' and every number but zero. */
export function isEqual(a: Value, b: Value): boolean {
  if (typeof a === 'boolean' && typeof b !== 'boolean') return isEqualToBoolean(a, b);
  if (typeof b === 'boolean' && typeof a !== 'boolean') return isEqualToBoolean(b, a);
  return isSame(a, b);
}

function isEqualToBoolean(truth: boolean, other: Value): boolean {
  if (typeof other === 'string') return other === (truth ? 'True' : 'False');
  return isNumberValue(other) && toNumber(other) === (truth ? 1 : 0);
}

/** Below zero, zero or above for two numbers or two texts; NaN beside a NaN. Anything else has no order. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (isNumberValue(a) && isNumberValue(b)) return compareNumbers(a, b);
  return fail(
    'EXPR1301',
    `${typeOfValue(a)} and ${typeOfValue(b)} have no order; compare two numbers or two texts.`,
  );
}

/** A text that is the same for values that are the same, to find them in sets. */
export function identityOf(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `"${value}`;
  if (typeof value === 'boolean') return String(value);
  if (isNumberValue(value)) {
    if (value instanceof Decimal) {
      const text = formatDecimal(value);
      const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
      return `#${short}`;
    }
    if (kindOf(value) === 'integer') return `#${value}`;
    const number = toNumber(value);
    return Number.isInteger(number) ? `#${BigInt(number)}` : `#${number}`;
  }
  if (Array.isArray(value)) return `[${value.map((item) => JSON.stringify(identityOf(item))).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(identityOf(value[name] ?? null))}`);
  return `{${members.join(',')}}`;
}
