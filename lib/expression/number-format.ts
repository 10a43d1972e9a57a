// Numbers as text by a .NET numeric format: one letter and a precision is a standard format, the rest a custom one.
import { kindOf, toNumber } from './arithmetic';
import type { NumberSymbols } from './culture';
import { currencyOf } from './currency';
import { fail } from './expression-error';
import { formatCustomNumber } from './number-custom-format';
import { digitsOf, keepDigits, type NumberDigits, placesOf, splitDigits } from './number-digits';
import { formatDouble } from './number-text';
import { toText } from './to-text';
import type { NumberValue } from './value';

/** Formats a number. Throws EXPR1405 for a format that is none or does not fit the number. */
export function formatNumber(
  value: NumberValue,
  format: string,
  symbols: NumberSymbols,
  culture: string,
): string {
  const number = toNumber(value);
  if (!Number.isFinite(number)) {
    if (Number.isNaN(number)) return symbols.notANumber;
    return (number < 0 ? symbols.minus : '') + symbols.infinity;
  }
  const standard = /^([A-Za-z])([0-9]{0,3})$/.exec(format === '' ? 'G' : format);
  if (!standard) return formatCustomNumber(value, format, symbols);
  const letter = standard[1] ?? 'G';
  const precision = standard[2] ? Number(standard[2]) : undefined;
  switch (letter.toUpperCase()) {
    case 'C':
      return formatCurrency(value, precision, culture);
    case 'D':
      return formatWhole(value, precision ?? 0, symbols);
    case 'E':
      return formatExponential(value, precision ?? 6, letter, symbols);
    case 'F':
      return signed(fixed(value, precision ?? 2, symbols, false), symbols);
    case 'G':
      return formatGeneral(value, precision, letter, symbols);
    case 'N':
      return signed(fixed(value, precision ?? 2, symbols, true), symbols);
    case 'P':
      return formatPercent(value, precision ?? 2, culture);
    case 'R':
      return formatGeneral(value, undefined, letter, symbols);
    case 'X':
      return formatHexadecimal(value, precision ?? 0, letter);
    default:
      return fail('EXPR1405', `'${format}' is not a number format.`);
  }
}

interface Written {
  negative: boolean;
  text: string;
}

function signed({ negative, text }: Written, symbols: NumberSymbols): string {
  return (negative ? symbols.minus : '') + text;
}

/** Puts separators between groups of three digits. */
function groupDigits(whole: string, group: string): string {
  return whole.replace(/\B(?=(?:[0-9]{3})+$)/g, () => group);
}

function fixed(value: NumberValue, places: number, symbols: NumberSymbols, grouped: boolean): Written {
  const rounded = placesOf(value, places);
  const { whole, fraction } = splitDigits(rounded, places);
  const shown = grouped ? groupDigits(whole, symbols.group) : whole;
  return {
    // A double that rounds to zero keeps its sign, as .NET prints it.
    negative: rounded.negative && (rounded.digits !== '' || kindOf(value) === 'double'),
    text: places === 0 ? shown : `${shown}${symbols.decimal}${fraction}`,
  };
}

function formatWhole(value: NumberValue, length: number, symbols: NumberSymbols): string {
  if (kindOf(value) !== 'integer') return fail('EXPR1405', 'The format D takes whole numbers only.');
  const { negative, digits, point } = digitsOf(value);
  const text = digits.padEnd(point, '0').padStart(Math.max(length, 1), '0');
  return signed({ negative, text }, symbols);
}

/** `1.05E+003`: the letter decides the case, `least` the digits of the exponent. */
function exponential(
  rounded: NumberDigits,
  places: number | undefined,
  letter: string,
  symbols: NumberSymbols,
  least: number,
): string {
  const { digits, point, negative } = rounded;
  const exponent = digits === '' ? 0 : point - 1;
  const fraction = places === undefined ? digits.slice(1) : digits.slice(1).padEnd(places, '0');
  const mantissa = `${digits.slice(0, 1) || '0'}${fraction === '' ? '' : symbols.decimal + fraction}`;
  const size = String(Math.abs(exponent)).padStart(least, '0');
  return signed({ negative, text: `${mantissa}${letter}${exponent < 0 ? '-' : '+'}${size}` }, symbols);
}

function significant(value: NumberValue, count: number): NumberDigits {
  if (kindOf(value) === 'double' && count <= 100) return digitsOf(value, count);
  return keepDigits(digitsOf(value), count);
}

function formatExponential(
  value: NumberValue,
  places: number,
  letter: string,
  symbols: NumberSymbols,
): string {
  return exponential(significant(value, places + 1), places, letter, symbols, 3);
}

function formatGeneral(
  value: NumberValue,
  precision: number | undefined,
  letter: string,
  symbols: NumberSymbols,
): string {
  if (!precision) {
    const plain = kindOf(value) === 'double' ? formatDouble(toNumber(value)) : toText(value);
    const cased = letter === 'g' || letter === 'r' ? plain.replace('E', 'e') : plain;
    return cased.replace('.', symbols.decimal).replace(/^-/, symbols.minus);
  }
  const rounded = significant(value, precision);
  const exponent = rounded.digits === '' ? 0 : rounded.point - 1;
  if (exponent >= precision || exponent < -4) {
    return exponential(rounded, undefined, letter === 'g' ? 'e' : 'E', symbols, 2);
  }
  const places = Math.max(0, rounded.digits.length - rounded.point);
  const { whole, fraction } = splitDigits(rounded, places);
  return signed(
    { negative: rounded.negative, text: fraction === '' ? whole : `${whole}${symbols.decimal}${fraction}` },
    symbols,
  );
}

function formatHexadecimal(value: NumberValue, length: number, letter: string): string {
  if (kindOf(value) !== 'integer') return fail('EXPR1405', 'The format X takes whole numbers only.');
  const hex = BigInt.asUintN(64, BigInt(value as number | bigint)).toString(16);
  const text = hex.padStart(length, '0');
  return letter === 'X' ? text.toUpperCase() : text;
}

// Intl knows where the sign, the digits and the currency stand; it takes the digits as text, so none are lost.
function formatCurrency(value: NumberValue, precision: number | undefined, culture: string): string {
  const currency = currencyOf(culture);
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const places =
    precision ??
    new Intl.NumberFormat(culture || 'en-US', style).resolvedOptions().maximumFractionDigits ??
    2;
  return formatByIntl(value, places, culture, style);
}

function formatPercent(value: NumberValue, places: number, culture: string): string {
  return formatByIntl(value, places, culture, { style: 'percent' });
}

function formatByIntl(
  value: NumberValue,
  places: number,
  culture: string,
  style: Intl.NumberFormatOptions,
): string {
  const digits = Math.min(places, 100);
  const { negative, digits: significantDigits, point } = digitsOf(value);
  const text = `${negative ? '-' : ''}0.${significantDigits || '0'}e${point}`;
  return new Intl.NumberFormat(culture || 'en-US', {
    ...style,
    numberingSystem: 'latn',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(text as Intl.StringNumericLiteral);
}
