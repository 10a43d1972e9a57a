// Numbers to text and text to doubles, as .NET writes and reads them (double.ToString("R"), NumberStyles).
import type { NumberSymbols } from './culture';

/** Shortest round trip: 0.5, 30, 1E+20 from fifteen places up, 1E-05 from five places down, NaN, Infinity. */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '0', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent >= 15 || exponent < -4) {
    const digits = String(Math.abs(exponent)).padStart(2, '0');
    return `${mantissa}E${exponent < 0 ? '-' : '+'}${digits}`;
  }
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace('-', '').replace('.', '');
  return (negative ? '-' : '') + placePoint(digits, exponent + 1);
}

/** Puts the decimal point after `places` of the digits (negative: zeros in front). */
function placePoint(digits: string, places: number): string {
  if (places <= 0) return `0.${'0'.repeat(-places)}${digits}`;
  if (places >= digits.length) return digits + '0'.repeat(places - digits.length);
  return `${digits.slice(0, places)}.${digits.slice(places)}`;
}

/** No number needs more; longer texts are refused before any pattern sees them. */
const longestNumber = 2_000;

export interface NumberStyle {
  trailingSign: boolean;
  exponent: boolean;
  decimalPoint: boolean;
}

interface NumberDigits {
  negative: boolean;
  /** Digits before and after the point. */
  whole: string;
  fraction: string;
  exponent: number;
}

/** The digits of a number written in a culture's symbols, white space around it allowed; undefined where it is none. */
export function readDigits(
  text: string,
  symbols: NumberSymbols,
  style: NumberStyle,
): NumberDigits | undefined {
  if (text.length > longestNumber) return undefined;
  let rest = text.replace(/^[\t-\r ]+/, '').replace(/[\t-\r \0]+$/, '');
  let sign = '';
  const leading = /^[-+\u2212]/.exec(rest);
  if (leading) {
    sign = leading[0];
    rest = rest.slice(1);
  } else if (style.trailingSign && /[0-9.,\s][-+\u2212]$/.test(rest)) {
    sign = rest.slice(-1);
    rest = rest.slice(0, -1).replace(/[\t-\r ]+$/, '');
  }
  let exponent = 0;
  if (style.exponent) {
    const found = /[eE]([-+]?[0-9]+)$/.exec(rest);
    if (found) {
      exponent = Math.max(-99_999, Math.min(99_999, Number(found[1])));
      rest = rest.slice(0, found.index);
    }
  }
  const point = style.decimalPoint ? rest.indexOf(symbols.decimal) : -1;
  const before = point < 0 ? rest : rest.slice(0, point);
  const fraction = point < 0 ? '' : rest.slice(point + symbols.decimal.length);
  const whole = dropGroups(before, symbols.group);
  if (!/^[0-9]*$/.test(whole) || !/^[0-9]*$/.test(fraction)) return undefined;
  if (whole === '' && fraction === '') return undefined;
  return { negative: sign !== '' && sign !== '+', whole, fraction, exponent };
}

function dropGroups(text: string, group: string): string {
  // A separator needs a digit somewhere before it; where it is a kind of space, any space will do.
  if (!/^[0-9]/.test(text)) return text;
  if (/^\s$/.test(group)) return text.replace(/[\s]/g, '');
  return text.split(group).join('');
}

/** A double from text in a culture's symbols; undefined where the text is no number. */
export function parseDouble(text: string, symbols: NumberSymbols, style: NumberStyle): number | undefined {
  const digits = readDigits(text, symbols, style);
  if (digits) {
    const magnitude = Number(`${digits.whole || '0'}.${digits.fraction || '0'}e${digits.exponent}`);
    return digits.negative ? -magnitude : magnitude;
  }
  if (text.length > longestNumber) return undefined;
  const word = text.trim().toLowerCase();
  if (word.replace(/^[-+]/, '') === symbols.notANumber.toLowerCase()) return Number.NaN;
  const infinity = symbols.infinity.toLowerCase();
  if (word === infinity || word === `+${infinity}`) return Number.POSITIVE_INFINITY;
  if (word === `-${infinity}`) return Number.NEGATIVE_INFINITY;
  return undefined;
}
