// The order of siblings: `runAfter` read as a directed graph (Workflow Definition Language, "runAfter").
// Names and statuses are matched ignoring case, as the language does.
import { isJsonObject, ownProperty } from '../json';
import type { ActionDefinition, RunAfterStatus } from './definition';

/** The four results a step may be waited for with. */
export const runAfterStatuses: readonly RunAfterStatus[] = ['Succeeded', 'Failed', 'Skipped', 'TimedOut'];

interface GraphEdge {
  from: string;
  to: string;
  statuses: RunAfterStatus[];
}

export interface SiblingGraph {
  /** Run order; ties in document order. Members of a cycle come last. */
  order: string[];
  /** Index of each action in the order. */
  position: ReadonlyMap<string, number>;
  predecessors: ReadonlyMap<string, GraphEdge[]>;
  successors: ReadonlyMap<string, GraphEdge[]>;
  /** Actions that wait for nobody. */
  roots: string[];
  /** Actions nobody waits for. */
  leaves: string[];
  /** Members of cycles and what waits for them. */
  cyclic: string[];
  /** `runAfter` keys that name no sibling. */
  unknown: { action: string; key: string }[];
}

/** `runAfter` with statuses in their proper spelling, in document order; unknown statuses are dropped. */
export function readRunAfter(action: ActionDefinition): [name: string, statuses: RunAfterStatus[]][] {
  const runAfter = ownProperty(action, 'runAfter');
  if (!isJsonObject(runAfter)) return [];
  return Object.entries(runAfter).map(([name, listed]) => {
    const wanted = Array.isArray(listed) ? listed.map((status) => String(status).toLowerCase()) : [];
    return [name, runAfterStatuses.filter((status) => wanted.includes(status.toLowerCase()))];
  });
}

/** Statuses in `runAfter` that no step ends with, as they are written. */
export function listStrangeStatuses(action: ActionDefinition): { name: string; status: string }[] {
  const runAfter = ownProperty(action, 'runAfter');
  if (!isJsonObject(runAfter)) return [];
  const known = runAfterStatuses.map((status) => status.toLowerCase());
  return Object.entries(runAfter).flatMap(([name, listed]) =>
    (Array.isArray(listed) ? listed.map(String) : [])
      .filter((status) => !known.includes(status.toLowerCase()))
      .map((status) => ({ name, status })),
  );
}

const graphs = new WeakMap<Record<string, ActionDefinition>, SiblingGraph>();

/** Reads the actions of one branch as a graph. Computed once per (immutable) branch. */
export function readGraph(actions: Record<string, ActionDefinition>): SiblingGraph {
  const known = graphs.get(actions);
  if (known) return known;
  const graph = buildGraph(actions);
  graphs.set(actions, graph);
  return graph;
}

function buildGraph(actions: Record<string, ActionDefinition>): SiblingGraph {
  const names = Object.keys(actions);
  const spelled = new Map(names.map((name) => [name.toLowerCase(), name]));
  const predecessors = new Map<string, GraphEdge[]>(names.map((name) => [name, []]));
  const successors = new Map<string, GraphEdge[]>(names.map((name) => [name, []]));
  const unknown: SiblingGraph['unknown'] = [];
  for (const [name, action] of Object.entries(actions)) {
    for (const [key, statuses] of readRunAfter(action)) {
      const from = Object.hasOwn(actions, key) ? key : spelled.get(key.toLowerCase());
      if (from === undefined) {
        unknown.push({ action: name, key });
        continue;
      }
      const edge = { from, to: name, statuses };
      predecessors.get(name)?.push(edge);
      successors.get(from)?.push(edge);
    }
  }
  const order = sortActions(names, predecessors, successors);
  const sorted = new Set(order);
  const cyclic = names.filter((name) => !sorted.has(name));
  const whole = [...order, ...cyclic];
  return {
    order: whole,
    position: new Map(whole.map((name, index) => [name, index])),
    predecessors,
    successors,
    roots: names.filter((name) => predecessors.get(name)?.length === 0),
    leaves: names.filter((name) => successors.get(name)?.length === 0),
    cyclic,
    unknown,
  };
}

/** Depth first along successors, so that a chain stays together in a list; linear in actions and edges. */
function sortActions(
  names: string[],
  predecessors: ReadonlyMap<string, GraphEdge[]>,
  successors: ReadonlyMap<string, GraphEdge[]>,
): string[] {
  const waiting = new Map(names.map((name) => [name, predecessors.get(name)?.length ?? 0]));
  const order: string[] = [];
  const ready = names.filter((name) => waiting.get(name) === 0).reverse();
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    order.push(name);
    const freed: string[] = [];
    for (const edge of successors.get(name) ?? []) {
      const left = (waiting.get(edge.to) ?? 0) - 1;
      waiting.set(edge.to, left);
      if (left === 0) freed.push(edge.to);
    }
    ready.push(...freed.reverse());
  }
  return order;
}

/** All siblings that come before `name` along `runAfter`, nearest first. */
export function listAncestors(graph: SiblingGraph, name: string): string[] {
  const seen = new Set<string>([name]);
  const queue = [name];
  for (const current of queue) {
    for (const edge of graph.predecessors.get(current) ?? []) {
      if (seen.has(edge.from)) continue;
      seen.add(edge.from);
      queue.push(edge.from);
    }
  }
  return queue.slice(1);
}

/** True where `first` comes before `second` along `runAfter`. Looks only at what can lie between them. */
export function comesBefore(graph: SiblingGraph, first: string, second: string): boolean {
  const earliest = graph.position.get(first) ?? 0;
  const seen = new Set<string>([second]);
  const queue = [second];
  for (const current of queue) {
    for (const { from } of graph.predecessors.get(current) ?? []) {
      if (from === first) return true;
      if (seen.has(from) || (graph.position.get(from) ?? 0) < earliest) continue;
      seen.add(from);
      queue.push(from);
    }
  }
  return false;
}
