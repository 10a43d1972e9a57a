// Where a step lands that is dropped on the canvas.
import type { InsertPlace } from '@/lib/flow/edits/edit';
import type { Layout, LayoutNode } from '@/lib/flow/layout';
import { sizes } from '@/lib/flow/layout-sizes';

interface Point {
  x: number;
  y: number;
}

/** The line within reach of a point, and what a step put there comes after. */
export function findDropPlace(
  layout: Layout,
  point: Point,
  reach: number,
): { id: string; insert: InsertPlace } | undefined {
  const at = new Map(layout.nodes.map((node) => [node.id, node]));
  let best: { id: string; insert: InsertPlace } | undefined;
  let nearest = reach;
  for (const edge of layout.edges) {
    const source = at.get(edge.source);
    const target = at.get(edge.target);
    if (!source || !target || !edge.insert) continue;
    const x = target.x + target.width / 2;
    const from = source.kind === 'branch' ? target.y - sizes.gapEditing : source.y + source.height;
    const dx = Math.max(0, Math.abs(point.x - x) - sizes.cardWidth / 2);
    const dy = Math.max(0, from - point.y, point.y - target.y);
    const distance = Math.hypot(dx, dy);
    if (distance < nearest) {
      nearest = distance;
      best = { id: edge.id, insert: edge.insert };
    }
  }
  return best;
}

function holds(node: LayoutNode, { x, y }: Point): boolean {
  return x >= node.x && x <= node.x + node.width && y >= node.y && y <= node.y + node.height;
}

/** The end nearest to a point that is near no line: of the container under the point, else of the flow. */
export function findNearestEnd(layout: Layout, point: Point): InsertPlace | undefined {
  const around = layout.nodes
    .filter((node) => node.kind === 'container' && holds(node, point))
    .reduce<LayoutNode | undefined>(
      (deep, node) => (deep && deep.depth > node.depth ? deep : node),
      undefined,
    );
  let best: InsertPlace | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (const node of layout.nodes) {
    if (node.kind !== 'add' || !node.insert) continue;
    const centre = { x: node.x + node.width / 2, y: node.y + node.height / 2 };
    if (around ? !holds(around, centre) : node.depth > 0) continue;
    const distance = Math.hypot(centre.x - point.x, centre.y - point.y);
    if (distance < nearest) {
      nearest = distance;
      best = node.insert;
    }
  }
  return best;
}
