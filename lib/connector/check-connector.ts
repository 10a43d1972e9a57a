// Every finding about a connector, by one table of rules. An error stops only the operation it stands in; importing and
// saving always work.
import type { JsonObject } from '../json';
import type { Problem, Severity } from '../problem';
import type { Connector } from './model';
import { dynamicRules } from './rules/dynamic';
import { exampleRules } from './rules/example';
import { generalRules } from './rules/general';
import { internalRules } from './rules/internal';
import { notReadRules } from './rules/not-read';
import { operationRules } from './rules/operation';
import { parameterRules } from './rules/parameter';
import { pathRules } from './rules/path';
import { referenceRules } from './rules/reference';
import { responseRules } from './rules/response';
import { type Finding, type Rule, toCheckView } from './rules/rule';
import { schemaRules } from './rules/schema';
import { placementRules, structureRules } from './rules/structure';

const rulesOfOperations: readonly Rule[] = [
  ...structureRules,
  ...operationRules,
  ...pathRules,
  ...parameterRules,
  ...internalRules,
  ...responseRules,
  ...schemaRules,
  ...exampleRules,
  ...referenceRules,
  ...dynamicRules,
  ...notReadRules,
];

/** All rules, in the order in which equal findings are listed. */
export const connectorRules: readonly Rule[] = [...generalRules, ...placementRules, ...rulesOfOperations];

/** The rules whose breach keeps an operation from being called. */
export const blockingRules: readonly Rule[] = rulesOfOperations.filter(
  ({ severity }) => severity === 'error',
);

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2, hint: 3 };

// More of one kind nobody reads one by one; the others show when these are mended.
const findingsOfRule = 1_000;

/** Checks a connector: problems of all four levels, gravest first, each place once per rule, at most 1,000 of a rule. */
export function checkConnector(connector: Connector, properties?: JsonObject): Problem[] {
  const steps = checkInSteps(connector, properties);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same check, paused after each rule: an editor lets a key stroke pass between two of them. */
export function* checkInSteps(
  connector: Connector,
  properties?: JsonObject,
): Generator<undefined, Problem[], undefined> {
  const view = toCheckView(connector, properties);
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const rule of connectorRules) {
    let count = 0;
    for (const finding of rule.find(view)) {
      if (count >= findingsOfRule) break;
      count += 1;
      const key = `${rule.code} ${finding.at} ${finding.message}`;
      if (seen.has(key)) continue;
      seen.add(key);
      problems.push(toProblem(rule, finding));
    }
    yield undefined;
  }
  return problems.sort((left, right) => rank[left.severity] - rank[right.severity]);
}

/** A finding with what its rule says of it. */
export function toProblem(rule: Rule, { at, message, severity = rule.severity, fix }: Finding): Problem {
  const problem: Problem = { code: rule.code, severity, at, message, rule: rule.name };
  return fix ? { ...problem, fix } : problem;
}
