// Response: answers the caller who waits. The first one answers, a second fails; without a caller it is skipped.

import { toNumber } from '../../expression/arithmetic';
import { compileJson } from '../../expression/compile';
import { toText } from '../../expression/to-text';
import { isNumberValue, isValueObject, type Value } from '../../expression/value';
import { ownProperty } from '../../json';
import { readBinary, toTextMap, whyNoTextMap } from '../content';
import { fail, finish } from '../machine';
import type { ActionKind } from '../plan-model';
import type { ActionFault } from '../record';
import { evaluate, orFault } from '../turn';

const nobodyWaits = { code: 'ActionResponseSkipped', message: 'Nobody was waiting for a response.' };

export const response: ActionKind = (action) => {
  const inputs = compileJson(ownProperty(action.definition, 'inputs') ?? {});
  return {
    run(turn, frame) {
      const { state } = turn;
      if (state.responded)
        return fail(turn, frame, action, {
          code: 'ActionResponseAlreadySent',
          message: 'The caller already got a response from another step.',
        });
      if (!state.callerWaits)
        return finish(turn, frame, action, { status: 'Skipped', code: nobodyWaits.code, error: nobodyWaits });
      const result = evaluate(turn, frame, action, inputs);
      if (!result.ok) return fail(turn, frame, action, result.fault);
      const read = orFault(() => readAnswer(result.value));
      const answer = read.ok ? read.value : read.fault;
      if ('code' in answer) return fail(turn, frame, action, answer, result.value);
      state.responded = true;
      state.callerWaits = false;
      finish(turn, frame, action, {
        status: 'Succeeded',
        code: 'OK',
        inputs: result.value,
        outputs: result.value,
      });
      turn.commands.push({ type: 'respond', ...answer });
    },
  };
};

/** The answer, or why it cannot be given. Throws where a part of it cannot be written. */
function readAnswer(inputs: Value): Answer | ActionFault {
  const fault = whyNoTextMap('headers', isValueObject(inputs) ? inputs.headers : undefined);
  if (fault !== undefined) return fault;
  const answer = readResponse(inputs);
  if (answer !== undefined) readBinary(answer.body ?? null);
  const message = 'The status code of a response is a number from 200 to 299 or from 400 to 599.';
  return answer ?? { code: 'BadRequest', message };
}

interface Answer {
  statusCode: number;
  headers: Record<string, string>;
  body: Value | undefined;
}

/** What the evaluated inputs of a Response say; undefined when the status code is none that can be answered. */
export function readResponse(inputs: Value): Answer | undefined {
  const given = isValueObject(inputs) ? inputs : {};
  const statusCode = readStatusCode(given.statusCode);
  if (statusCode === undefined) return undefined;
  return { statusCode, headers: toTextMap(given.headers), body: given.body };
}

function readStatusCode(value: Value | undefined): number | undefined {
  const code = value === undefined ? 200 : isNumberValue(value) ? toNumber(value) : Number(toText(value));
  return Number.isInteger(code) && code >= 200 && code <= 599 && !(code >= 300 && code < 400)
    ? code
    : undefined;
}
