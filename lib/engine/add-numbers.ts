// Sums for variables: int64 stays exact and is checked, float is a double.
import { Decimal, Double, type Value } from '../expression/value';
import type { ActionFault } from './record';

const int64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

type Sum = { ok: true; value: Value } | { ok: false; fault: ActionFault };

/** `a + b` as a variable of that type holds it. */
export function addNumbers(type: 'integer' | 'float', a: Value, b: Value): Sum {
  if (type === 'integer') {
    if (!isInteger(a) || !isInteger(b))
      return refuse('Only a whole number can be added to an integer variable.');
    const sum = BigInt(a) + BigInt(b);
    if (sum < int64.min || sum > int64.max) return refuse('The sum is beyond the range of a 64-bit integer.');
    const small = Number(sum);
    return { ok: true, value: Number.isSafeInteger(small) ? small : sum };
  }
  const left = toNumber(a);
  const right = toNumber(b);
  if (left === undefined || right === undefined)
    return refuse('Only a number can be added to a float variable.');
  const sum = left + right;
  return { ok: true, value: Number.isFinite(sum) && !Number.isInteger(sum) ? sum : new Double(sum) };
}

function isInteger(value: Value): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
}

function toNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Double) return value.value;
  if (value instanceof Decimal) return Number(value.units) / 10 ** value.scale;
  return undefined;
}

function refuse(message: string): Sum {
  return { ok: false, fault: { code: 'BadRequest', message } };
}
