// A flow version made ready to run: actions under integers, their order, and every expression compiled once.
// Order and containers follow the Workflow Definition Language (runAfter, Scope, If, Foreach).
import type { Connector } from '../connector/model';
import { compileJson, type Evaluator } from '../expression/compile';
import type { ActionDefinition, Flow, TriggerDefinition } from '../flow/definition';
import { listStrangeStatuses, readGraph, readRunAfter } from '../flow/graph';
import { listNotObeyed, listNotObeyedByTrigger } from '../flow/not-obeyed';
import { listTriggers, readBranches, rootActions } from '../flow/tree';
import { ownProperty } from '../json';
import { appendToArrayVariable, incrementVariable } from './actions/change-variable';
import { compose } from './actions/compose';
import { condition } from './actions/condition';
import { connectorCall } from './actions/connector-call';
import { foreach } from './actions/foreach';
import { http } from './actions/http';
import { initializeVariable } from './actions/initialize-variable';
import { response } from './actions/response';
import { scope } from './actions/scope';
import { setVariable } from './actions/set-variable';
import { terminate } from './actions/terminate';
import { broken, unsupported } from './actions/unsupported';
import type { ActionKind, Plan, PlanAction, PlanBranch } from './plan-model';
import type { ActionFault } from './record';

const kinds: Record<string, ActionKind> = {
  appendtoarrayvariable: appendToArrayVariable,
  compose,
  foreach,
  http,
  if: condition,
  incrementvariable: incrementVariable,
  initializevariable: initializeVariable,
  openapiconnection: connectorCall,
  response,
  scope,
  setvariable: setVariable,
  terminate,
};

/** True when the engine can run actions of this type. */
export function isRunnable(type: string): boolean {
  return Object.hasOwn(kinds, type.toLowerCase());
}

/**
 * Compiles a flow. Never throws on what a maker wrote: an action that cannot run fails when its turn comes.
 * `connectors` are keyed by `apiId`, in the versions the flow version is pinned to.
 */
export function compilePlan({
  flow,
  connectors,
  baseUrls = {},
}: {
  flow: Flow;
  connectors: Record<string, Connector>;
  baseUrls?: Record<string, string>;
}): Plan {
  const { definition } = flow;
  const actions: PlanAction[] = [];
  const byName = new Map<string, PlanAction>();

  const addBranch = (
    entries: Record<string, ActionDefinition>,
    owner: PlanAction | undefined,
    at: string,
  ): PlanBranch => {
    const branch: PlanBranch = { at, actions: [], starts: [], leaves: [] };
    for (const [name, entry] of Object.entries(entries)) {
      const action: PlanAction = {
        index: actions.length,
        name,
        type: typeof entry.type === 'string' ? entry.type.toLowerCase() : '',
        definition: entry,
        parent: owner,
        branch,
        loop: owner === undefined ? undefined : owner.isLoop ? owner : owner.loop,
        isLoop: String(entry.type).toLowerCase() === 'foreach',
        end: 0,
        predecessors: [],
        successors: [],
        branches: [],
        template: [],
        run: () => undefined,
        call: undefined,
        broken: undefined,
      };
      actions.push(action);
      branch.actions.push(action);
      const namesake = byName.get(name.toLowerCase());
      if (namesake === undefined) byName.set(name.toLowerCase(), action);
      else {
        const message = `Two steps are called “${namesake.name}”. Rename one of them.`;
        namesake.broken = { code: 'DuplicateName', message };
        action.broken = namesake.broken;
      }
      for (const inner of readBranches(entry)) {
        action.branches.push(addBranch(inner.actions, action, inner.at));
      }
      action.end = actions.length;
    }
    linkBranch(branch, entries);
    return branch;
  };

  const root = addBranch(rootActions(definition), undefined, '');
  const trigger = listTriggers(definition)[0] ?? { name: 'manual', trigger: { type: 'Request' } };
  const plan: Plan = {
    flow,
    connectors,
    baseUrls,
    actions,
    root,
    byName,
    trigger: {
      name: trigger.name,
      definition: trigger.trigger,
      fault: triggerFault(trigger.trigger),
    },
    template: actions.map((action) => action.predecessors.length),
    parameters: compileParameters(definition.parameters),
    outputs: compileOutputs(definition.outputs),
    keepsIterations: mentionsResult(definition),
    hasResponse: actions.some((action) => action.type === 'response'),
  };
  for (const action of actions) {
    action.template = plan.template.slice(action.index + 1, action.end);
    const kind = Object.hasOwn(kinds, action.type) ? kinds[action.type] : undefined;
    action.broken ??= settingFault(action.definition);
    const compiled = action.broken === undefined ? (kind ?? unsupported)(action, plan) : broken(action, plan);
    action.run = compiled.run;
    action.call = compiled.call;
  }
  return plan;
}

