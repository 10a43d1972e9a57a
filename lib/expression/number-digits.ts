// A number as decimal digits, rounded halves away from zero: what every number format starts from.
import { kindOf, toNumber } from './arithmetic';
import { formatDecimal } from './decimal';
import type { Decimal, NumberValue } from './value';

export interface NumberDigits {
  negative: boolean;
  /** Significant digits without leading or trailing zeros; '' is zero. */
  digits: string;
  /** Where the decimal point stands: 0.`digits` × 10^`point`. */
  point: number;
}

function trim(negative: boolean, digits: string, point: number): NumberDigits {
  const leading = /^0*/.exec(digits)?.[0].length ?? 0;
  const significant = digits.slice(leading).replace(/0+$/, '');
  return { negative, digits: significant, point: significant === '' ? 0 : point - leading };
}

/** Digits of a finite number. A double gives its shortest digits, or `precision` of them where it is given. */
export function digitsOf(value: NumberValue, precision?: number): NumberDigits {
  if (kindOf(value) === 'double') {
    const number = toNumber(value);
    const magnitude = Math.abs(number);
    const text = precision === undefined ? magnitude.toExponential() : magnitude.toExponential(precision - 1);
    const [mantissa = '0', exponent = '0'] = text.split('e');
    return trim(number < 0, mantissa.replace('.', ''), Number(exponent) + 1);
  }
  const text = typeof value === 'object' ? formatDecimal(value as Decimal) : String(value);
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  return trim(text.startsWith('-'), whole + fraction, whole.length);
}

/** Rounds to `count` significant digits from the left (may be zero or less). */
export function keepDigits(number: NumberDigits, count: number): NumberDigits {
  const { negative, digits, point } = number;
  if (count >= digits.length) return number;
  if (count < 0) return { negative, digits: '', point: 0 };
  const up = digits.charCodeAt(count) >= 0x35;
  if (!up) return trim(negative, digits.slice(0, count), point);
  const raised = String(BigInt(digits.slice(0, count) || '0') + 1n).padStart(count, '0');
  return trim(negative, raised, point + (raised.length > count ? 1 : 0));
}

/** Rounds to `places` after the point. */
export function keepPlaces(number: NumberDigits, places: number): NumberDigits {
  return keepDigits(number, number.point + places);
}

/** Digits before and after the point, `places` of them after it. */
export function splitDigits(
  { digits, point }: NumberDigits,
  places: number,
): { whole: string; fraction: string } {
  const padded = point > 0 ? digits.padEnd(point, '0') : `${'0'.repeat(-point)}${digits}`;
  const whole = point > 0 ? padded.slice(0, point) : '';
  const fraction = (point > 0 ? padded.slice(point) : padded).slice(0, places).padEnd(places, '0');
  return { whole: whole === '' ? '0' : whole, fraction };
}

/** Exact digits of a double down to `places`, where the shortest digits would round differently. */
export function placesOf(value: NumberValue, places: number): NumberDigits {
  if (kindOf(value) !== 'double') return keepPlaces(digitsOf(value), places);
  const number = toNumber(value);
  if (Math.abs(number) >= 1e21) return digitsOf(value);
  const [whole = '0', fraction = ''] = Math.abs(number).toFixed(Math.min(places, 100)).split('.');
  return trim(number < 0, whole + fraction, whole.length);
}
