// Checks of how a flow is put together: trigger, names, `runAfter`, nesting, and where steps may stand.
import { isJsonObject, type JsonValue } from '../../json';
import { atPointer, toPointer } from '../../json-pointer';
import { limits } from '../../limits';
import { isRunnableTrigger, isRunnableType } from '../built-in';
import type { FlowProblem } from '../check-flow';
import type { ActionDefinition, FlowDefinition } from '../definition';
import { listStrangeStatuses, readGraph } from '../graph';
import { listNotObeyedByTrigger } from '../not-obeyed';
import { titleOf } from '../title';
import { type LocatedAction, listActions, listTriggers, readBranches, rootActions } from '../tree';
import { listLoops, readVariables } from '../upstream';
import { flowProblem, type Place } from './flow-problem';

/** Problems of how the flow is put together, steps in document order. */
export function checkStructure(definition: FlowDefinition): FlowProblem[] {
  const actions = listActions(definition);
  return [
    ...checkTriggers(definition),
    ...checkCount(actions),
    ...checkNames(actions),
    ...checkBranch(definition, rootActions(definition), '/actions'),
    ...actions.flatMap((located) => [
      ...checkStep(definition, located),
      ...readBranches(located.action).flatMap((branch) =>
        checkBranch(definition, branch.actions, located.pointer + branch.at),
      ),
    ]),
    ...checkVariableSteps(actions),
  ];
}

function checkTriggers(definition: FlowDefinition): FlowProblem[] {
  const triggers = listTriggers(definition);
  const [first] = triggers;
  if (!first)
    return [flowProblem('FLOW1001', { at: '/triggers' }, 'The flow has no trigger, so nothing starts it.')];
  const place = { trigger: first.name, at: first.pointer };
  const problems: FlowProblem[] = [];
  if (triggers.length > 1)
    problems.push(
      flowProblem(
        'FLOW1002',
        { at: '/triggers' },
        {
          message: `The flow has ${triggers.length} triggers. Only ${titleOf(first.name)} starts it here.`,
          severity: 'warning',
        },
      ),
    );
  if (first.trigger.type === '') problems.push(flowProblem('FLOW1015', place, untyped));
  else if (!isRunnableTrigger(first.trigger))
    problems.push(
      flowProblem('FLOW1010', place, {
        message: `A trigger of type ${first.trigger.type} is kept and shown, but does not start runs.`,
        severity: 'warning',
        rule: first.trigger.type,
      }),
    );
  else
    for (const { path, name } of listNotObeyedByTrigger(first.trigger))
      problems.push(
        flowProblem(
          'FLOW4004',
          { trigger: first.name, at: first.pointer + toPointer(path) },
          {
            message: `It has ${name}, which runs cannot obey here, so every run fails at once.`,
            severity: 'warning',
            field: path.join('/'),
          },
        ),
      );
  return problems;
}

/** Where the code says no type; the code is where to mend it. */
const untyped = {
  message: 'It has no type, so nothing is known of what it does. Write its “type” in the code, or delete it.',
  field: 'step/type',
};

function checkCount(actions: readonly LocatedAction[]): FlowProblem[] {
  if (actions.length > limits.actions.value)
    return [flowProblem('FLOW1009', { at: '/actions' }, limits.actions.sentence)];
  if (actions.length > 0) return [];
  return [
    flowProblem('FLOW1014', { at: '/actions' }, { message: 'The flow has no steps yet.', severity: 'info' }),
  ];
}

function checkNames(actions: readonly LocatedAction[]): FlowProblem[] {
  const seen = new Set<string>();
  const problems: FlowProblem[] = [];
  for (const { name, pointer } of actions) {
    const place = { action: name, at: pointer };
    const title = titleOf(name);
    if (seen.has(name.toLowerCase()))
      problems.push(
        flowProblem('FLOW1004', place, {
          message: `Another step is called “${title}”. Rename one of them.`,
          field: 'step/name',
        }),
      );
    seen.add(name.toLowerCase());
    if (name.length > limits.actionName.value)
      problems.push(
        flowProblem('FLOW1003', place, {
          message: `The name has ${name.length} characters. ${limits.actionName.sentence}`,
          field: 'step/name',
        }),
      );
  }
  return problems;
}

function checkBranch(
  definition: FlowDefinition,
  actions: Record<string, ActionDefinition>,
  pointer: string,
): FlowProblem[] {
  return [...checkEntries(actions, atPointer(definition, pointer), pointer), ...checkOrder(actions, pointer)];
}

