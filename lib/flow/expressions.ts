// Expressions of an action or trigger: every string that is a template, the function calls in it, what it refers to.
// An action is never changed in place, so what was read from it is kept for as long as it lives.
import { listTextReferences } from '../expression/references';
import type { CallExpression, Expression } from '../expression/syntax';
import { parseTemplate, type Template } from '../expression/template';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { toPointer } from '../json-pointer';

/** A string with an expression in it. */
export interface ExpressionSite {
  /** Keys from the step down to the string. */
  path: string[];
  text: string;
  template: Template;
  /** Calls of functions, at any depth. */
  calls: CallExpression[];
  /** What they refer to. */
  references: TextReference[];
}

export type TextReference = ReturnType<typeof listTextReferences>[number];

function collectSites(value: JsonValue | undefined, path: string[], sites: ExpressionSite[]): void {
  if (typeof value === 'string') {
    if (!value.includes('@')) return;
    const template = parseTemplate(value);
    if (template.kind === 'literal') return;
    sites.push({
      path,
      text: value,
      template,
      calls: listCalls(template),
      references: listTextReferences(value),
    });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collectSites(item, [...path, String(index)], sites);
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) collectSites(item, [...path, key], sites);
  }
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

function listCalls(template: Template): CallExpression[] {
  const calls: CallExpression[] = [];
  if (template.kind === 'expression') collectCalls(template.expression, calls);
  else if (template.kind === 'interpolation')
    for (const part of template.parts) if (part.kind === 'expression') collectCalls(part.expression, calls);
  return calls;
}

function collectCalls(expression: Expression | undefined, calls: CallExpression[]): void {
  if (expression?.kind === 'access') {
    collectCalls(expression.target, calls);
    for (const { key } of expression.steps) collectCalls(key, calls);
  } else if (expression?.kind === 'call') {
    calls.push(expression);
    for (const argument of expression.arguments) collectCalls(argument, calls);
  }
}

/** JSON Pointer of a site below a pointer. */
export function pointerOf(base: string, site: ExpressionSite): string {
  return base + toPointer(site.path);
}
