// Which field of the inspector a finding belongs to. Findings name the very place, `body/lines/0/amount`; the field that
// shows it may be that, or one around it.
import type { FlowProblem } from '@/lib/flow/check-flow';
import { stepOfProblem } from '../store/designer-store';

/** True where `key` is the field's own or lies inside of it. */
export function isWithin(key: string, field: string): boolean {
  return key === field || key.startsWith(`${field}/`);
}

/** The innermost of `fields` that `key` lies in. */
export function closestField(key: string, fields: readonly string[]): string | undefined {
  return fields
    .filter((field) => isWithin(key, field))
    .reduce<string | undefined>(
      (best, field) => (best && best.length >= field.length ? best : field),
      undefined,
    );
}

type TabOfField = 'parameters' | 'settings' | 'code';

// What a connector's parameters are called stands free, so these are longer than a name of theirs would be.
const settings = ['step/runAfter', 'limit/timeout', 'inputs/retryPolicy', 'runtimeConfiguration/concurrency'];

/** The tab of the inspector that shows a field. */
export function tabOfField(field: string | undefined): TabOfField {
  if (field === 'step/type') return 'code';
  return field !== undefined && closestField(field, settings) !== undefined ? 'settings' : 'parameters';
}

/** What is wrong with a field or inside of it, errors first; `inner` are fields in it that speak for themselves. */
export function findFieldProblem(
  problems: readonly FlowProblem[],
  { step, field, inner = [] }: { step: string; field: string; inner?: readonly string[] },
): FlowProblem | undefined {
  const own = problems.filter(
    (problem) =>
      stepOfProblem(problem) === step &&
      problem.field !== undefined &&
      isWithin(problem.field, field) &&
      closestField(problem.field, inner) === undefined,
  );
  return (
    own.find((problem) => problem.severity === 'error') ??
    own.find((problem) => problem.severity === 'warning')
  );
}

/** Findings of a step whose place none of the fields shows, so that they have to be said elsewhere. */
export function listStrayProblems(
  problems: readonly FlowProblem[],
  { step, fields }: { step: string; fields: readonly string[] },
): FlowProblem[] {
  return problems.filter(
    (problem) =>
      stepOfProblem(problem) === step &&
      (problem.severity === 'error' || problem.severity === 'warning') &&
      problem.field !== undefined &&
      problem.field !== 'step/name' &&
      tabOfField(problem.field) === 'parameters' &&
      closestField(problem.field, fields) === undefined,
  );
}