/** Turns `runAfter` names into references, in both directions. An action whose order makes no sense starts at once, and fails. */
function linkBranch(branch: PlanBranch, entries: Record<string, ActionDefinition>): void {
  const siblings = new Map(branch.actions.map((action) => [action.name.toLowerCase(), action]));
  const { cyclic, unknown } = readGraph(entries);
  for (const action of branch.actions) {
    const missing = unknown.find((entry) => entry.action === action.name);
    if (missing !== undefined)
      action.broken = misplaced(`This step is set to run after “${missing.key}”, which is not beside it.`);
    else if (cyclic.includes(action.name))
      action.broken = misplaced('This step waits, by way of others, for itself.');
    if (action.broken !== undefined) continue;
    const strange = new Set(listStrangeStatuses(action.definition).map((each) => each.name));
    for (const [name, statuses] of readRunAfter(action.definition)) {
      const predecessor = siblings.get(name.toLowerCase());
      if (predecessor === undefined) continue;
      // No list means success; a list of nothing but strange statuses is never met.
      const wanted = statuses.length > 0 || strange.has(name) ? statuses : (['Succeeded'] as const);
      action.predecessors.push({ action: predecessor, statuses: wanted });
      predecessor.successors.push(action);
    }
  }
  branch.starts = branch.actions.filter((action) => action.predecessors.length === 0);
  branch.leaves = branch.actions.filter((action) => action.successors.length === 0);
}

function misplaced(message: string): ActionFault {
  return { code: 'InvalidRunAfter', message };
}

/** Why a trigger of this type cannot start a run; undefined for Request, of any kind. */
/** Why a step is not run at all: without the setting it would do something else. */
function settingFault(action: ActionDefinition): ActionFault | undefined {
  const setting = listNotObeyed(action).find(({ refused }) => refused);
  if (setting === undefined) return undefined;
  const message = `This step has ${setting.name}, which runs cannot obey here. Take it out of the code of the step to run it.`;
  return { code: 'SettingNotSupported', message };
}

function triggerFault(trigger: TriggerDefinition): ActionFault | undefined {
  const { type } = trigger;
  const setting = listNotObeyedByTrigger(trigger).find(({ refused }) => refused);
  if (String(type).toLowerCase() === 'request') {
    if (setting === undefined) return undefined;
    const message = `The trigger has ${setting.name}, which runs cannot obey here. Take it out of the code of the trigger to run this flow.`;
    return { code: 'SettingNotSupported', message };
  }
  const message = `Triggers of type ${String(type)} are kept but cannot start runs here. Replace the trigger to run this flow.`;
  return { code: 'TriggerTypeNotSupported', message };
}

/** True where some text calls result(), which reads iterations that have ended. */
function mentionsResult(value: unknown): boolean {
  if (typeof value === 'string') return /result\s*\(/i.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => mentionsResult(name) || mentionsResult(inner));
}

function compileParameters(parameters: unknown): Map<string, Evaluator> {
  const compiled = new Map<string, Evaluator>();
  if (typeof parameters !== 'object' || parameters === null) return compiled;
  for (const [name, entry] of Object.entries(parameters)) {
    const value = ownProperty(entry, 'defaultValue');
    if (value !== undefined) compiled.set(name.toLowerCase(), compileJson(value));
  }
  return compiled;
}

function compileOutputs(outputs: unknown): [string, Evaluator][] {
  if (typeof outputs !== 'object' || outputs === null) return [];
  return Object.entries(outputs).map(([name, entry]) => [
    name,
    compileJson(ownProperty(entry, 'value') ?? null),
  ]);
}
