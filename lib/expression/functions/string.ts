// Text functions.

import { invariantNumberSymbols, numberSymbols } from '../culture';
import { fail } from '../expression-error';
import { toLowerInvariant, toUpperInvariant } from '../letter-case';
import { formatNumber } from '../number-format';
import { parseDouble } from '../number-text';
import { toText } from '../to-text';
import type { Value } from '../value';
import {
  checkLength,
  countAt,
  integerAt,
  numberAt,
  optionalTextAt,
  refuse,
  spend,
  textAt,
  valueAt,
} from './arguments';
import { type FunctionGroup, values } from './implementation';

// What .NET calls white space; JavaScript's list differs by U+0085 and U+FEFF.
const space = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
const leadingSpace = new RegExp(`^${space}`);

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && leadingSpace.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function concat(given: Value[]): string {
  let text = '';
  for (const value of given) {
    const added = typeof value === 'string' ? value : toText(value);
    checkLength(text.length + added.length);
    text += added;
  }
  return text;
}

function replaceAll(text: string, old: string, fresh: string): string {
  if (old === '') fail('EXPR1403', 'replace() needs at least one character to look for.');
  const parts = text.split(old);
  checkLength(text.length + (parts.length - 1) * (fresh.length - old.length));
  return parts.join(fresh);
}

function substring(given: Value[]): string {
  const text = textAt(given, 0);
  const start = integerAt(given, 1);
  const length = given.length > 2 ? integerAt(given, 2) : text.length - start;
  if (start < 0 || length < 0 || start + length > text.length) {
    fail('EXPR1403', `substring() reaches outside the text, which has ${text.length} characters.`);
  }
  return text.slice(start, start + length);
}

function slice(given: Value[]): string {
  const text = textAt(given, 0);
  const fromEnd = (index: number) => (index < 0 ? index + text.length : index);
  const start = fromEnd(countAt(given, 1));
  const end = given.length > 2 ? fromEnd(countAt(given, 2)) : text.length;
  return end <= start ? '' : text.slice(Math.max(0, start), Math.max(0, end));
}

function lastIndexOf(text: string, wanted: string): number {
  if (wanted === '') return Math.max(0, text.length - 1);
  return text.lastIndexOf(wanted);
}

function nthIndexOf(text: string, wanted: string, count: number): number {
  if (count === 0) fail('EXPR1403', 'nthIndexOf() counts from 1, or from -1 at the end; 0 is neither.');
  let at = count > 0 ? -1 : text.length;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    if (count > 0) at = text.indexOf(wanted, at + 1);
    else at = at === 0 ? -1 : text.lastIndexOf(wanted, at - 1);
    if (at < 0) return -1;
    if (wanted === '' && at >= text.length) return -1;
  }
  return at;
}

function chunk(given: Value[]): Value[] {
  const whole = valueAt(given, 0);
  const size = countAt(given, 1);
  if (typeof whole !== 'string' && !Array.isArray(whole)) refuse(given, 0, 'text or an array');
  if (size < 1) refuse(given, 1, 'a whole number above zero');
  const parts: Value[] = [];
  for (let at = 0; at < whole.length; at += size) parts.push(whole.slice(at, at + size));
  return parts;
}

function shapeGuid(guid: string, format: string): string {
  const hex = guid.replaceAll('-', '');
  switch (format.toUpperCase()) {
    case '':
    case 'D':
      return guid;
    case 'N':
      return hex;
    case 'B':
      return `{${guid}}`;
    case 'P':
      return `(${guid})`;
    case 'X': {
      const [a = '', b = '', c = ''] = guid.split('-');
      const bytes = (hex.slice(16).match(/../g) ?? []).map((byte) => `0x${byte}`);
      return `{0x${a},0x${b},0x${c},{${bytes.join(',')}}}`;
    }
    default:
      return fail('EXPR1405', `guid() has the formats N, D, B, P and X, not '${format}'.`);
  }
}

const int64 = { smallest: -(2n ** 63n), largest: 2n ** 63n - 1n };

// An int64 with its sign, separators and exponent is far shorter.
const longestInteger = 1_000;

function isInteger(text: string): boolean {
  if (text.length > longestInteger) return false;
  const found = /^[\t-\r ]*([-+]?)([0-9][0-9,]*)(?:[eE]\+?([0-9]{1,3}))?[\t-\r ]*$/.exec(text);
  if (!found) return false;
  const value = BigInt((found[2] ?? '0').replaceAll(',', '') + '0'.repeat(Number(found[3] ?? 0)));
  const signed = found[1] === '-' ? -value : value;
  return signed >= int64.smallest && signed <= int64.largest;
}

function isFloat(given: Value[]): boolean {
  const text = textAt(given, 0);
  const locale = optionalTextAt(given, 1);
  const symbols = locale === undefined ? invariantNumberSymbols : numberSymbols(locale);
  const style = { trailingSign: true, exponent: true, decimalPoint: true };
  return parseDouble(text, symbols, style) !== undefined;
}

const fold = toLowerInvariant;

export const stringImplementations: FunctionGroup = {
  concat: values(concat),
  substring: values(substring),
  slice: values(slice),
  replace: values((given) => replaceAll(textAt(given, 0), textAt(given, 1), textAt(given, 2))),
  guid: values((given, scope) => shapeGuid(scope.guid().toLowerCase(), optionalTextAt(given, 0) ?? 'D')),
  toLower: values((given) => toLowerInvariant(textAt(given, 0))),
  toUpper: values((given) => toUpperInvariant(textAt(given, 0))),
  indexOf: values((given) => fold(textAt(given, 0)).indexOf(fold(textAt(given, 1)))),
  lastIndexOf: values((given) => lastIndexOf(fold(textAt(given, 0)), fold(textAt(given, 1)))),
  nthIndexOf: values((given) =>
    nthIndexOf(fold(textAt(given, 0)), fold(textAt(given, 1)), integerAt(given, 2)),
  ),
  startsWith: values((given) => fold(textAt(given, 0)).startsWith(fold(textAt(given, 1)))),
  endsWith: values((given) => fold(textAt(given, 0)).endsWith(fold(textAt(given, 1)))),
  split: values((given, scope) => {
    const text = textAt(given, 0);
    const separator = textAt(given, 1);
    const parts = separator === '' ? [text] : text.split(separator);
    spend(scope, parts.length);
    return parts;
  }),
  trim: values((given) => trimEnd(textAt(given, 0).replace(leadingSpace, ''))),
  length: values((given) => {
    const whole = valueAt(given, 0);
    if (typeof whole === 'string' || Array.isArray(whole)) return whole.length;
    return refuse(given, 0, 'text or an array');
  }),
  chunk: values(chunk),
  formatNumber: values((given) =>
    formatNumber(
      numberAt(given, 0),
      textAt(given, 1),
      numberSymbols(optionalTextAt(given, 2) ?? 'en-US'),
      optionalTextAt(given, 2) ?? 'en-US',
    ),
  ),
  isInt: values((given) => isInteger(textAt(given, 0))),
  isFloat: values(isFloat),
};
