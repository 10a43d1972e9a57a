// What expressions see of a run: trigger, actions of the enclosing iterations, variables, parameters.
import type { EvaluationScope } from '../expression/scope';
import type { Value, ValueObject } from '../expression/value';
import { limits } from '../limits';
import type { EngineEnv } from './event';
import type { Plan, PlanAction } from './plan-model';
import type { ActionRecord } from './record';
import { toRecordValue } from './record-value';
import { resultOf } from './result-value';
import { type Frame, findRecord, type RunState } from './state';

/** An EvaluationScope that is moved from action to action. */
export interface RunScope extends EvaluationScope {
  enter(frame: Frame, action: PlanAction | undefined): void;
  /** Expression steps taken since the turn began; the evaluation going on is not in it yet. */
  spent: number;
}

/** One per run; `enter` says whose view it is. */
export function createRunScope(plan: Plan, state: RunState, env: EngineEnv): RunScope {
  let frame = state.root;
  let action: PlanAction | undefined;
  const views = new WeakMap<ActionRecord, ValueObject>();
  const parameters = new Map<string, Value>();
  let workflow: ValueObject | undefined;

  const view = (record: ActionRecord | undefined): ValueObject | undefined => {
    if (record === undefined) return undefined;
    const known = views.get(record);
    if (known !== undefined) return known;
    const value = toRecordValue(record);
    if (record.endTime !== undefined) views.set(record, value);
    return value;
  };

  const enclosing = (name: string): Frame | undefined => {
    for (let each: Frame | undefined = frame; each !== undefined; each = each.parent)
      if (each.loop?.name.toLowerCase() === name) return each;
    return undefined;
  };

  const scope: RunScope = {
    steps: { left: limits.expressionSteps.value },
    spent: 0,
    enter(nextFrame, nextAction) {
      frame = nextFrame;
      action = nextAction;
      scope.spent += limits.expressionSteps.value - scope.steps.left;
      scope.steps.left = limits.expressionSteps.value;
    },
    now: env.now,
    random: env.random,
    guid: env.guid,
    parameter(name) {
      const known = parameters.get(name);
      if (known !== undefined) return known;
      const value = plan.parameters.get(name)?.(scope);
      if (value !== undefined) parameters.set(name, value);
      return value;
    },
    variable(name) {
      const variable = state.variables.get(name);
      if (variable === undefined) return undefined;
      variable.shared = true;
      return variable.value;
    },
    trigger: () => view(state.trigger),
    action(name) {
      const found = plan.byName.get(name);
      return found === undefined ? undefined : view(findRecord(frame, found));
    },
    result(name) {
      const found = plan.byName.get(name);
      return found === undefined ? undefined : resultOf(frame, found);
    },
    item: () => (frame.loop === undefined ? undefined : (frame.item ?? null)),
    loopItem(name) {
      const found = enclosing(name);
      return found === undefined ? undefined : (found.item ?? null);
    },
    iterationIndex: (name) => enclosing(name)?.index,
    currentAction: () => (action === undefined ? undefined : view(findRecord(frame, action))),
    workflow() {
      workflow ??= describeRun(state);
      return workflow;
    },
    callbackUrl: () => undefined,
  };
  return scope;
}

/** What `workflow()` returns. */
function describeRun(state: RunState): ValueObject {
  const { runId, flowId, flowName, environmentId } = state.identity;
  return {
    id: `/workflows/${flowId}`,
    name: flowId,
    type: 'Flowright/workflows',
    location: 'local',
    tags: { flowDisplayName: flowName, environmentName: environmentId },
    run: { id: `/workflows/${flowId}/runs/${runId}`, name: runId, type: 'Flowright/workflows/runs' },
  };
}
