// Running a table of cases `{ id, expr, expect | error | oneOf | expectMatches, inputs?, type? }` and judging each.
import { RE2JS } from 're2js';
import { createCaseScope } from './case-scope';
import { isSame } from './comparison';
import { compileTemplate } from './compile';
import { ExpressionError } from './expression-error';
import { isValueObject, objectOf, typeOfValue, type Value, type ValueObject } from './value';

export interface CaseResult {
  id: string;
  result: 'pass' | 'fail';
  /** Where it failed: the value, or `{ error: { code, message } }`. */
  got?: Value;
  /** Where it failed: what the case asked for. */
  want?: Value;
  disputed?: true;
}

/** Evaluates one template against `inputs`; a failure is a value of its own. */
export function evaluateCase(
  template: string,
  inputs: ValueObject,
): { value: Value } | { error: ExpressionError } {
  try {
    return { value: compileTemplate(template)(createCaseScope(inputs)) };
  } catch (error) {
    if (error instanceof ExpressionError) return { error };
    throw error;
  }
}

/** Judges one case: numbers by value, objects by names and values. */
export function runCase(test: ValueObject): CaseResult {
  const outcome = evaluateCase(String(test.expr), isValueObject(test.inputs) ? test.inputs : {});
  const result: CaseResult = { id: String(test.id), result: judge(test, outcome) ? 'pass' : 'fail' };
  if (test.disputed !== undefined) result.disputed = true;
  if (result.result === 'fail') {
    result.got = 'error' in outcome ? describeError(outcome.error) : outcome.value;
    result.want = describeWish(test);
  }
  return result;
}

function describeError(error: ExpressionError): Value {
  return objectOf([
    [
      'error',
      objectOf([
        ['code', error.code],
        ['message', error.message],
      ]),
    ],
  ]);
}

function describeWish(test: ValueObject): Value {
  const names = ['expect', 'error', 'oneOf', 'expectMatches', 'type'];
  return objectOf(names.flatMap((name) => (Object.hasOwn(test, name) ? [[name, test[name] ?? null]] : [])));
}

function judge(test: ValueObject, outcome: { value: Value } | { error: ExpressionError }): boolean {
  if (test.error === true) return 'error' in outcome;
  if ('error' in outcome) return false;
  const { value } = outcome;
  if (typeof test.type === 'string' && typeOfValue(value) !== test.type) return false;
  if (Array.isArray(test.oneOf)) return test.oneOf.some((wanted) => isSame(wanted, value));
  if (typeof test.expectMatches === 'string') {
    return typeof value === 'string' && RE2JS.compile(test.expectMatches).matcher(value).find();
  }
  return isSame(test.expect ?? null, value);
}
