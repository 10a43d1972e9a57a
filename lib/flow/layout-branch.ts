// Lays out the steps of one branch, and containers within. A step's block holds the step and below it, in rows, all that
// can only be reached through it (its children in the dominator tree of `runAfter`): first the arms that start from it side
// by side, then the steps that join arms. Blocks never overlap, and the work is linear in steps and edges.
import type { ActionDefinition, Branch } from './definition';
import type { InsertPlace } from './edits/edit';
import { readGraph, type SiblingGraph } from './graph';
import type { LayoutEdge, LayoutNode } from './layout';
import { sizes } from './layout-sizes';
import { titleOf } from './title';
import { listInnerNames, readBranches } from './tree';

export interface Measures {
  collapsed: ReadonlySet<string>;
  running: boolean;
  reading: boolean;
}

interface Block {
  name: string;
  /** Of the step itself. */
  width: number;
  height: number;
  /** Of the step and all below it. */
  fullWidth: number;
  fullHeight: number;
  parent: Block | undefined;
  level: number;
  /** Index of its row below the parent. */
  row: number;
  rows: Block[][];
  branches?: { branch: Branch; box: BranchBox; width: number }[];
  collapsed: boolean;
  inside: number;
}

/** A measured branch: its size, and the blocks that start in it. */
export interface BranchBox {
  width: number;
  height: number;
  root: Block;
  blocks: Block[];
  graph: SiblingGraph;
}

function newBlock(name: string): Block {
  const size = { width: 0, height: 0, fullWidth: 0, fullHeight: 0 };
  return { name, ...size, parent: undefined, level: 0, row: 0, rows: [], collapsed: false, inside: 0 };
}

const gapOf = (measures: Measures) => (measures.reading ? sizes.gapReading : sizes.gapEditing);
const stripOf = (measures: Measures) => (measures.running ? sizes.strip : 0);

/** Sizes of all steps of a branch, and of the whole. */
export function measureBranch(actions: Record<string, ActionDefinition>, measures: Measures): BranchBox {
  const graph = readGraph(actions);
  const root = newBlock('');
  const known = new Map<string, Block>();
  for (const name of graph.order) {
    const action = actions[name];
    if (!action) continue;
    const block = measureStep(name, action, measures);
    attach(block, { root, known, graph });
    known.set(name, block);
  }
  const blocks = [...known.values()];
  for (const block of blocks.toReversed()) sumUp(block, graph, measures);
  sumUp(root, graph, measures);
  const empty = blocks.length === 0 && !measures.reading ? sizes.add : 0;
  // The root is no step: its first row starts at the top of the branch.
  const height = blocks.length === 0 ? empty : root.fullHeight - gapOf(measures);
  return { width: Math.max(root.fullWidth, sizes.cardWidth), height, root, blocks, graph };
}

function measureStep(name: string, action: ActionDefinition, measures: Measures): Block {
  const block = newBlock(name);
  const branches = readBranches(action);
  const strip = stripOf(measures);
  if (branches.length === 0 || measures.collapsed.has(name)) {
    block.collapsed = branches.length > 0;
    block.inside = block.collapsed ? listInnerNames(action).length : 0;
    block.width = sizes.cardWidth;
    block.height = sizes.cardHeight(titleOf(name)) + strip;
    return block;
  }
  block.inside = listInnerNames(action).length;
  block.branches = branches.map((branch) => {
    const box = measureBranch(branch.actions, measures);
    return { branch, box, width: box.width };
  });
  const columns = block.branches.reduce((sum, each) => sum + each.width, 0);
  block.width = columns + sizes.columnGap * (branches.length - 1) + 2 * sizes.padding;
  const tallest = Math.max(...block.branches.map((each) => each.box.height + headOf(each.branch, measures)));
  block.height = sizes.header + strip + tallest + sizes.padding;
  return block;
}

/** From the top of a branch to its first step. */
function headOf(branch: Branch, measures: Measures): number {
  const top = measures.reading ? sizes.branchTopReading : sizes.branchTopEditing;
  return (branch.label === '' ? 0 : sizes.label) + top;
}

interface Attaching {
  root: Block;
  known: ReadonlyMap<string, Block>;
  graph: SiblingGraph;
}

/** Hangs a block below the nearest step that all ways to it go through. */
function attach(block: Block, { root, known, graph }: Attaching): void {
  const before = (graph.predecessors.get(block.name) ?? []).flatMap((edge) => known.get(edge.from) ?? []);
  const parent = before.length === 0 ? root : before.reduce((a, b) => commonParent(a, b));
  block.parent = parent;
  block.level = parent.level + 1;
  for (const each of before) {
    let arm: Block | undefined = each;
    while (arm && arm !== parent && arm.parent !== parent) arm = arm.parent;
    if (arm && arm !== parent) block.row = Math.max(block.row, arm.row + 1);
  }
  const row = parent.rows[block.row];
  if (row) row.push(block);
  else parent.rows[block.row] = [block];
}

function commonParent(first: Block, second: Block): Block {
  let [a, b] = [first, second];
  while (a !== b) {
    if (a.level >= b.level && a.parent) a = a.parent;
    else if (b.parent) b = b.parent;
    else return a;
  }
  return a;
}

function rowWidth(row: Block[]): number {
  return row.reduce((sum, block) => sum + block.fullWidth, sizes.columnGap * (row.length - 1));
}

