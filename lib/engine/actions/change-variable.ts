// IncrementVariable and AppendToArrayVariable: change a variable by a value.
import { compileJson } from '../../expression/compile';
import { isValueObject, type Value } from '../../expression/value';
import { ownProperty } from '../../json';
import { addNumbers } from '../add-numbers';
import { fail, finish } from '../machine';
import type { ActionKind, PlanAction } from '../plan-model';
import { type Frame, recordOf, type Variable } from '../state';
import { evaluate, type Turn } from '../turn';
import { applyEffect, findVariable, isFault } from '../variables';
import { storeVariable } from './store-variable';

type Change = (
  turn: Turn,
  frame: Frame,
  given: { variable: Variable; value: Value | undefined; inputs: Value },
) => void;

const changing =
  (make: (action: PlanAction) => Change): ActionKind =>
  (action) => {
    const inputs = compileJson(ownProperty(action.definition, 'inputs') ?? null);
    const change = make(action);
    return {
      run(turn, frame) {
        const result = evaluate(turn, frame, action, inputs);
        if (!result.ok) return fail(turn, frame, action, result.fault);
        const given = isValueObject(result.value) ? result.value : {};
        const variable = findVariable(turn.state, given.name);
        if (isFault(variable)) return fail(turn, frame, action, variable, result.value);
        change(turn, frame, { variable, value: given.value, inputs: result.value });
      },
    };
  };

/** Adds `value` (1 when absent) to an integer or float variable. */
export const incrementVariable = changing((action) => (turn, frame, { variable, value, inputs }) => {
  if (variable.type !== 'integer' && variable.type !== 'float') {
    const message = `Variable “${variable.name}” of type ${variable.type} cannot be incremented.`;
    return fail(turn, frame, action, { code: 'BadRequest', message }, inputs);
  }
  const sum = addNumbers(variable.type, variable.value, value ?? 1);
  if (!sum.ok) return fail(turn, frame, action, sum.fault, inputs);
  storeVariable(turn, frame, action, { variable, value: sum.value, inputs });
});

/** Adds `value` as one element at the end. The original service takes neither null nor a list as an element. */
export const appendToArrayVariable = changing((action) => (turn, frame, { variable, value, inputs }) => {
  const message =
    variable.type !== 'array'
      ? `Variable “${variable.name}” is of type ${variable.type}, not array.`
      : value === undefined || value === null
        ? 'There is no value to append.'
        : Array.isArray(value)
          ? 'A list cannot be appended as one element.'
          : undefined;
  if (message !== undefined) return fail(turn, frame, action, { code: 'BadRequest', message }, inputs);
  finish(turn, frame, action, {
    status: 'Succeeded',
    code: 'NotSpecified',
    inputs,
    effect: { append: variable.name },
  });
  const record = recordOf(frame, action);
  if (record !== undefined) applyEffect(turn.state, record);
});
