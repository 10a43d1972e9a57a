// The closed value type of the workflow language. JSON data is a Value as it stands, so nothing is copied:
//   int64    a JS number that is a safe integer, or a bigint beyond that
//   double   a JS number with a fraction, or `Double` where it is whole, NaN or infinite
//   decimal  `Decimal`, which keeps its scale
// Objects coming from outside have a null prototype. Values are never changed once made.

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

export type NumberValue = number | bigint | Double | Decimal;
export type Value = null | boolean | string | NumberValue | Value[] | ValueObject;
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

/** True for all four shapes of a number. */
export function isNumberValue(value: unknown): value is NumberValue {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Double ||
    value instanceof Decimal
  );
}

/** A new object without prototype, with fast properties (Object.create(null) makes a slow dictionary). */
export function emptyObject(): ValueObject {
  return Object.setPrototypeOf({}, null) as ValueObject;
}

/** An object without prototype from its members, in order. */
export function objectOf(members: Iterable<readonly [string, Value]>): ValueObject {
  const object = emptyObject();
  for (const [name, value] of members) object[name] = value;
  return object;
}

export type ValueType = 'null' | 'boolean' | 'string' | 'integer' | 'float' | 'decimal' | 'array' | 'object';

/** The type as a reader of the language knows it. */
export function typeOfValue(value: Value): ValueType {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'float';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'boolean' || typeof value === 'string') return typeof value as 'boolean' | 'string';
  if (value instanceof Double) return 'float';
  if (value instanceof Decimal) return 'decimal';
  return Array.isArray(value) ? 'array' : 'object';
}
