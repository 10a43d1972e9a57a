// Exact decimals with the rules of System.Decimal: 96 bits of digits, at most 28 places, the scale is kept.
import { invariantNumberSymbols } from './culture';
import { readDigits } from './number-text';
import { Decimal } from './value';

const largest = 2n ** 96n - 1n;
const maxScale = 28;

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Divides, rounding halves to even. */
function divideRounded(units: bigint, divisor: bigint): bigint {
  const quotient = units / divisor;
  const twice = absolute(units % divisor) * 2n;
  const size = absolute(divisor);
  if (twice < size || (twice === size && quotient % 2n === 0n)) return quotient;
  return quotient + (units < 0n === divisor < 0n ? 1n : -1n);
}

/** Brings digits into range by giving up places; undefined on overflow. */
function bounded(units: bigint, scale: number): Decimal | undefined {
  let places = Math.min(scale, maxScale);
  for (;;) {
    const rounded = places === scale ? units : divideRounded(units, power(scale - places));
    if (absolute(rounded) <= largest) return new Decimal(rounded, places);
    if (places === 0) return undefined;
    places -= 1;
  }
}

/** `1,000.50`, `200-`, spaces around; no exponent. Undefined where the text is none or does not fit. */
export function parseDecimal(text: string): Decimal | undefined {
  const style = { trailingSign: true, exponent: false, decimalPoint: true };
  const digits = readDigits(text, invariantNumberSymbols, style);
  if (!digits) return undefined;
  const units = BigInt(digits.whole + digits.fraction || '0');
  return bounded(digits.negative ? -units : units, digits.fraction.length);
}

/** A double to fifteen significant digits; undefined where it does not fit. */
export function decimalOfDouble(value: number): Decimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  const [mantissa = '0', exponentText = '0'] = value.toExponential(14).split('e');
  const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  const fraction = trimmed.split('.')[1] ?? '';
  const scale = fraction.length - Number(exponentText);
  const units = BigInt(trimmed.replace('.', ''));
  return scale < 0 ? bounded(units * power(Math.min(-scale, 40)), 0) : bounded(units, scale);
}

/** Digits with the point at its scale. */
export function formatDecimal(value: Decimal): string {
  if (value.scale === 0) return value.units.toString();
  const digits = absolute(value.units)
    .toString()
    .padStart(value.scale + 1, '0');
  const text = `${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
  return value.units < 0n ? `-${text}` : text;
}

/** The nearest double. */
export function decimalToNumber(value: Decimal): number {
  return Number(formatDecimal(value));
}

function aligned(a: Decimal, b: Decimal): { x: bigint; y: bigint; scale: number } {
  const scale = Math.max(a.scale, b.scale);
  return { x: a.units * power(scale - a.scale), y: b.units * power(scale - b.scale), scale };
}

/** Below zero, zero or above, as a is less than, equal to or greater than b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const { x, y } = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export type DecimalOperation = (a: Decimal, b: Decimal) => Decimal | undefined;

/** Undefined on overflow; division by zero is the caller's to refuse. */
export const addDecimals: DecimalOperation = (a, b) => {
  const { x, y, scale } = aligned(a, b);
  return bounded(x + y, scale);
};
/** Undefined on overflow. */
export const subtractDecimals: DecimalOperation = (a, b) => {
  const { x, y, scale } = aligned(a, b);
  return bounded(x - y, scale);
};
/** Undefined on overflow; rounded where it has too many digits. */
export const multiplyDecimals: DecimalOperation = (a, b) => bounded(a.units * b.units, a.scale + b.scale);
/** Undefined on overflow; the divisor is not zero. Zeros at the end are dropped. */
export const divideDecimals: DecimalOperation = (a, b) => {
  const extra = 60;
  const exact = bounded(divideRounded(a.units * power(extra), b.units), a.scale - b.scale + extra);
  if (!exact) return undefined;
  let { units, scale } = exact;
  const wanted = Math.max(0, a.scale - b.scale);
  while (scale > wanted && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return new Decimal(units, scale);
};
/** The sign is that of the dividend; the divisor is not zero. */
export const remainderDecimals: DecimalOperation = (a, b) => {
  const { x, y, scale } = aligned(a, b);
  return bounded(x % y, scale);
};
