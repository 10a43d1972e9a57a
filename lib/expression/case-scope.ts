// A scope from plain data, in the form of the `inputs` of a test case: for tables of cases, the examples of the
// catalogue and the command line. Nothing here reads a clock: what is not given is fixed.

import { limits } from '../limits';
import { parseTimestamp } from './date-time/parse-timestamp';
import { toEpoch, toTicks } from './date-time/timestamp';
import type { EvaluationScope } from './scope';
import { emptyObject, isValueObject, type Value, type ValueObject } from './value';

export interface CaseScopeOptions {
  /** Milliseconds since 1970 where the inputs name no `now`. */
  now?: number;
  random?: () => number;
  guid?: () => string;
}

const fixedNow = Date.UTC(2020, 0, 1);

function lowerNames(value: Value | undefined): Map<string, Value> {
  if (!isValueObject(value)) return new Map();
  return new Map(Object.entries(value).map(([name, item]) => [name.toLowerCase(), item]));
}

function objectOrNothing(value: Value | undefined): ValueObject | undefined {
  return isValueObject(value) ? value : undefined;
}

/** The scope of `{ now, parameters, variables, trigger, actions, loops, item, iterationIndexes, workflow, callbackUrl, currentAction, results }`. */
export function createCaseScope(inputs: ValueObject, options: CaseScopeOptions = {}): EvaluationScope {
  const parameters = lowerNames(inputs.parameters);
  const variables = lowerNames(inputs.variables);
  const actions = lowerNames(inputs.actions);
  const loops = lowerNames(inputs.loops);
  const indexes = lowerNames(inputs.iterationIndexes);
  const results = lowerNames(inputs.results);
  const time = typeof inputs.now === 'string' ? parseTimestamp(inputs.now) : undefined;
  const loopOf = (name: string) => objectOrNothing(loops.get(name));
  return {
    now: () => (time ? toEpoch(time) : (options.now ?? fixedNow)),
    ...(time && { ticks: () => toTicks(time) }),
    random: options.random ?? (() => 0.5),
    guid: options.guid ?? (() => '12345678-9abc-4def-8123-456789abcdef'),
    parameter: (name) => parameters.get(name),
    variable: (name) => variables.get(name),
    trigger: () => objectOrNothing(inputs.trigger),
    action: (name) => objectOrNothing(actions.get(name)),
    result: (name) => {
      const records = results.get(name);
      return Array.isArray(records) ? records : undefined;
    },
    item: () => (Object.hasOwn(inputs, 'item') ? inputs.item : innermost(loops)?.item),
    loopItem: (name) => loopOf(name)?.item,
    iterationIndex: (name) => {
      const index = indexes.get(name) ?? loopOf(name)?.index;
      return typeof index === 'number' ? index : undefined;
    },
    currentAction: () => objectOrNothing(inputs.currentAction),
    workflow: () => objectOrNothing(inputs.workflow) ?? emptyObject(),
    callbackUrl: () => (typeof inputs.callbackUrl === 'string' ? inputs.callbackUrl : undefined),
    steps: { left: limits.expressionSteps.value },
  };
}

function innermost(loops: Map<string, Value>): ValueObject | undefined {
  return objectOrNothing([...loops.values()].at(-1));
}
