// Layout to React Flow: node and edge objects are made once per layout object, so what did not change is not drawn again.
import { type Edge, type Node, Position } from '@xyflow/react';
import type { InsertPlace } from '@/lib/flow/edits/edit';
import type { Layout, LayoutEdge, LayoutNode } from '@/lib/flow/layout';
import { sizes } from '@/lib/flow/layout-sizes';

export type StepNodeData = { node: LayoutNode; last: boolean };
export type StepNode = Node<StepNodeData>;
export type StepEdgeData = { edge: LayoutEdge; from: string; to: string; insert: InsertPlace | undefined };
export type StepEdge = Edge<StepEdgeData>;

const nodes = new WeakMap<LayoutNode, StepNode>();
const edges = new WeakMap<LayoutEdge, StepEdge>();

function toNode(node: LayoutNode, last: boolean): StepNode {
  const known = nodes.get(node);
  if (known && known.data.last === last) return known;
  const top = node.kind === 'branch' && node.label ? sizes.label : node.kind === 'branch' ? 0 : node.height;
  const centre = node.width / 2;
  const made: StepNode = {
    id: node.id,
    type: node.kind,
    position: { x: node.x, y: node.y },
    width: node.width,
    height: node.height,
    // Known beforehand, so that nothing is measured in the browser.
    measured: { width: node.width, height: node.height },
    handles: [
      { type: 'target', position: Position.Top, x: centre, y: 0, width: 1, height: 1 },
      { type: 'source', position: Position.Bottom, x: centre, y: top, width: 1, height: 1 },
    ],
    zIndex: node.kind === 'container' || node.kind === 'branch' ? node.depth : 300,
    data: { node, last },
  };
  nodes.set(node, made);
  return made;
}

function toEdge(edge: LayoutEdge, names: ReadonlyMap<string, string>): StepEdge {
  const known = edges.get(edge);
  if (known) return known;
  const made: StepEdge = {
    id: edge.id,
    source: edge.source,
    target: edge.target,
    type: 'step',
    focusable: false,
    selectable: false,
    zIndex: 1,
    data: {
      edge,
      from: names.get(edge.source) ?? '',
      to: names.get(edge.target) ?? '',
      insert: edge.tail ? undefined : edge.insert,
    },
  };
  edges.set(edge, made);
  return made;
}

/** Nodes and edges of a layout. The same arrays as before where all their members are the same. */
export function toElements(
  layout: Layout,
  before: { nodes: StepNode[]; edges: StepEdge[] } | undefined,
): { nodes: StepNode[]; edges: StepEdge[] } {
  const adds = layout.nodes.filter((node) => node.kind === 'add' && node.depth === 0);
  const last = adds.at(-1);
  const names = new Map(layout.nodes.map((node) => [node.id, node.name]));
  const nextNodes = layout.nodes.map((node) => toNode(node, node === last));
  const nextEdges = layout.edges.map((edge) => toEdge(edge, names));
  return {
    nodes: before && isSame(before.nodes, nextNodes) ? before.nodes : nextNodes,
    edges: before && isSame(before.edges, nextEdges) ? before.edges : nextEdges,
  };
}

function isSame<T>(before: readonly T[], after: readonly T[]): boolean {
  return before.length === after.length && before.every((each, index) => each === after[index]);
}
