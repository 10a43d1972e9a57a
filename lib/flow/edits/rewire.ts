// How `runAfter` changes when a step enters or leaves a branch. Used by the verbs that add, remove and move.
import type { ActionDefinition, RunAfterStatus } from '../definition';
import { readGraph, readRunAfter } from '../graph';
import { withKeyAfter, withoutKey } from '../update';
import type { InsertPlace } from './edit';

type Actions = Record<string, ActionDefinition>;
type RunAfter = [string, RunAfterStatus[]][];

function withRunAfter(action: ActionDefinition, runAfter: RunAfter): ActionDefinition {
  return { ...action, runAfter: Object.fromEntries(runAfter) };
}

function same(a: RunAfterStatus[], b: RunAfterStatus[]): boolean {
  return a.length === b.length && a.every((status) => b.includes(status));
}

/** The branch with an action put in its place; what must follow it is made to follow it. */
export function insertAction(
  actions: Actions,
  entry: readonly [string, ActionDefinition],
  place: InsertPlace,
): Actions {
  const [name, action] = entry;
  const { after } = place;
  const moved = listMoved(actions, place);
  const shared = sharedStatuses(moved.map((each) => each.statuses));
  const changed: Actions = { ...actions };
  for (const { to, statuses } of moved) {
    const successor = changed[to];
    if (!successor) continue;
    const behind: [string, RunAfterStatus[]] = [name, same(statuses, shared) ? ['Succeeded'] : statuses];
    const runAfter = readRunAfter(successor);
    const at = runAfter.findIndex(
      ([key]) => after !== undefined && key.toLowerCase() === after.toLowerCase(),
    );
    changed[to] = withRunAfter(successor, at < 0 ? [...runAfter, behind] : runAfter.toSpliced(at, 1, behind));
  }
  const placed = withRunAfter(action, after === undefined ? [] : [[after, shared]]);
  return withKeyAfter(changed, [name, placed], after);
}

interface Moved {
  to: string;
  statuses: RunAfterStatus[];
}

/** Whom the new step comes before: one step, or all that follow on success (a failure handler stays where it is). */
function listMoved(actions: Actions, place: InsertPlace): Moved[] {
  if (place.parallel) return [];
  const graph = readGraph(actions);
  const candidates: Moved[] =
    place.after === undefined
      ? graph.roots.map((to) => ({ to, statuses: ['Succeeded'] }))
      : (graph.successors.get(place.after) ?? []).map(({ to, statuses }) => ({ to, statuses }));
  if (place.before !== undefined) return candidates.filter((each) => each.to === place.before);
  if (candidates.length < 2) return candidates;
  const onSuccess = candidates.filter((each) => each.statuses.includes('Succeeded'));
  return onSuccess.length > 0 ? onSuccess : candidates;
}

/** The statuses on which all of the moved steps ran; they become those of the new step. */
function sharedStatuses(lists: RunAfterStatus[][]): RunAfterStatus[] {
  const [first, ...others] = lists;
  const shared = (first ?? []).filter((status) => others.every((list) => list.includes(status)));
  return shared.length > 0 ? shared : ['Succeeded'];
}

/** The branch without an action: what ran after it runs after what it ran after. */
export function extractAction(actions: Actions, name: string): Actions {
  const graph = readGraph(actions);
  const left: Actions = withoutKey(actions, name);
  const before = graph.predecessors.get(name) ?? [];
  for (const { to, statuses } of graph.successors.get(name) ?? []) {
    const successor = left[to];
    if (!successor) continue;
    const runAfter = readRunAfter(successor).filter(([key]) => key.toLowerCase() !== name.toLowerCase());
    const known = new Set(runAfter.map(([key]) => key.toLowerCase()));
    const inherited: RunAfter = before
      .filter((edge) => !known.has(edge.from.toLowerCase()))
      .map((edge) => [edge.from, statuses.includes('Succeeded') ? edge.statuses : statuses]);
    left[to] = withRunAfter(successor, [...inherited, ...runAfter]);
  }
  return left;
}

/** The step that would lose its condition if `name` went: it runs only when `name` does not succeed, and nothing comes before. */
export function findStrandedHandler(actions: Actions, name: string): string | undefined {
  const graph = readGraph(actions);
  if ((graph.predecessors.get(name) ?? []).length > 0) return undefined;
  return (graph.successors.get(name) ?? []).find(
    (edge) => !edge.statuses.includes('Succeeded') && graph.predecessors.get(edge.to)?.length === 1,
  )?.to;
}
