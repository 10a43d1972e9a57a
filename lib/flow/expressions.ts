// Expressions in a piece of a definition: every string that is a template, and the function calls in it.
// A piece is never changed in place, so what was read from an action is kept for as long as the action lives.
import type { CallExpression, Expression } from '../expression/syntax';
import { parseTemplate, type Template } from '../expression/template';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { toPointer } from '../json-pointer';

/** A string with an expression in it. */
export interface ExpressionSite {
  /** Keys from the piece down to the string. */
  path: string[];
  text: string;
  template: Template;
  calls: CallSite[];
}

export interface CallSite {
  call: CallExpression;
  /** Function name in lower case. */
  fn: string;
  /** First argument where it is a plain text. */
  name?: string;
  /** Its range in the string, quotes included. */
  nameStart?: number;
  nameEnd?: number;
  /** Keys read from the call's result, as far as they are plain: `body('a')?['b/c']` gives `b`, `c`. */
  path: string[];
}

/** Functions whose first argument names an action. */
export const actionFunctions: ReadonlySet<string> = new Set([
  'outputs',
  'actionoutputs',
  'body',
  'actionbody',
  'actions',
  'result',
  'formdatavalue',
  'formdatamultivalues',
  'multipartbody',
]);

/** Functions whose first argument names a loop around the step. */
export const loopFunctions: ReadonlySet<string> = new Set(['items', 'iterationindexes']);

/** All templates with expressions below a value, in document order. Keys are not looked into. */
export function listSites(value: JsonValue | undefined, path: string[] = []): ExpressionSite[] {
  const sites: ExpressionSite[] = [];
  collectSites(value, path, sites);
  return sites;
}

function collectSites(value: JsonValue | undefined, path: string[], sites: ExpressionSite[]): void {
  if (typeof value === 'string') {
    if (!value.includes('@')) return;
    const template = parseTemplate(value);
    if (template.kind !== 'literal') sites.push({ path, text: value, template, calls: listCalls(template) });
    return;
  }
  if (Array.isArray(value))
    value.forEach((item, index) => collectSites(item, [...path, String(index)], sites));
  else if (isJsonObject(value))
    for (const [key, item] of Object.entries(value)) collectSites(item, [...path, key], sites);
}

/** The members of an action or trigger that are evaluated; others (notes, schemas, nested steps) may hold any text. */
const evaluated = [
  'inputs',
  'expression',
  'foreach',
  'limit',
  'splitOn',
  'conditions',
  'recurrence',
  'correlation',
];

const known = new WeakMap<JsonObject, ExpressionSite[]>();

/** The expressions of one action or trigger itself, without those of steps inside of it. */
export function listOwnSites(step: JsonObject): ExpressionSite[] {
  const cached = known.get(step);
  if (cached) return cached;
  const sites: ExpressionSite[] = [];
  for (const key of evaluated) {
    const value = Object.hasOwn(step, key) ? step[key] : undefined;
    if (key === 'inputs' && isJsonObject(value)) {
      for (const [name, input] of Object.entries(value))
        if (name !== 'schema' && name !== 'code') collectSites(input, [key, name], sites);
    } else collectSites(value, [key], sites);
  }
  known.set(step, sites);
  return sites;
}

function listCalls(template: Template): CallSite[] {
  const calls: CallSite[] = [];
  if (template.kind === 'expression') collectCalls(template.expression, [], calls);
  else if (template.kind === 'interpolation')
    for (const part of template.parts)
      if (part.kind === 'expression') collectCalls(part.expression, [], calls);
  return calls;
}

function collectCalls(expression: Expression | undefined, path: string[], calls: CallSite[]): void {
  if (expression?.kind === 'access') {
    const keys: string[] = [];
    let plain = true;
    for (const { key } of expression.steps) {
      if (key.kind === 'literal' && plain) keys.push(...String(key.value).split('/'));
      else {
        plain = false;
        collectCalls(key, [], calls);
      }
    }
    collectCalls(expression.target, keys, calls);
    return;
  }
  if (expression?.kind !== 'call') return;
  const site: CallSite = { call: expression, fn: expression.name.toLowerCase(), path };
  const [first] = expression.arguments;
  if (first?.kind === 'literal' && typeof first.value === 'string') {
    site.name = first.value;
    site.nameStart = first.start;
    site.nameEnd = first.end;
  }
  calls.push(site);
  for (const argument of expression.arguments) collectCalls(argument, [], calls);
}

/** JSON Pointer of a site below a pointer. */
export function pointerOf(base: string, site: ExpressionSite): string {
  return base + toPointer(site.path);
}
