// Keeps the identity of nodes and edges that did not change between two layouts, so that only changed cards are drawn again.
import type { Layout } from './layout';

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isEqual(value, right.get(key)))
  );
}

function reuse<T extends { id: string }>(before: readonly T[], after: T[]): T[] {
  const known = new Map(before.map((each) => [each.id, each]));
  const kept = after.map((each) => {
    const old = known.get(each.id);
    return old && isEqual(old, each) ? old : each;
  });
  return kept.length === before.length && kept.every((each, index) => each === before[index])
    ? [...before]
    : kept;
}

/** The new layout with old objects wherever they are equal. */
export function reuseLayout(before: Layout, after: Layout): Layout {
  return { ...after, nodes: reuse(before.nodes, after.nodes), edges: reuse(before.edges, after.edges) };
}
