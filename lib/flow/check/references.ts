// Checks of expressions: do they parse, do their functions exist, and is everything they refer to there before the step.

import { isOneTypoAway } from '../../connector/palette/typo';
import { findFunction, functionCatalogue } from '../../expression/catalogue';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import type { FlowProblem } from '../check-flow';
import { spellConditionPath } from '../condition';
import type { FlowDefinition } from '../definition';
import { type ExpressionSite, listOwnSites, pointerOf, type TextReference } from '../expressions';
import { titleOf } from '../title';
import { findAction, isLoop, type LocatedAction, listActions, listTriggers } from '../tree';
import { readTriggerInputs } from '../trigger-inputs';
import { listLoops, listVariables, relationOf, type VariableSource } from '../upstream';
import { flowProblem } from './flow-problem';
import { functionStatus } from './later-functions';

/** What is available at a step; worked out only when an expression asks. */
interface Scope {
  definition: FlowDefinition;
  located?: LocatedAction;
  loops(): readonly LocatedAction[];
  variables: ReadonlyMap<string, VariableSource[]>;
  parameters: ReadonlySet<string>;
}

/** Problems of every expression that reads a step, a loop, a variable or a parameter. */
export function checkReferences(definition: FlowDefinition): FlowProblem[] {
  const variables = listVariables(definition);
  const declared = ownProperty(definition, 'parameters');
  const parameters = new Set(
    isJsonObject(declared) ? Object.keys(declared).map((name) => name.toLowerCase()) : [],
  );
  const shared = { definition, variables, parameters };
  const triggers = listTriggers(definition).flatMap(({ name, trigger, pointer }) => {
    const scope: Scope = { ...shared, loops: () => [] };
    return checkSites(trigger, scope, { trigger: name, at: pointer });
  });
  const actions = listActions(definition).flatMap((located) => {
    const scope: Scope = {
      ...shared,
      located,
      loops: once(() => loopsOf(definition, located)),
    };
    const place = { action: located.name, at: located.pointer };
    return [
      ...checkSites(located.action, scope, place),
      ...checkConditionNames(located),
      ...checkVariableName(located, scope),
    ];
  });
  return [...triggers, ...actions];
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function loopsOf(definition: FlowDefinition, located: LocatedAction): LocatedAction[] {
  const around = listLoops(definition, located.name);
  return isLoop(located.action) ? [located, ...around] : around;
}

interface StepPlace {
  action?: string;
  trigger?: string;
  at: string;
}

function checkSites(step: JsonObject, scope: Scope, place: StepPlace): FlowProblem[] {
  return listOwnSites(step).flatMap((site) => {
    const where = { ...place, at: pointerOf(place.at, site) };
    const field = fieldOf(site);
    const faults = site.template.diagnostics
      .slice(0, 1)
      .map(({ code, message, start, end }) =>
        flowProblem(code, where, { message, field, range: { start, end } }),
      );
    if (faults.length > 0) return faults;
    const report = (finding: Finding, range: { start: number; end: number }) => {
      const { code, ...said } = finding;
      return flowProblem(code, where, { ...said, field, range });
    };
    const functions = site.calls.flatMap((call) => {
      const finding = checkFunction(call);
      return finding ? [report(finding, { start: call.nameStart, end: call.nameEnd })] : [];
    });
    const references = site.references.flatMap((reference) => {
      const finding = checkReference(reference, scope, step);
      return finding ? [report(finding, { start: reference.start, end: reference.end })] : [];
    });
    return [...functions, ...references];
  });
}

/** The inspector's key for a site: parameters of connectors go by their own key, sides of a condition by one spelling. */
function fieldOf(site: ExpressionSite): string {
  const [first, second] = site.path;
  if (first === 'inputs' && second === 'parameters' && site.path.length > 2)
    return site.path.slice(2).join('/');
  return (first === 'expression' ? spellConditionPath(site.path) : site.path).join('/');
}

/** A function's name and what it is given. */
type Call = { name: string; arguments: readonly unknown[] };

/** Functions that the object form of a condition names by its keys: `{ "equals": ["@x", 1] }`. */
function checkConditionNames({ action, name, pointer }: LocatedAction): FlowProblem[] {
  if (action.type.toLowerCase() !== 'if') return [];
  return listConditionCalls(ownProperty(action, 'expression'), ['expression']).flatMap(
    ({ path, ...call }) => {
      const finding = checkFunction(call);
      if (!finding) return [];
      const { code, ...said } = finding;
      return [
        flowProblem(code, { action: name, at: pointer + toPointer(path) }, { ...said, field: 'expression' }),
      ];
    },
  );
}

function listConditionCalls(
  condition: JsonValue | undefined,
  path: readonly string[],
): (Call & { path: string[] })[] {
  if (!isJsonObject(condition)) return [];
  return Object.entries(condition).flatMap(([name, value]) => {
    const here = [...path, name];
    if (!Array.isArray(value))
      return [{ name, arguments: [value], path: here }, ...listConditionCalls(value, here)];
    const inner = value.flatMap((each, index) => listConditionCalls(each, [...here, String(index)]));
    return [{ name, arguments: value, path: here }, ...inner];
  });
}

interface Finding {
  code: string;
  message: string;
  severity?: 'warning';
  rule?: string;
}

function checkFunction(call: Call): Finding | undefined {
  const status = functionStatus(call.name);
  if (status === 'later')
    return {
      code: 'FLOW2004',
      message: `${call.name}() is kept, but runs do not know it yet. A run that reaches it fails there.`,
      severity: 'warning',
      rule: `${call.name}()`,
    };
  if (status === 'unknown') {
    const near = functionCatalogue.find((each) =>
      isOneTypoAway(each.name.toLowerCase(), call.name.toLowerCase()),
    );
    const hint = near ? ` Did you mean ${near.name}()?` : '';
    const message = `There is no function ${call.name}().${hint}`;
    return { code: 'FLOW2003', message, rule: `${call.name}()` };
  }
  const entry = findFunction(call.name);
  const count = call.arguments.length;
  if (!entry || (count >= entry.least && count <= entry.most)) return undefined;
  const wanted =
    entry.least === entry.most || entry.most === Number.POSITIVE_INFINITY
      ? String(entry.least)
      : `${entry.least} to ${entry.most}`;
  const more = entry.most === Number.POSITIVE_INFINITY ? ' or more' : '';
  const values = entry.most === 1 ? 'value' : 'values';
  return {
    code: 'FLOW2013',
    message: `${entry.name}() takes ${wanted}${more} ${values}, and here are ${count}.`,
  };
}

function checkReference(reference: TextReference, scope: Scope, step: JsonObject): Finding | undefined {
  const { kind, name } = reference;
  if (kind === 'item') return checkItem(scope, step);
  if (kind === 'trigger') return checkTriggerInput(reference, scope);
  if (name === undefined) return undefined;
  if (kind === 'action') return checkAction(name, reference, scope);
  if (kind === 'loop') return checkLoop(name, reference.fn, scope);
  return kind === 'variable' ? checkVariable(name, scope, step) : checkParameter(name, scope);
}

function checkAction(name: string, site: TextReference, scope: Scope): Finding | undefined {
  const what = site.path.at(-1)?.split('/').at(-1) ?? 'the result';
  const source = findAction(scope.definition, name);
  const title = titleOf(name);
  if (!source)
    return { code: 'FLOW2005', message: `This uses ${what} from ${title}, which is not in this flow.` };
  const { located } = scope;
  const relation = located ? relationOf(scope.definition, source, located) : 'apart';
  if (relation === 'before') return undefined;
  // The condition of a Do until is tested after its steps ran.
  if (located && isLoop(located.action) && (relation === 'inside' || source.name === located.name))
    return undefined;
  if (relation === 'before-in-loop') {
    const loop = titleOf(listLoops(scope.definition, name)[0]?.name ?? '');
    const message = `This uses ${what} from ${title}, which runs several times inside ${loop}. Collect the values in a variable instead.`;
    return { code: 'FLOW2006', message, severity: 'warning' };
  }
  const message = `This uses ${what} from ${title}, which is not before this step on every way to it.`;
  return { code: 'FLOW2006', message };
}

function checkLoop(name: string, fn: string, scope: Scope): Finding | undefined {
  const loop = scope.loops().find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (loop) return undefined;
  const what = fn.toLowerCase() === 'items' ? 'the current item' : 'the turn';
  return {
    code: 'FLOW2007',
    message: `This uses ${what} of ${titleOf(name)}, but the step is not inside it.`,
  };
}

const withRows = ['query', 'select', 'table'];

function checkItem(scope: Scope, step: JsonObject): Finding | undefined {
  const type = String(step.type ?? '').toLowerCase();
  if (!scope.located || withRows.includes(type) || scope.loops().length > 0) return undefined;
  return {
    code: 'FLOW2007',
    message: 'This uses the current item of a loop, but the step is not inside one.',
  };
}

function checkVariable(name: string, scope: Scope, step: JsonObject): Finding | undefined {
  const self = ownProperty(ownProperty(step, 'inputs'), 'name');
  const type = String(step.type ?? '').toLowerCase();
  if (type === 'setvariable' && typeof self === 'string' && self.toLowerCase() === name.toLowerCase())
    return {
      code: 'FLOW2010',
      message: `The new value of ${name} uses ${name} itself. Put it into a Compose step first.`,
    };
  return whyNoVariable(name, scope);
}

function whyNoVariable(name: string, scope: Scope): Finding | undefined {
  const sources = scope.variables.get(name.toLowerCase());
  if (!sources) return { code: 'FLOW2008', message: `The variable ${name} is not in this flow.` };
  const { located, definition } = scope;
  if (!located) return undefined;
  const makers = sources.flatMap((source) => findAction(definition, source.step) ?? []);
  if (makers.some((maker) => relationOf(definition, maker, located) === 'before')) return undefined;
  const [first] = makers;
  if (!first) return undefined;
  const title = titleOf(first.name);
  const later = first.name === located.name || relationOf(definition, located, first) === 'before';
  const message = later
    ? `The variable ${name} is made later, in ${title}.`
    : `The variable ${name} is made in ${title}, which may run later than this step.`;
  return { code: 'FLOW2009', message, ...(later ? {} : { severity: 'warning' }) };
}

const variableSteps = [
  'setvariable',
  'incrementvariable',
  'decrementvariable',
  'appendtoarrayvariable',
  'appendtostringvariable',
];

/** The name that a step which changes a variable gives as plain text. */
function checkVariableName(located: LocatedAction, scope: Scope): FlowProblem[] {
  if (!variableSteps.includes(located.action.type.toLowerCase())) return [];
  const name = ownProperty(ownProperty(located.action, 'inputs'), 'name');
  if (typeof name !== 'string' || name === '' || name.startsWith('@')) return [];
  const finding = whyNoVariable(name, scope);
  if (!finding) return [];
  const { code, ...said } = finding;
  const place = { action: located.name, at: `${located.pointer}/inputs/name` };
  return [flowProblem(code, place, { ...said, field: 'inputs/name' })];
}

function checkParameter(name: string, scope: Scope): Finding | undefined {
  if (name.startsWith('$') || scope.parameters.has(name.toLowerCase())) return undefined;
  return {
    code: 'FLOW2011',
    message: `The parameter ${name} is not in this flow.`,
    severity: 'warning',
  };
}

function checkTriggerInput(site: TextReference, scope: Scope): Finding | undefined {
  const trigger = listTriggers(scope.definition)[0]?.trigger;
  const [key] = site.path;
  if (!trigger || key === undefined || site.fn.toLowerCase() !== 'triggerbody') return undefined;
  if (String(trigger.kind ?? '').toLowerCase() !== 'button') return undefined;
  const inputs = readTriggerInputs(trigger);
  if (inputs.some((input) => input.key.toLowerCase() === key.toLowerCase())) return undefined;
  // Power Automate adds the place and the person to what a button sends.
  if (['location', 'entity', 'date'].includes(key.toLowerCase())) return undefined;
  return {
    code: 'FLOW2014',
    message: `This uses the input ${key}, which the trigger does not ask for.`,
    severity: 'warning',
  };
}
