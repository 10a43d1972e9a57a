// InitializeVariable: declares one or more variables of the run.
import { compileJson } from '../../expression/compile';
import { isValueObject, type Value } from '../../expression/value';
import { ownProperty } from '../../json';
import { fail, finish } from '../machine';
import type { ActionKind } from '../plan-model';
import type { ActionFault, VariableEffect } from '../record';
import type { RunState } from '../state';
import { recordOf } from '../state';
import { evaluate } from '../turn';
import { applyEffect, emptyValue, fitValue, readVariableType, typeFault } from '../variables';

export const initializeVariable: ActionKind = (action) => {
  const inputs = compileJson(ownProperty(action.definition, 'inputs') ?? null);
  return {
    run(turn, frame) {
      const result = evaluate(turn, frame, action, inputs);
      if (!result.ok) return fail(turn, frame, action, result.fault);
      const effect = declare(turn.state, result.value);
      if ('code' in effect) return fail(turn, frame, action, effect, result.value);
      finish(turn, frame, action, {
        status: 'Succeeded',
        code: 'NotSpecified',
        inputs: result.value,
        effect,
      });
      const record = recordOf(frame, action);
      if (record !== undefined) applyEffect(turn.state, record);
    },
  };
};

function declare(state: RunState, inputs: Value): VariableEffect | ActionFault {
  const list = isValueObject(inputs) ? inputs.variables : undefined;
  if (!Array.isArray(list) || list.length === 0)
    return { code: 'BadRequest', message: 'The step names no variable to initialize.' };
  const declared: { name: string; type: NonNullable<ReturnType<typeof readVariableType>>; value: Value }[] =
    [];
  for (const entry of list) {
    const name = isValueObject(entry) ? entry.name : undefined;
    const type = readVariableType(isValueObject(entry) ? entry.type : undefined);
    if (typeof name !== 'string' || name === '')
      return { code: 'BadRequest', message: 'A variable needs a name.' };
    if (type === undefined)
      return {
        code: 'BadRequest',
        message: `Variable “${name}” needs a type: string, integer, float, boolean, object or array.`,
      };
    if (
      state.variables.has(name.toLowerCase()) ||
      declared.some((each) => each.name.toLowerCase() === name.toLowerCase())
    )
      return { code: 'BadRequest', message: `Variable “${name}” is already initialized.` };
    const given = isValueObject(entry) ? entry.value : undefined;
    const value = given === undefined ? emptyValue(type) : fitValue(type, given);
    if (value === undefined) return typeFault({ name, type });
    declared.push({ name, type, value });
  }
  return { declare: declared };
}
