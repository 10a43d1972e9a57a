// The closed value type of the workflow language. JSON data is a Value as it stands, so nothing is copied:
//   int64    a JS number that is a safe integer, or a bigint beyond that
//   double   a JS number with a fraction, or `Double` where it is whole, NaN or infinite
//   decimal  `Decimal`, which keeps its scale
// Objects coming from outside have a null prototype.

/** A double that a JS number cannot be told apart from an int64: 5.0, NaN, Infinity. */
export class Double {
  constructor(readonly value: number) {}
}

/** An exact decimal: `units` / 10^`scale`. */
export class Decimal {
  constructor(
    readonly units: bigint,
    readonly scale: number,
  ) {}
}

export type Value = null | boolean | string | number | bigint | Double | Decimal | Value[] | ValueObject;
export interface ValueObject {
  [key: string]: Value;
}

/** True for an object value: not null, not an array, not a number wrapper. */
export function isValueObject(value: unknown): value is ValueObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Double) &&
    !(value instanceof Decimal)
  );
}
