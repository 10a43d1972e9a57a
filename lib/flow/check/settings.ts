// Checks of settings: how long a step may take, how often a call is tried, how many items are worked on at once.
// What cannot be read would quietly count for nothing in a run, so it is said here.
import { parseDuration } from '../../engine/duration';
import { isJsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import type { FlowProblem } from '../check-flow';
import { listNotObeyed } from '../not-obeyed';
import type { LocatedAction } from '../tree';
import { flowProblem } from './flow-problem';

/** Problems of the settings of one step. */
export function checkSettings(located: LocatedAction): FlowProblem[] {
  return [
    ...checkTimeout(located),
    ...checkRetryPolicy(located),
    ...checkConcurrency(located),
    ...checkObeyed(located),
  ];
}

function checkObeyed(located: LocatedAction): FlowProblem[] {
  return listNotObeyed(located.action).map(({ path, name, refused }) => {
    const what = refused ? 'A run that reaches it fails there.' : 'A run goes on without.';
    const message = `It has ${name}, which runs cannot obey here. ${what}`;
    return report(located, { code: 'FLOW4004', path, message, severity: 'warning' });
  });
}

interface Finding {
  code: string;
  path: string[];
  message: string;
  severity?: 'warning';
}

function report({ name, pointer }: LocatedAction, { code, path, ...said }: Finding): FlowProblem {
  const place = { action: name, at: pointer + toPointer(path) };
  return flowProblem(code, place, { ...said, field: path.join('/') });
}

function isExpression(value: JsonValue): boolean {
  return typeof value === 'string' && value.startsWith('@');
}

const example = 'a duration such as PT30S for 30 seconds';

/** Why a text is no duration, or undefined. */
function whyNoDuration(label: string, value: JsonValue): string | undefined {
  if (typeof value === 'string' && parseDuration(value) !== undefined) return undefined;
  const shown = isJsonObject(value) || Array.isArray(value) ? 'This is JSON' : `“${value}” is not one`;
  return `${label} takes ${example}. ${shown}.`;
}

/** Settings are read before the run begins, so an expression in them stays without effect. */
const evaluatedNever = (label: string, instead: string) =>
  `${label} is an expression, and runs do not evaluate it here. ${instead}`;

function checkTimeout(located: LocatedAction): FlowProblem[] {
  const timeout = ownProperty(ownProperty(located.action, 'limit'), 'timeout');
  if (timeout === undefined) return [];
  const path = ['limit', 'timeout'];
  if (isExpression(timeout)) {
    const message = evaluatedNever('The timeout', 'The step has no limit of its own.');
    return [report(located, { code: 'FLOW4002', path, message, severity: 'warning' })];
  }
  const message = whyNoDuration('Timeout', timeout);
  return message === undefined ? [] : [report(located, { code: 'FLOW4002', path, message })];
}

/** Types whose inputs may hold a retry policy; in others a member of that name is the maker's own. */
const retried = new Set([
  'http',
  'httpwebhook',
  'openapiconnection',
  'openapiconnectionwebhook',
  'apiconnection',
  'apiconnectionwebhook',
  'serviceprovider',
  'workflow',
]);
const retryTypes = ['default', 'none', 'fixed', 'exponential'];
const intervals = {
  interval: 'Interval',
  minimumInterval: 'Shortest interval',
  maximumInterval: 'Longest interval',
};

function checkRetryPolicy(located: LocatedAction): FlowProblem[] {
  const policy = ownProperty(ownProperty(located.action, 'inputs'), 'retryPolicy');
  if (policy === undefined || !retried.has(located.action.type.toLowerCase())) return [];
  const root = ['inputs', 'retryPolicy'];
  const find = (key: string | undefined, message: string, severity?: 'warning') =>
    report(located, {
      code: 'FLOW4003',
      path: key === undefined ? root : [...root, key],
      message,
      ...(severity ? { severity } : {}),
    });
  const unread = (key: string | undefined) =>
    find(key, evaluatedNever('The retry policy', 'The default policy holds.'), 'warning');
  if (isExpression(policy)) return [unread(undefined)];
  const type = ownProperty(policy, 'type');
  if (type !== undefined && isExpression(type)) return [unread('type')];
  if (typeof type !== 'string' || !retryTypes.includes(type.toLowerCase()))
    return [find('type', 'A retry policy is of type none, fixed or exponential.')];
  if (!['fixed', 'exponential'].includes(type.toLowerCase())) return [];
  const problems: FlowProblem[] = [];
  const count = ownProperty(policy, 'count');
  if (count !== undefined && isExpression(count)) problems.push(unread('count'));
  else if (count !== undefined && !isWhole(count, 1, 90))
    problems.push(find('count', `Count takes a whole number from 1 to 90. “${textOf(count)}” is not one.`));
  for (const [key, label] of Object.entries(intervals)) {
    const value = ownProperty(policy, key);
    if (value === undefined) continue;
    const message = whyNoDuration(label, value);
    if (isExpression(value)) problems.push(unread(key));
    else if (message !== undefined) problems.push(find(key, message));
  }
  return problems;
}

function textOf(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isWhole(value: JsonValue, least: number, most: number): boolean {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  const number = Number(value);
  return isNumber && Number.isInteger(number) && number >= least && number <= most;
}

function checkConcurrency(located: LocatedAction): FlowProblem[] {
  if (located.action.type.toLowerCase() !== 'foreach') return [];
  const path = ['runtimeConfiguration', 'concurrency', 'repetitions'];
  let value: JsonValue | undefined = located.action;
  for (const key of path) value = ownProperty(value, key);
  if (value === undefined || isWhole(value, 1, 50) || isExpression(value)) return [];
  const message = 'Degree of parallelism is a whole number from 1 to 50.';
  return [report(located, { code: 'FLOW4001', path, message })];
}
