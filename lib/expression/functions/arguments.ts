// Reading the values of a call in the kind the function needs. A value of another kind is an ArgumentFailure, which the
// call turns into a sentence with the function's name and the place.
import { limits } from '../../limits';
import { fail } from '../expression-error';
import type { EvaluationScope } from '../scope';
import {
  isNumberValue,
  isValueObject,
  type NumberValue,
  typeOfValue,
  type Value,
  type ValueObject,
} from '../value';

/** Value `index` of a call is not what it must be. */
export class ArgumentFailure extends Error {
  constructor(
    readonly index: number,
    readonly expected: string,
    readonly found: string,
  ) {
    super(expected);
  }
}

const articles: Record<string, string> = {
  null: 'null',
  boolean: 'true or false',
  string: 'text',
  integer: 'a whole number',
  float: 'a number with a fraction',
  decimal: 'a decimal',
  array: 'an array',
  object: 'an object',
};

/** "an array", "text": how messages call a value. */
export function describeValue(value: Value): string {
  return articles[typeOfValue(value)] ?? 'something else';
}

/** Refuses value `index`. */
export function refuse(values: readonly Value[], index: number, expected: string): never {
  throw new ArgumentFailure(index, expected, describeValue(values[index] ?? null));
}

/** Text, or the call fails naming the argument. */
export function textAt(values: readonly Value[], index: number): string {
  const value = values[index];
  return typeof value === 'string' ? value : refuse(values, index, 'text');
}

/** Undefined where the call has no such value. */
export function optionalTextAt(values: readonly Value[], index: number): string | undefined {
  return index < values.length ? textAt(values, index) : undefined;
}

/** A whole number of up to 2^53: lengths, places and counts are no larger. */
export function integerAt(values: readonly Value[], index: number): number {
  const value = int64At(values, index);
  return typeof value === 'number' ? value : refuse(values, index, 'a smaller number');
}

/** A whole number of any size, rounded: to be cut to what there is anyway. */
export function countAt(values: readonly Value[], index: number): number {
  return Number(int64At(values, index));
}

/** A whole number of any size, exactly. */
export function int64At(values: readonly Value[], index: number): number | bigint {
  const value = values[index];
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) return value;
  return refuse(values, index, 'a whole number');
}

/** A number of any kind. */
export function numberAt(values: readonly Value[], index: number): NumberValue {
  const value = values[index];
  return isNumberValue(value) ? value : refuse(values, index, 'a number');
}

/** True or false. */
export function booleanAt(values: readonly Value[], index: number): boolean {
  const value = values[index];
  return typeof value === 'boolean' ? value : refuse(values, index, 'true or false');
}

/** An array. */
export function arrayAt(values: readonly Value[], index: number): Value[] {
  const value = values[index];
  return Array.isArray(value) ? value : refuse(values, index, 'an array');
}

/** An object. */
export function objectAt(values: readonly Value[], index: number): ValueObject {
  const value = values[index];
  return isValueObject(value) ? value : refuse(values, index, 'an object');
}

/** The value itself; a missing one reads as null. */
export function valueAt(values: readonly Value[], index: number): Value {
  return values[index] ?? null;
}

/** Counts `steps` of work; fails when the expression has used up what it may. */
export function spend(scope: EvaluationScope, steps: number): void {
  scope.steps.left -= steps;
  if (scope.steps.left < 0) fail('EXPR1501', limits.expressionSteps.sentence);
}

/** Refuses to make a text of more characters than a value may have. */
export function checkLength(characters: number): void {
  if (characters > limits.valueCharacters.value) fail('EXPR1502', limits.valueCharacters.sentence);
}
