// Which steps decide how their container ends: the definition's side of what `worstLeaf` reads from the records of a run
// (Workflow Definition Language, "final status").
import type { FlowDefinition } from '../flow/definition';
import { readGraph } from '../flow/graph';
import { findAction, readBranches, rootActions } from '../flow/tree';

/**
 * The steps directly inside a container (at the top of the flow where it is absent) that make it fail when they end so:
 * all but those after which every next step runs in spite of it.
 */
export function listDecisive(
  definition: FlowDefinition,
  container: string | undefined,
  status: 'Failed' | 'TimedOut',
): string[] {
  const action = container === undefined ? undefined : findAction(definition, container)?.action;
  const branches =
    container === undefined
      ? [rootActions(definition)]
      : action === undefined
        ? []
        : readBranches(action).map((branch) => branch.actions);
  return branches.flatMap((actions) => {
    const { successors } = readGraph(actions);
    return Object.keys(actions).filter((name) => {
      const next = successors.get(name) ?? [];
      return next.length === 0 || next.some((edge) => !edge.statuses.includes(status));
    });
  });
}
