// The column layout: sizes, rows, containers, places to add at, stability, speed.
import { describe, expect, it } from 'vitest';
import type { ActionDefinition, FlowDefinition } from '@/lib/flow/definition';
import { type Layout, layoutFlow } from '@/lib/flow/layout';

const none: ReadonlySet<string> = new Set();
const compose = (...after: string[]): ActionDefinition => ({
  type: 'Compose',
  inputs: 1,
  runAfter: Object.fromEntries(after.map((name) => [name, ['Succeeded']])),
});
const flow = (actions: Record<string, ActionDefinition>): FlowDefinition => ({
  triggers: { manual: { type: 'Request', kind: 'Button' } },
  actions,
});
const nodeOf = (layout: Layout, id: string) => {
  const node = layout.nodes.find((each) => each.id === id);
  if (!node) throw new Error(`no node ${id}`);
  return node;
};

/** Nodes of the same parent never cover each other. */
function overlaps(layout: Layout): string[] {
  const found: string[] = [];
  const solid = layout.nodes.filter((node) => node.kind !== 'branch');
  for (const [index, a] of solid.entries())
    for (const b of solid.slice(index + 1)) {
      if (a.parent !== b.parent) continue;
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      if (!apart) found.push(`${a.id} and ${b.id}`);
    }
  return found;
}

describe('the layout of a flow', () => {
  it('puts a chain into one column, 96 px from card to card while editing', () => {
    const layout = layoutFlow(flow({ A: compose(), B: compose('A') }), { collapsed: none });
    expect(nodeOf(layout, '#trigger')).toMatchObject({ x: -132, y: 0, width: 264, height: 56 });
    expect(nodeOf(layout, 'A')).toMatchObject({ x: -132, y: 96, width: 264, height: 56 });
    expect(nodeOf(layout, 'B')).toMatchObject({ x: -132, y: 192 });
    expect(nodeOf(layout, '+B')).toMatchObject({ kind: 'add', insert: { branch: '/actions', after: 'B' } });
  });

  it('is tighter, with a strip on each card and nothing to add at, in a run', () => {
    const layout = layoutFlow(flow({ A: compose(), B: compose('A') }), { collapsed: none, running: true });
    expect(nodeOf(layout, 'A')).toMatchObject({ y: 110, height: 82 });
    expect(nodeOf(layout, 'B')).toMatchObject({ y: 220 });
    expect(layout.nodes.some((node) => node.kind === 'add')).toBe(false);
    expect(layout.edges.every((edge) => edge.insert === undefined)).toBe(true);
  });

  it('puts parallel branches side by side and a join below both', () => {
    const layout = layoutFlow(
      flow({ A: compose(), B: compose('A'), C: compose('A'), D: compose('C'), J: compose('B', 'D') }),
      { collapsed: none },
    );
    expect(nodeOf(layout, 'B').y).toBe(nodeOf(layout, 'C').y);
    expect(nodeOf(layout, 'B').x).toBeLessThan(nodeOf(layout, 'C').x);
    expect(nodeOf(layout, 'J').y).toBeGreaterThan(nodeOf(layout, 'D').y + 56);
    expect(nodeOf(layout, 'J').x).toBe(nodeOf(layout, 'A').x);
    expect(overlaps(layout)).toEqual([]);
    expect(layout.edges.filter((edge) => edge.target === 'J').map((edge) => edge.insert)).toEqual([
      { branch: '/actions', after: 'B', before: 'J' },
      { branch: '/actions', after: 'D', before: 'J' },
    ]);
  });

  it('draws a condition with a Yes and a No column, each with its place to add at', () => {
    const layout = layoutFlow(
      flow({ Check: { type: 'If', expression: '@true', actions: { A: compose() } } }),
      {
        collapsed: none,
      },
    );
    const [yes, no] = layout.nodes.filter((node) => node.kind === 'branch');
    expect([yes?.label, no?.label]).toEqual(['Yes', 'No']);
    expect(nodeOf(layout, 'A')).toMatchObject({ parent: 'Check', depth: 1 });
    const added = layout.nodes.filter((node) => node.kind === 'add').map((node) => node.insert);
    expect(added).toContainEqual({ container: 'Check', branch: '/else/actions' });
    expect(added).toContainEqual({ container: 'Check', branch: '/actions', after: 'A' });
    expect(layout.edges).toContainEqual(
      expect.objectContaining({
        source: 'Check#/actions',
        target: 'A',
        insert: { container: 'Check', branch: '/actions', before: 'A' },
      }),
    );
    const box = nodeOf(layout, 'Check');
    const inner = nodeOf(layout, '+A');
    expect(inner.y + inner.height).toBeLessThanOrEqual(box.y + box.height);
  });

  it('shows a folded container as a card that counts its steps', () => {
    const scope: ActionDefinition = { type: 'Scope', actions: { A: compose(), B: compose('A') } };
    const layout = layoutFlow(flow({ Scope: scope }), { collapsed: new Set(['Scope']) });
    expect(nodeOf(layout, 'Scope')).toMatchObject({ kind: 'card', collapsed: true, inside: 2, width: 264 });
    expect(layout.nodes.some((node) => node.id === 'A')).toBe(false);
  });

  it('offers a place to add below a trigger without steps, and a place for a missing trigger', () => {
    const layout = layoutFlow({ triggers: {}, actions: {} }, { collapsed: none });
    expect(layout.nodes.map((node) => [node.id, node.kind])).toEqual([
      ['#trigger', 'trigger'],
      ['+', 'add'],
    ]);
  });

  it('keeps the objects of nodes that did not move', () => {
    const before = layoutFlow(flow({ A: compose(), B: compose('A') }), { collapsed: none });
    const after = layoutFlow(
      flow({ A: compose(), B: compose('A'), C: compose('B') }),
      { collapsed: none },
      before,
    );
    expect(nodeOf(after, 'A')).toBe(nodeOf(before, 'A'));
    expect(after.edges.find((edge) => edge.id === 'A→B')).toBe(
      before.edges.find((edge) => edge.id === 'A→B'),
    );
  });

  it('survives a cycle and unknown names', () => {
    const layout = layoutFlow(flow({ A: compose('B'), B: compose('A'), C: compose('Nowhere') }), {
      collapsed: none,
    });
    expect(
      layout.nodes
        .filter((node) => node.kind === 'card')
        .map((node) => node.id)
        .sort(),
    ).toEqual(['A', 'B', 'C']);
  });

  it('never lets cards cover each other in a thousand-step flow with containers and parallel branches', () => {
    const actions: Record<string, ActionDefinition> = {};
    for (let index = 0; index < 100; index += 1) {
      const after = index === 0 ? [] : [`S${index - 1}`];
      const inner: Record<string, ActionDefinition> = {};
      for (let step = 0; step < 9; step += 1)
        inner[`A${index}_${step}`] = compose(...(step === 0 ? [] : [`A${index}_${Math.floor(step / 2)}`]));
      actions[`S${index}`] = { ...compose(...after), type: 'Scope', actions: inner };
    }
    const definition = flow(actions);
    const start = performance.now();
    const layout = layoutFlow(definition, { collapsed: none });
    console.log(`layout of 1,000 cards: ${(performance.now() - start).toFixed(1)} ms`);
    expect(overlaps(layout)).toEqual([]);
  });
});
