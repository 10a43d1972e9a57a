// What a function of the language is to the evaluator: one of three ways to be called. Names, signatures, words and
// examples are in the catalogue; both tables have the same keys.
import type { EvaluationScope } from '../scope';
import type { Value } from '../value';

/** A compiled expression or template. Throws `ExpressionError` and nothing else. */
export type Evaluator = (scope: EvaluationScope) => Value;

export type FunctionImplementation =
  | { kind: 'values'; call: (values: Value[], scope: EvaluationScope) => Value }
  | { kind: 'lazy'; call: (values: Evaluator[], scope: EvaluationScope) => Value }
  /** The one value is a name; it arrives lower-cased and as written. */
  | { kind: 'named'; call: (name: string, shown: string, scope: EvaluationScope) => Value };

export type FunctionGroup = Record<string, FunctionImplementation>;

/** A function of values that are worked out first. */
export function values(call: (values: Value[], scope: EvaluationScope) => Value): FunctionImplementation {
  return { kind: 'values', call };
}

/** A function that works out only the values it needs. */
export function lazy(call: (values: Evaluator[], scope: EvaluationScope) => Value): FunctionImplementation {
  return { kind: 'lazy', call };
}

/** A function of one name. */
export function named(
  call: (name: string, shown: string, scope: EvaluationScope) => Value,
): FunctionImplementation {
  return { kind: 'named', call };
}
