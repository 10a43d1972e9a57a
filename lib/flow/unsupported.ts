// What of a flow runs cannot do: types of triggers and actions, and functions as `name()`.
import type { FlowProblem } from './check-flow';

/** Names in order, each once, read from the findings of the checker. */
export function listUnsupported(problems: readonly FlowProblem[]): string[] {
  const names = new Set<string>();
  for (const { code, rule } of problems)
    if ((code === 'FLOW1010' || code === 'FLOW2004') && rule !== undefined) names.add(rule);
  return [...names].sort();
}
