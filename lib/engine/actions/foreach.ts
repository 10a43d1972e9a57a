// Foreach: runs its actions once for each item. One at a time unless the definition sets a concurrency;
// flows from Logic Apps run 20 at a time, except in a nested loop.
import { compileJson } from '../../expression/compile';
import type { Value } from '../../expression/value';
import { isJsonObject, ownProperty } from '../../json';
import { limits } from '../../limits';
import { begin, fail, finish, skipBranch } from '../machine';
import type { ActionKind, Plan, PlanAction } from '../plan-model';
import type { ActionFault } from '../record';
import type { Frame, LoopState } from '../state';
import { evaluate, type Turn } from '../turn';

export const foreach: ActionKind = (action) => {
  const items = compileJson(ownProperty(action.definition, 'foreach') ?? null);
  const refuse = (turn: Turn, frame: Frame, fault: ActionFault, inputs?: Value) => {
    const reason = { code: 'ActionDependencyFailed', message: 'The loop could not begin.' };
    for (const branch of action.branches) skipBranch(turn, frame, branch, reason);
    fail(turn, frame, action, fault, inputs);
  };
  return {
    run(turn, frame) {
      const result = evaluate(turn, frame, action, items);
      if (!result.ok) return refuse(turn, frame, result.fault);
      const list = result.value;
      if (!Array.isArray(list)) {
        const message = `Apply to each needs a list, and got ${describe(list)}.`;
        return refuse(turn, frame, { code: 'ExpressionEvaluationFailed', message }, list);
      }
      if (list.length > limits.foreachItems.value)
        return refuse(turn, frame, { code: 'TooManyItems', message: limits.foreachItems.sentence });
      if (list.length === 0) {
        const reason = { code: 'ActionDependencyFailed', message: 'The list had no items.' };
        for (const branch of action.branches) skipBranch(turn, frame, branch, reason);
        return finish(turn, frame, action, { status: 'Succeeded', code: 'NotSpecified', inputs: list });
      }
      begin(turn, frame, action, list);
      openLoop(turn.plan, frame, action, list);
      turn.state.queue.push({ step: 'loop', frame, action });
    },
  };
};

/** The loop's place in its frame, before its first iteration. */
export function openLoop(plan: Plan, frame: Frame, action: PlanAction, items: Value[]): LoopState {
  frame.loops ??= new Map();
  const loopState: LoopState = {
    items,
    next: 0,
    active: new Map(),
    limit: readConcurrency(action, plan),
    status: 'Succeeded',
    kept: plan.keepsIterations ? [] : undefined,
  };
  frame.loops.set(action, loopState);
  return loopState;
}

function readConcurrency(action: PlanAction, plan: Plan): number {
  const options = ownProperty(action.definition, 'operationOptions');
  if (typeof options === 'string' && /\bsequential\b/i.test(options)) return 1;
  const runtime = ownProperty(action.definition, 'runtimeConfiguration');
  const concurrency = ownProperty(runtime, 'concurrency');
  const repetitions = isJsonObject(concurrency)
    ? Number(ownProperty(concurrency, 'repetitions'))
    : Number.NaN;
  if (Number.isInteger(repetitions) && repetitions >= 1) return Math.min(repetitions, 50);
  return plan.flow.origin === 'logic-apps' && action.loop === undefined ? 20 : 1;
}

function describe(value: Value): string {
  if (value === null) return 'nothing (null)';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'object' ? 'an object' : 'a number';
}
