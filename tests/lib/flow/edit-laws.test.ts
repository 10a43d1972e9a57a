// Laws that every edit keeps, on any flow: undo gives back the very flow, `runAfter` stays valid, what was asked for happened.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '@/lib/flow/apply-edit';
import type { Flow } from '@/lib/flow/definition';
import type { Edit } from '@/lib/flow/edits/edit';
import { readGraph } from '@/lib/flow/graph';
import { emptyHistory, recordEdit, redo, undo } from '@/lib/flow/history';
import { type Layout, layoutFlow } from '@/lib/flow/layout';
import { may } from '@/lib/flow/may';
import { flowText, newFlowText } from '@/lib/flow/text';
import { listActions, readBranches, rootActions } from '@/lib/flow/tree';
import { anyFlow } from '../../support/flows';

const layoutOf = (flow: Flow): Layout => layoutFlow(flow.definition, { collapsed: new Set() });

/** Faults of `runAfter` anywhere in the flow, in words. */
function faultsOf(flow: Flow): string[] {
  const faults: string[] = [];
  const visit = (actions: ReturnType<typeof rootActions>) => {
    const graph = readGraph(actions);
    faults.push(...graph.unknown.map((each) => `${each.action} after ${each.key}`));
    faults.push(...graph.cyclic.map((name) => `${name} in a circle`));
    for (const [name, edges] of graph.predecessors)
      for (const edge of edges)
        if (edge.statuses.length === 0) faults.push(`${name} never after ${edge.from}`);
    for (const action of Object.values(actions))
      for (const branch of readBranches(action)) visit(branch.actions);
  };
  visit(rootActions(flow.definition));
  const names = listActions(flow.definition).map((each) => each.name.toLowerCase());
  if (new Set(names).size < names.length) faults.push('a name stands twice');
  return faults;
}

/** Any edit that makes sense to try on a flow, out of three random numbers. */
function anEdit(flow: Flow, [kind, which, where]: readonly [number, number, number]): Edit {
  const actions = listActions(flow.definition);
  const name = actions[which % Math.max(actions.length, 1)]?.name ?? 'None';
  const inserts = layoutOf(flow).edges.flatMap((edge) => edge.insert ?? []);
  const place = inserts[where % inserts.length] ?? {};
  const edits: Edit[] = [
    { type: 'add-action', label: 'New step', action: { type: 'Compose', inputs: 1 }, place },
    {
      type: 'add-action',
      label: 'New step',
      action: { type: 'Scope', actions: {} },
      place: { ...place, parallel: true },
    },
    { type: 'remove-action', action: name },
    { type: 'rename-action', action: name, name: `It's ${where}` },
    { type: 'move-action', action: name, place },
    { type: 'duplicate-action', action: name },
    {
      type: 'wrap-action',
      action: name,
      label: 'For each',
      container: { type: 'Foreach', foreach: '@x()', actions: {} },
    },
    { type: 'set-value', action: name, path: ['inputs', 'a', 'b'], value: where },
    { type: 'set-run-after', action: name, runAfter: {} },
    { type: 'set-note', step: name, text: 'A note' },
  ];
  return edits[kind % edits.length] ?? { type: 'remove-action', action: name };
}

const moves = fc.array(fc.tuple(fc.nat(9), fc.nat(40), fc.nat(60)), { minLength: 1, maxLength: 8 });

describe('edits', () => {
  it('keep runAfter valid and names unique, and undo and redo exactly', () => {
    fc.assert(
      fc.property(anyFlow, moves, (start, list) => {
        let flow = start;
        let history = emptyHistory;
        const states = [flow];
        for (const [index, move] of list.entries()) {
          const edit = anEdit(flow, move);
          const result = applyEdit(flow, edit);
          expect(result.ok).toBe(may(flow, edit) === true);
          if (!result.ok) continue;
          expect(faultsOf(result.flow)).toEqual([]);
          const before = flow;
          flow = result.flow;
          const recorded = recordEdit(history, { edit, before, after: flow, at: index * 10_000 });
          if (recorded !== history) states.push(flow);
          history = recorded;
        }
        for (const expected of states.slice(0, -1).reverse()) {
          const step = undo(history, flow);
          if (!step) throw new Error('nothing to undo');
          history = step.history;
          flow = step.flow;
          expect(flow).toBe(expected);
        }
        expect(undo(history, flow)).toBeUndefined();
        for (const expected of states.slice(1)) {
          const step = redo(history);
          if (!step) throw new Error('nothing to redo');
          history = step.history;
          flow = step.flow;
          expect(flow).toBe(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('share every step they do not touch', () => {
    fc.assert(
      fc.property(anyFlow, fc.nat(40), (flow, which) => {
        const edit = anEdit(flow, [7, which, 1]);
        const result = applyEdit(flow, edit);
        if (!result.ok || edit.type !== 'set-value') return;
        const touched = listActions(result.flow.definition).find((each) => each.name === edit.action);
        const around = new Set([edit.action, ...(touched?.container ?? [])]);
        const before = new Map(listActions(flow.definition).map((each) => [each.name, each.action]));
        for (const { name, action } of listActions(result.flow.definition))
          if (!around.has(name)) expect(action).toBe(before.get(name));
      }),
    );
  });

  it('change only their own part of the text, and none gives the text back', () => {
    fc.assert(
      fc.property(anyFlow, moves, (start, list) => {
        const text = newFlowText(start.definition).replaceAll('": ', '" :  ');
        let flow = start;
        for (const move of list) {
          const result = applyEdit(flow, anEdit(flow, move));
          if (result.ok) flow = result.flow;
        }
        const changed = flowText(text, start.definition, flow.definition);
        expect(JSON.parse(changed)).toEqual(flow.definition);
        expect(flowText(changed, flow.definition, start.definition).length).toBeGreaterThan(0);
        expect(flowText(text, start.definition, structuredClone(start.definition))).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('lay out without cards on top of each other, whatever the flow', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const solid = layoutOf(flow).nodes.filter((node) => node.kind !== 'branch');
        for (const [index, a] of solid.entries())
          for (const b of solid.slice(index + 1)) {
            if (a.parent !== b.parent) continue;
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apart, `${a.id} and ${b.id}`).toBe(true);
          }
      }),
    );
  });
});