/** Entries beside the actions that are none. */
function checkEntries(
  actions: Record<string, ActionDefinition>,
  written: JsonValue | undefined,
  pointer: string,
): FlowProblem[] {
  if (!isJsonObject(written) || written === actions) return [];
  return Object.keys(written)
    .filter((name) => !Object.hasOwn(actions, name))
    .map((name) => {
      const message = `“${titleOf(name)}” is not a step: a step is a JSON object with a “type”. Mend or delete it in the code.`;
      return flowProblem('FLOW1016', { at: pointer + toPointer([name]) }, message);
    });
}

/** `runAfter` of one branch: only siblings, no cycles. */
function checkOrder(actions: Record<string, ActionDefinition>, pointer: string): FlowProblem[] {
  const graph = readGraph(actions);
  const placeOf = (name: string): Place => ({
    action: name,
    at: `${pointer}${toPointer([name, 'runAfter'])}`,
  });
  const waiting = new Set(graph.unknown.map((each) => each.action));
  const problems = graph.unknown.map(({ action, key }) =>
    flowProblem('FLOW1005', placeOf(action), {
      message: `It runs after “${titleOf(key)}”, which is not beside it.`,
      field: 'step/runAfter',
    }),
  );
  for (const [action, definition] of Object.entries(actions))
    for (const { name, status } of listStrangeStatuses(definition))
      problems.push(
        flowProblem('FLOW1017', placeOf(action), {
          message: `It waits for “${titleOf(name)}” to end as “${status}”, which no step does. Choose Succeeded, Failed, Skipped or TimedOut.`,
          field: 'step/runAfter',
          severity: 'warning',
        }),
      );
  for (const name of graph.order) {
    if (waiting.has(name)) continue;
    const blocker = graph.predecessors.get(name)?.find((edge) => waiting.has(edge.from))?.from;
    if (blocker === undefined) continue;
    waiting.add(name);
    problems.push(
      flowProblem('FLOW1007', placeOf(name), {
        message: `It is never reached: it waits for “${titleOf(blocker)}”, which cannot run.`,
        field: 'step/runAfter',
      }),
    );
  }
  for (const name of graph.cyclic)
    problems.push(
      flowProblem('FLOW1006', placeOf(name), {
        message: 'It waits for itself: the steps before it form a circle.',
        field: 'step/runAfter',
      }),
    );
  return problems;
}

function checkStep(definition: FlowDefinition, located: LocatedAction): FlowProblem[] {
  const { name, action, pointer } = located;
  const place = { action: name, at: pointer };
  const type = action.type.toLowerCase();
  const problems: FlowProblem[] = [];
  if (located.container.length > limits.containerDepth.value)
    problems.push(flowProblem('FLOW1008', place, limits.containerDepth.sentence));
  if (type === '') problems.push(flowProblem('FLOW1015', place, untyped));
  else if (!isRunnableType(type))
    problems.push(
      flowProblem('FLOW1010', place, {
        message: `A step of type ${action.type} is kept and shown. A run that reaches it fails there.`,
        severity: 'warning',
        rule: action.type,
      }),
    );
  const loop = listLoops(definition, name)[0];
  if (loop && type === 'response')
    problems.push(
      flowProblem(
        'FLOW1011',
        place,
        `Response is inside of ${titleOf(loop.name)}. A caller gets one answer, so it cannot be in a loop.`,
      ),
    );
  if (loop && type === 'terminate')
    problems.push(
      flowProblem('FLOW1012', place, `Terminate is inside of ${titleOf(loop.name)}. It cannot be in a loop.`),
    );
  return problems;
}

function checkVariableSteps(actions: readonly LocatedAction[]): FlowProblem[] {
  const made = new Map<string, string>();
  const problems: FlowProblem[] = [];
  for (const { name, action, container, pointer } of actions) {
    if (action.type.toLowerCase() !== 'initializevariable') continue;
    const place = { action: name, at: pointer };
    if (container.length > 0)
      problems.push(
        flowProblem(
          'FLOW1013',
          place,
          'Initialize variable only works at the top of the flow, outside of containers.',
        ),
      );
    for (const variable of readVariables(action)) {
      const other = made.get(variable.name.toLowerCase());
      if (other !== undefined)
        problems.push(
          flowProblem('FLOW2012', place, {
            message: `The variable ${variable.name} is already made in ${titleOf(other)}.`,
            field: 'inputs/variables/0/name',
          }),
        );
      else made.set(variable.name.toLowerCase(), name);
    }
  }
  return problems;
}
