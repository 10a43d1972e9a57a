// Comparison and choice. and, or, if work out only what they need.
import { compareValues, isEqual, isSame } from '../comparison';
import type { EvaluationScope } from '../scope';
import { typeOfValue, type Value } from '../value';
import { ArgumentFailure, booleanAt, describeValue, valueAt } from './arguments';
import { type Evaluator, type FunctionGroup, lazy, values } from './implementation';

function truth(evaluators: Evaluator[], index: number, scope: EvaluationScope): boolean {
  const value = evaluators[index]?.(scope) ?? null;
  if (typeof value === 'boolean') return value;
  throw new ArgumentFailure(index, 'true or false', describeValue(value));
}

function order(given: Value[]): number {
  return compareValues(valueAt(given, 0), valueAt(given, 1));
}

export const logicalImplementations: FunctionGroup = {
  and: lazy((given, scope) => {
    for (let index = 0; index < given.length; index += 1) if (!truth(given, index, scope)) return false;
    return true;
  }),
  or: lazy((given, scope) => {
    for (let index = 0; index < given.length; index += 1) if (truth(given, index, scope)) return true;
    return false;
  }),
  not: values((given) => !booleanAt(given, 0)),
  if: lazy((given, scope) => given[truth(given, 0, scope) ? 1 : 2]?.(scope) ?? null),
  equals: values((given) => isEqual(valueAt(given, 0), valueAt(given, 1))),
  strongEquals: values((given) => {
    const [a, b] = [valueAt(given, 0), valueAt(given, 1)];
    return typeOfValue(a) === typeOfValue(b) && isSame(a, b);
  }),
  greater: values((given) => order(given) > 0),
  greaterOrEquals: values((given) => order(given) >= 0),
  less: values((given) => order(given) < 0),
  lessOrEquals: values((given) => order(given) <= 0),
};
