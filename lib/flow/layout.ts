// Where everything of a flow stands on the canvas: columns from the top down, parallel branches side by side,
// containers around their branches. Computed in linear time from the definition alone; nothing of it is stored.
import type { FlowDefinition, RunAfterStatus } from './definition';
import type { InsertPlace } from './edits/edit';
import { type BranchBox, measureBranch, placeBranch } from './layout-branch';
import { reuseLayout } from './layout-reuse';
import { sizes } from './layout-sizes';
import { titleOf } from './title';
import { listTriggers, rootActions } from './tree';

export interface LayoutNode {
  /** Action name; `#trigger`, `Name#/else/actions` for a branch, `+…` for a place to add at. Stable while the thing is there. */
  id: string;
  kind: 'trigger' | 'card' | 'container' | 'branch' | 'add';
  /** Name of the action or trigger; of the container for a branch; of the step before for a place to add at. */
  name: string;
  /** Top left corner on the canvas (not relative to the parent), pixels. The trigger's top centre is at 0, 0. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Node id of the enclosing container. Parents come before their children in the list. */
  parent?: string;
  /** 0 at the top of the flow. */
  depth: number;
  /** Yes, No, or a case's name. */
  label?: string;
  /** Containers: folded, and how many steps are inside. */
  collapsed?: boolean;
  inside?: number;
  /** Where a step added at this node goes. */
  insert?: InsertPlace;
}

export interface LayoutEdge {
  id: string;
  source: string;
  target: string;
  /** Results of the source on which the target runs; absent at the start of a branch. */
  statuses?: RunAfterStatus[];
  /** Leads to a place to add at, not to a step. */
  tail: boolean;
  /** Where a step dropped on this edge goes. */
  insert?: InsertPlace;
}

export interface Layout {
  nodes: LayoutNode[];
  edges: LayoutEdge[];
  /** Bounds of everything. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LayoutOptions {
  /** Names of containers shown folded. */
  collapsed: ReadonlySet<string>;
  /** Cards carry the strip with the state of a run. */
  running?: boolean;
  /** Nothing can be added: tighter gaps, no places to add at. As `running` where absent. */
  reading?: boolean;
}

/** Id of the trigger's node. */
const triggerNodeId = '#trigger';

/** Lays a flow out. Given the layout before, nodes and edges that stayed the same are the same objects. */
export function layoutFlow(definition: FlowDefinition, options: LayoutOptions, previous?: Layout): Layout {
  const measures = {
    collapsed: options.collapsed,
    running: options.running ?? false,
    reading: options.reading ?? options.running ?? false,
  };
  const nodes: LayoutNode[] = [];
  const edges: LayoutEdge[] = [];
  const strip = measures.running ? sizes.strip : 0;
  const gap = measures.reading ? sizes.gapReading : sizes.gapEditing;
  const triggers = listTriggers(definition);
  const names = triggers.length === 0 ? [''] : triggers.map((each) => each.name);
  const rowWidth = names.length * sizes.cardWidth + (names.length - 1) * sizes.columnGap;
  const bottoms = names.map((name, index) => {
    const height = sizes.cardHeight(titleOf(name)) + strip;
    const x = -rowWidth / 2 + index * (sizes.cardWidth + sizes.columnGap);
    const id = index === 0 ? triggerNodeId : `${triggerNodeId}/${index}`;
    nodes.push({ id, kind: 'trigger', name, x, y: 0, width: sizes.cardWidth, height, depth: 0 });
    return height;
  });
  const box: BranchBox = measureBranch(rootActions(definition), measures);
  placeBranch(box, {
    center: 0,
    top: Math.max(...bottoms) + gap,
    source: triggerNodeId,
    place: { branch: '/actions' },
    depth: 0,
    nodes,
    edges,
    measures,
  });
  const layout = { nodes, edges, ...boundsOf(nodes) };
  return previous ? reuseLayout(previous, layout) : layout;
}

function boundsOf(nodes: readonly LayoutNode[]): Pick<Layout, 'x' | 'y' | 'width' | 'height'> {
  let [left, right, bottom] = [0, 0, 0];
  for (const node of nodes) {
    left = Math.min(left, node.x);
    right = Math.max(right, node.x + node.width);
    bottom = Math.max(bottom, node.y + node.height);
  }
  return { x: left, y: 0, width: right - left, height: bottom };
}
