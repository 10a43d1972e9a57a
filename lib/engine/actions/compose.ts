// Compose: its outputs are its inputs, evaluated.
import { compileJson } from '../../expression/compile';
import { ownProperty } from '../../json';
import { fail, finish } from '../machine';
import type { ActionKind } from '../plan-model';
import { evaluate } from '../turn';

export const compose: ActionKind = (action) => {
  const inputs = compileJson(ownProperty(action.definition, 'inputs') ?? null);
  return {
    run(turn, frame) {
      const result = evaluate(turn, frame, action, inputs);
      if (!result.ok) return fail(turn, frame, action, result.fault);
      finish(turn, frame, action, {
        status: 'Succeeded',
        code: 'OK',
        inputs: result.value,
        outputs: result.value,
      });
    },
  };
};
