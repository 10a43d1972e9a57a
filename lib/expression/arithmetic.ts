// Arithmetic over the three kinds of numbers: decimal where either is decimal, else double where either is double,
// else int64, which is checked.
import { compareDecimals, type DecimalOperation, decimalOfDouble, decimalToNumber } from './decimal';
import { fail } from './expression-error';
import { doubleOf, integerOf } from './number-token';
import { Decimal, Double, type NumberValue } from './value';

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

export type NumberKind = 'integer' | 'double' | 'decimal';

/** Which of the three kinds a number is. */
export function kindOf(value: NumberValue): NumberKind {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'double';
  if (typeof value === 'bigint') return 'integer';
  return value instanceof Double ? 'double' : 'decimal';
}

/** The nearest JS number. */
export function toNumber(value: NumberValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Double ? value.value : decimalToNumber(value);
}

/** As a decimal; fails where a double does not fit. */
export function toDecimal(value: NumberValue): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) {
    return new Decimal(BigInt(value), 0);
  }
  return decimalOfDouble(toNumber(value)) ?? fail('EXPR1403', 'The number does not fit into a decimal.');
}

/** An int64 in its right shape; fails where it does not fit. */
export function checkedInteger(value: bigint): number | bigint {
  if (value < smallest || value > largest) fail('EXPR1403', 'The result does not fit into 64 bits.');
  return integerOf(value);
}

function commonKind(a: NumberValue, b: NumberValue): NumberKind {
  const first = kindOf(a);
  const second = kindOf(b);
  if (first === 'decimal' || second === 'decimal') return 'decimal';
  return first === 'double' || second === 'double' ? 'double' : 'integer';
}

export interface Operation {
  integer: (a: bigint, b: bigint) => bigint;
  double: (a: number, b: number) => number;
  decimal: DecimalOperation;
  /** True where dividing by an exact zero is refused. */
  divides: boolean;
}

/** Applies an operation in the common kind of both numbers. */
export function calculate(operation: Operation, a: NumberValue, b: NumberValue): NumberValue {
  const kind = commonKind(a, b);
  if (kind === 'integer') {
    if (typeof a === 'number' && typeof b === 'number' && !operation.divides) {
      const quick = operation.double(a, b);
      if (Number.isSafeInteger(quick)) return quick === 0 ? 0 : quick;
    }
    if (operation.divides && toNumber(b) === 0) fail('EXPR1404', 'A number cannot be divided by zero.');
    return checkedInteger(operation.integer(BigInt(a as number | bigint), BigInt(b as number | bigint)));
  }
  if (kind === 'double') return doubleOf(operation.double(toNumber(a), toNumber(b)));
  const divisor = toDecimal(b);
  if (operation.divides && divisor.units === 0n) fail('EXPR1404', 'A number cannot be divided by zero.');
  return (
    operation.decimal(toDecimal(a), divisor) ?? fail('EXPR1403', 'The result does not fit into a decimal.')
  );
}

/** Below zero, zero or above; NaN where either is NaN. Exact between integers, and between decimals. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  const kind = commonKind(a, b);
  if (kind === 'integer') {
    const x = BigInt(a as number | bigint);
    const y = BigInt(b as number | bigint);
    return x < y ? -1 : x > y ? 1 : 0;
  }
  const x = toNumber(a);
  const y = toNumber(b);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (kind === 'decimal' && Math.abs(x) < 1e28 && Math.abs(y) < 1e28) {
    return compareDecimals(toDecimal(a), toDecimal(b));
  }
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The same number in the common kind of both, so that a list has one kind. */
export function widen(value: NumberValue, kind: NumberKind): NumberValue {
  if (kind === 'decimal') return toDecimal(value);
  return kind === 'double' && kindOf(value) === 'integer' ? doubleOf(toNumber(value)) : value;
}
