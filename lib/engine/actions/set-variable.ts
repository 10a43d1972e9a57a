// SetVariable: puts a value into a variable; the value must fit the variable's type.
import { compileJson } from '../../expression/compile';
import { isValueObject } from '../../expression/value';
import { ownProperty } from '../../json';
import { fail } from '../machine';
import type { ActionKind } from '../plan-model';
import { evaluate } from '../turn';
import { findVariable, fitValue, isFault, typeFault } from '../variables';
import { storeVariable } from './store-variable';

export const setVariable: ActionKind = (action) => {
  const inputs = compileJson(ownProperty(action.definition, 'inputs') ?? null);
  return {
    run(turn, frame) {
      const result = evaluate(turn, frame, action, inputs);
      if (!result.ok) return fail(turn, frame, action, result.fault);
      const given = isValueObject(result.value) ? result.value : {};
      const variable = findVariable(turn.state, given.name);
      if (isFault(variable)) return fail(turn, frame, action, variable, result.value);
      const value = fitValue(variable.type, given.value ?? null);
      if (value === undefined) return fail(turn, frame, action, typeFault(variable), result.value);
      storeVariable(turn, frame, action, { variable, value, inputs: result.value });
    },
  };
};
