// The common end of SetVariable and IncrementVariable: outputs { body: { name, value } }, and the variable has that value.
import type { Value } from '../../expression/value';
import { finish } from '../machine';
import type { PlanAction } from '../plan-model';
import { type Frame, recordOf, type Variable } from '../state';
import type { Turn } from '../turn';
import { applyEffect } from '../variables';

export function storeVariable(
  turn: Turn,
  frame: Frame,
  action: PlanAction,
  stored: { variable: Variable; value: Value; inputs: Value },
): void {
  const { variable, value, inputs } = stored;
  finish(turn, frame, action, {
    status: 'Succeeded',
    code: 'NotSpecified',
    inputs,
    outputs: { body: { name: variable.name, value } },
    effect: { set: variable.name },
  });
  const record = recordOf(frame, action);
  if (record !== undefined) applyEffect(turn.state, record);
}
