// Arithmetic.
import { calculate, compareNumbers, kindOf, type Operation, widen } from '../arithmetic';
import {
  addDecimals,
  divideDecimals,
  multiplyDecimals,
  remainderDecimals,
  subtractDecimals,
} from '../decimal';
import type { EvaluationScope } from '../scope';
import type { NumberValue, Value } from '../value';
import { integerAt, numberAt, refuse, spend } from './arguments';
import { type FunctionGroup, type FunctionImplementation, values } from './implementation';

function arithmetic(operation: Operation): FunctionImplementation {
  return values((given) => calculate(operation, numberAt(given, 0), numberAt(given, 1)));
}

function extreme(given: Value[], scope: EvaluationScope, sign: 1 | -1): NumberValue {
  const [only, ...others] = given;
  const list = Array.isArray(only) && others.length === 0 ? only : given;
  if (list === given && given.length < 2) refuse(given, 0, 'an array of numbers, or one of several numbers');
  if (list.length === 0) refuse(given, 0, 'an array with at least one number');
  spend(scope, list.length);
  const numbers = list.map((_, index) => numberAt(list, index));
  const kinds = new Set(numbers.map(kindOf));
  const kind = kinds.has('decimal') ? 'decimal' : kinds.has('double') ? 'double' : 'integer';
  return numbers
    .map((number) => widen(number, kind))
    .reduce((best, number) => (compareNumbers(number, best) * sign > 0 ? number : best));
}

export const mathImplementations: FunctionGroup = {
  add: arithmetic({
    integer: (a, b) => a + b,
    double: (a, b) => a + b,
    decimal: addDecimals,
    divides: false,
  }),
  sub: arithmetic({
    integer: (a, b) => a - b,
    double: (a, b) => a - b,
    decimal: subtractDecimals,
    divides: false,
  }),
  mul: arithmetic({
    integer: (a, b) => a * b,
    double: (a, b) => a * b,
    decimal: multiplyDecimals,
    divides: false,
  }),
  div: arithmetic({
    integer: (a, b) => a / b,
    double: (a, b) => a / b,
    decimal: divideDecimals,
    divides: true,
  }),
  mod: arithmetic({
    integer: (a, b) => a % b,
    double: (a, b) => a % b,
    decimal: remainderDecimals,
    divides: true,
  }),
  max: values((given, scope) => extreme(given, scope, 1)),
  min: values((given, scope) => extreme(given, scope, -1)),
  rand: values((given, scope) => {
    const least = integerAt(given, 0);
    const end = integerAt(given, 1);
    if (end < least) refuse(given, 1, 'no less than the first');
    return least + Math.floor(scope.random() * (end - least));
  }),
};
