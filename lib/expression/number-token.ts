// A number as JSON and the expression language write it, to its kind.
import { Double, type NumberValue } from './value';

/** A double in its one right shape: a JS number where it has a fraction, else `Double`. */
export function doubleOf(value: number): number | Double {
  return Number.isInteger(value) || !Number.isFinite(value) ? new Double(value) : value;
}

/** An integer in its one right shape: a JS number where that is exact, else a bigint. */
export function integerOf(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Digits without `.` or exponent are an integer of any size, the rest is a double; `-0` is a double. */
export function readNumberToken(token: string): NumberValue {
  if (/[.eE]/.test(token)) return doubleOf(Number(token));
  const number = Number(token);
  if (!Number.isSafeInteger(number)) return integerOf(BigInt(token.replace(/^\+/, '')));
  return Object.is(number, -0) && token.startsWith('-') ? new Double(-0) : number;
}
