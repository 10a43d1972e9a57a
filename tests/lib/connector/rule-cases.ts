// One case of a rule: a definition with one operation, the rule that finds something in it, and how grave that is.
import { expect } from 'vitest';
import { checkConnector } from '@/lib/connector/check-connector';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import type { Problem } from '@/lib/problem';
import { type OneOperation, oneOperationDocument } from './one-operation';

/** Name, definition, rule, severity. */
export type RuleCase = [string, OneOperation, string, string];

export function check(document: JsonObject): Problem[] {
  const { connector } = readConnector(document);
  if (!connector) throw new Error('not read');
  return checkConnector(connector);
}

export function rulesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ rule }) => rule ?? '');
}

/** A query parameter `q` with more members. */
export function q(more: JsonObject): OneOperation {
  return { parameters: [{ name: 'q', in: 'query', 'x-ms-summary': 'Q', ...more }] };
}

/** The rule finds it, says it in a good sentence, and its fix mends it. */
export function expectRule(operation: OneOperation, rule: string, severity: string): void {
  expectRuleIn(oneOperationDocument(operation), rule, severity);
}

export function expectRuleIn(document: JsonObject, rule: string, severity: string): void {
  const found = check(document).filter((problem) => problem.rule === rule);
  expect(found.map((problem) => problem.severity)).toContain(severity);
  expect(found[0]?.message).toMatch(/^\S.*[.?]$/);
  expect(found[0]?.message).not.toMatch(/!|please/i);
  const fix = found[0]?.fix;
  if (fix) expect(rulesOf(check(applyChanges(document, fix.changes)))).not.toContain(rule);
}
