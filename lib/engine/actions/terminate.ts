// Terminate: ends the run at once with the status it names; what is under way is cancelled, the rest is skipped.

import { compileJson } from '../../expression/compile';
import { toText } from '../../expression/to-text';
import { isValueObject, type Value } from '../../expression/value';
import { ownProperty } from '../../json';
import { endRun } from '../end-run';
import { fail, finish } from '../machine';
import type { ActionKind } from '../plan-model';
import { evaluate, orFault } from '../turn';

const statuses: Record<string, 'Succeeded' | 'Failed' | 'Cancelled'> = {
  succeeded: 'Succeeded',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

export const terminate: ActionKind = (action) => {
  const inputs = compileJson(ownProperty(action.definition, 'inputs') ?? {});
  return {
    run(turn, frame) {
      const result = evaluate(turn, frame, action, inputs);
      if (!result.ok) return fail(turn, frame, action, result.fault);
      const given = isValueObject(result.value) ? result.value : {};
      const named = orFault(() => readError(given.runError));
      if (!named.ok) return fail(turn, frame, action, named.fault, result.value);
      const status =
        typeof given.runStatus === 'string' ? statuses[given.runStatus.toLowerCase()] : undefined;
      if (status === undefined) {
        const message = 'Terminate needs a status: Succeeded, Failed or Cancelled.';
        return fail(turn, frame, action, { code: 'BadRequest', message }, result.value);
      }
      finish(turn, frame, action, { status: 'Succeeded', code: 'OK', inputs: result.value });
      const error = status === 'Failed' ? { ...named.value, action: action.name } : undefined;
      endRun(turn, {
        status,
        code: 'Terminated',
        reason: `“${action.name}” ended the run before this step.`,
        error,
      });
    },
  };
};

function readError(value: Value | undefined): { code: string; message: string } {
  const error = isValueObject(value) ? value : {};
  return {
    code: toText(error.code ?? '') || 'Terminated',
    message: toText(error.message ?? '') || 'The flow was ended by a Terminate step.',
  };
}
