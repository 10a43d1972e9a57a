// What of a flow runs cannot do: types of triggers and actions, and functions as `name()`.
import type { FlowProblem } from './check-flow';

/** A type that does not run; a function that nobody knows, and one that runs do not know yet. */
const telling = ['FLOW1010', 'FLOW2003', 'FLOW2004'];

/** Names in order, each once, read from the findings of the checker. */
export function listUnsupported(problems: readonly FlowProblem[]): string[] {
  const names = new Set<string>();
  for (const { code, rule } of problems) if (telling.includes(code) && rule !== undefined) names.add(rule);
  return [...names].sort();
}
