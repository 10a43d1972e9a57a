// One turn of the engine: the state being changed, the commands it gives rise to, and the expressions' view of it.

import type { Evaluator } from '../expression/compile';
import { ExpressionError } from '../expression/expression-error';
import type { Value } from '../expression/value';
import type { Command, EngineEnv } from './event';
import type { Plan, PlanAction } from './plan-model';
import type { ActionFault } from './record';
import type { RunScope } from './run-scope';
import type { Frame, RunState } from './state';

export interface Turn {
  plan: Plan;
  state: RunState;
  env: EngineEnv;
  scope: RunScope;
  commands: Command[];
}

type Outcome<T> = { ok: true; value: T } | { ok: false; fault: ActionFault };

/** Evaluates with the view that `action` has; an error in an expression becomes the action's fault. */
export function evaluate(
  turn: Turn,
  frame: Frame,
  action: PlanAction | undefined,
  evaluator: Evaluator,
): Outcome<Value> {
  turn.scope.enter(frame, action);
  return orFault(() => evaluator(turn.scope));
}

/** Does what a value may make impossible, such as reading it as text; an error becomes the action's fault. */
export function orFault<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof ExpressionError)
      return { ok: false, fault: { code: 'InvalidTemplate', message: sentenceOf(error) } };
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { code: 'InvalidTemplate', message: `The expression failed: ${message}` } };
  }
}

/** A function that the product does not have is kept in the flow, so the failure says what to do about it. */
function sentenceOf({ code, message }: ExpressionError): string {
  return code === 'EXPR1100'
    ? `${message} The step is kept as it is; write it without this function.`
    : message;
}
