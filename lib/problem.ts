// A problem is a finding of a checker: data, never thrown (docs/ARCHITECTURE.md, "Errors").
import type { JsonValue } from './json';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** One change of a JSON document, addressed by JSON Pointer. */
export type DocumentChange = { op: 'set'; at: string; value: JsonValue } | { op: 'remove'; at: string };

export interface ProblemFix {
  /** Text of the button, e.g. `Use “Get Invoice”`. */
  label: string;
  /** Safe fixes may be applied all at once without asking. */
  safe: boolean;
  changes: DocumentChange[];
}

export interface Problem {
  /** Stable: CONN2003, FLOW1001, EXPR1200. */
  code: string;
  severity: Severity;
  /** JSON Pointer into the document that was checked. */
  at: string;
  message: string;
  /** Name of the public rule where there is one, e.g. OperationIdNotUnique. */
  rule?: string;
  /** Character range inside the string at `at`, end exclusive. */
  range?: { start: number; end: number };
  fix?: ProblemFix;
}

/** How many problems there are of each severity. */
export function countBySeverity(problems: readonly Problem[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const problem of problems) counts[problem.severity] += 1;
  return counts;
}