function sumUp(block: Block, graph: SiblingGraph, measures: Measures): void {
  block.fullWidth = block.width;
  block.fullHeight = block.height;
  for (const row of block.rows) {
    block.fullWidth = Math.max(block.fullWidth, rowWidth(row));
    block.fullHeight += gapOf(measures) + Math.max(...row.map((each) => each.fullHeight));
  }
  if (isLeaf(block, graph) && !measures.reading) block.fullHeight += sizes.addGap + sizes.add;
}

function isLeaf(block: Block, graph: SiblingGraph): boolean {
  return block.name !== '' && (graph.successors.get(block.name)?.length ?? 0) === 0;
}

export interface Placing {
  /** Middle of the branch. */
  center: number;
  /** Where its first row starts. */
  top: number;
  /** Node from which the first steps hang. */
  source: string;
  place: { container?: string; branch: string };
  depth: number;
  nodes: LayoutNode[];
  edges: LayoutEdge[];
  measures: Measures;
}

interface Spot {
  center: number;
  top: number;
}

/** Writes the nodes and edges of a measured branch. */
export function placeBranch(box: BranchBox, placing: Placing): void {
  const { root, blocks, graph } = box;
  const spots = new Map<Block, Spot>();
  // The root has no height, so its first row would start one gap lower.
  placeRows(root, { center: placing.center, top: placing.top - gapOf(placing.measures) }, { spots, placing });
  for (const block of blocks) {
    const spot = spots.get(block);
    if (!spot) continue;
    writeStep(block, spot, placing);
    placeRows(block, { center: spot.center, top: spot.top + block.height }, { spots, placing });
    if (isLeaf(block, graph) && !placing.measures.reading) writeAdd(block, spot, placing);
  }
  writeEdges(box, placing);
  if (blocks.length === 0 && !placing.measures.reading) {
    const id = placing.place.container === undefined ? '+' : `+${placing.source}`;
    const name = placing.place.container ?? '';
    pushAdd(
      { id, name, x: placing.center, y: placing.top, insert: placing.place, source: placing.source },
      placing,
    );
  }
}

function placeRows(
  block: Block,
  from: Spot,
  { spots, placing }: { spots: Map<Block, Spot>; placing: Placing },
): void {
  let top = from.top;
  for (const row of block.rows) {
    top += gapOf(placing.measures);
    let left = from.center - rowWidth(row) / 2;
    for (const each of row) {
      spots.set(each, { center: left + each.fullWidth / 2, top });
      left += each.fullWidth + sizes.columnGap;
    }
    top += Math.max(...row.map((each) => each.fullHeight));
  }
}

function writeStep(block: Block, spot: Spot, placing: Placing): void {
  const { nodes, measures, depth } = placing;
  const { container } = placing.place;
  nodes.push({
    id: block.name,
    kind: block.branches ? 'container' : 'card',
    name: block.name,
    x: spot.center - block.width / 2,
    y: spot.top,
    width: block.width,
    height: block.height,
    depth,
    ...(container === undefined ? {} : { parent: container }),
    ...(block.branches || block.collapsed ? { collapsed: block.collapsed, inside: block.inside } : {}),
  });
  let left = spot.center - block.width / 2 + sizes.padding;
  const top = spot.top + sizes.header + stripOf(measures);
  for (const { branch, box, width } of block.branches ?? []) {
    const id = `${block.name}#${branch.at}`;
    const head = headOf(branch, measures);
    nodes.push({
      id,
      kind: 'branch',
      name: block.name,
      x: left,
      y: top,
      width,
      height: spot.top + block.height - sizes.padding - top,
      parent: block.name,
      depth: depth + 1,
      label: branch.label,
      insert: { container: block.name, branch: branch.at },
    });
    placeBranch(box, {
      ...placing,
      center: left + width / 2,
      top: top + head,
      source: id,
      place: { container: block.name, branch: branch.at },
      depth: depth + 1,
    });
    left += width + sizes.columnGap;
  }
}

function writeAdd(block: Block, spot: Spot, placing: Placing): void {
  const insert = { ...placing.place, after: block.name };
  const y = spot.top + block.height + sizes.addGap;
  pushAdd({ id: `+${block.name}`, name: block.name, x: spot.center, y, insert, source: block.name }, placing);
}

interface Add {
  id: string;
  name: string;
  /** Middle. */
  x: number;
  y: number;
  insert: InsertPlace;
  source: string;
}

function pushAdd({ source, x, ...add }: Add, placing: Placing): void {
  const { container } = placing.place;
  placing.nodes.push({
    ...add,
    kind: 'add',
    x: x - sizes.add / 2,
    width: sizes.add,
    height: sizes.add,
    depth: placing.depth,
    ...(container === undefined ? {} : { parent: container }),
  });
  placing.edges.push({ id: `${source}→${add.id}`, source, target: add.id, tail: true, insert: add.insert });
}

function writeEdges({ blocks, graph }: BranchBox, { source, place, edges, measures }: Placing): void {
  const insertAt = (insert: InsertPlace) => (measures.reading ? {} : { insert: { ...place, ...insert } });
  for (const { name } of blocks) {
    const before = graph.predecessors.get(name) ?? [];
    if (before.length === 0)
      edges.push({
        id: `${source}→${name}`,
        source,
        target: name,
        tail: false,
        ...insertAt({ before: name }),
      });
    for (const { from, statuses } of before)
      edges.push({
        id: `${from}→${name}`,
        source: from,
        target: name,
        tail: false,
        statuses,
        ...insertAt({ after: from, before: name }),
      });
  }
}
