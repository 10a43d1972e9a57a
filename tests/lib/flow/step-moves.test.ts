// Moving a step by one, with keys or the menu: where it goes, and why it sometimes cannot.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '@/lib/flow/apply-edit';
import type { Flow } from '@/lib/flow/definition';
import type { MoveAction } from '@/lib/flow/edits/edit';
import { readGraph } from '@/lib/flow/graph';
import { may } from '@/lib/flow/may';
import { findMove, type MoveDirection } from '@/lib/flow/step-moves';
import { findAction, listActions, rootActions } from '@/lib/flow/tree';
import { anyFlow, applyEdits, compose, makeFlow } from '../../support/flows';

function moveEdit(flow: Flow, action: string, direction: MoveDirection): MoveAction | string {
  const target = findMove(flow.definition, action, direction);
  return 'reason' in target ? target.reason : { type: 'move-action', action, place: target.place };
}

/** The flow after a move, or why there is none. */
function move(flow: Flow, action: string, direction: MoveDirection): Flow | string {
  const edit = moveEdit(flow, action, direction);
  if (typeof edit === 'string') return edit;
  const result = applyEdit(flow, edit);
  return result.ok ? result.flow : (result.problems[0]?.message ?? '');
}

const order = (flow: Flow | string) =>
  typeof flow === 'string' ? flow : readGraph(rootActions(flow.definition)).order.join(' ');

const chain = () => makeFlow({ A: compose(1), B: compose(2, 'A'), C: compose(3, 'B'), D: compose(4, 'C') });

describe('a step of a chain', () => {
  it.each<[string, MoveDirection, string]>([
    ['A', 'up', 'This step is the first here.'],
    ['B', 'up', 'B A C D'],
    ['C', 'up', 'A C B D'],
    ['D', 'up', 'A B D C'],
    ['A', 'down', 'B A C D'],
    ['C', 'down', 'A B D C'],
    ['D', 'down', 'This step is the last here.'],
    ['B', 'in', '“C”, which comes next, holds no steps.'],
    ['B', 'out', 'This step is not inside another one.'],
    ['None', 'up', 'This step is no longer in the flow.'],
  ])('%s goes %s: %s', (name, direction, expected) => {
    expect(order(move(chain(), name, direction))).toBe(expected);
  });

  it('comes back to its place by the opposite move', () => {
    for (const name of ['B', 'C', 'D']) {
      const up = move(chain(), name, 'up');
      expect(order(typeof up === 'string' ? up : move(up, name, 'down'))).toBe('A B C D');
    }
  });
});

describe('a step that something depends on', () => {
  it('does not leave those behind who read it, and says who they are', () => {
    const flow = makeFlow({ Get_it: compose(1), Send_it: compose("@outputs('Get_it')", 'Get_it') });
    const reason = '“Send it” uses “Get it”, which has to come before it.';
    expect(move(flow, 'Get_it', 'down')).toBe(reason);
    expect(move(flow, 'Send_it', 'up')).toBe(reason);
  });

  it('does not leave its loop, nor a variable that it changes', () => {
    const flow = makeFlow({
      Make: { type: 'InitializeVariable', inputs: { variables: [{ name: 'n', type: 'integer' }] } },
      Set: { type: 'SetVariable', inputs: { name: 'n', value: 1 }, runAfter: { Make: ['Succeeded'] } },
      Loop: {
        type: 'Foreach',
        foreach: '@createArray(1)',
        actions: { In: compose("@items('Loop')") },
        runAfter: { Set: ['Succeeded'] },
      },
    });
    expect(move(flow, 'Make', 'down')).toMatch(/^“Set” would break there\. The variable n is made later/);
    expect(move(flow, 'In', 'out')).toMatch(/^“In” would break there\. This uses the current item of Loop/);
  });

  it('moves where what it reads was missing before', () => {
    const flow = makeFlow({ A: compose(1), B: compose("@outputs('Nowhere')", 'A') });
    expect(order(move(flow, 'B', 'up'))).toBe('B A');
  });

  it('stays with its failure handler', () => {
    const flow = makeFlow({
      A: compose(1),
      Bad: { type: 'Compose', inputs: 1, runAfter: { A: ['Failed'] } },
    });
    expect(move(flow, 'A', 'down')).toBe('“Bad” runs only when this step does not succeed.');
    expect(move(flow, 'Bad', 'up')).toBe('This step runs only when “A” does not succeed.');
  });

  it('is dragged where branches part or join', () => {
    const flow = makeFlow({
      A: compose(1),
      Left: compose(2, 'A'),
      Right: compose(3, 'A'),
      Join: compose(4, 'Left', 'Right'),
      Last: compose(5, 'Join'),
    });
    expect(move(flow, 'A', 'down')).toBe('Several steps run after this one. Drag it to its new place.');
    expect(move(flow, 'Join', 'up')).toBe('This step runs after several steps. Drag it to its new place.');
    expect(move(flow, 'Last', 'up')).toBe('“Join” runs after several steps. Drag this one to its new place.');
  });
});

describe('a step beside a container', () => {
  const group = () =>
    makeFlow({
      A: compose(1),
      Group: { type: 'Scope', runAfter: { A: ['Succeeded'] }, actions: { In: compose(2) } },
      Z: compose(3, 'Group'),
    });

  it('goes in at its start, and out behind it', () => {
    const into = applyEdits(group(), moveEdit(group(), 'A', 'in') as MoveAction);
    expect(findAction(into.definition, 'A')?.container).toEqual(['Group']);
    expect(findAction(into.definition, 'In')?.action.runAfter).toEqual({ A: ['Succeeded'] });
    const out = applyEdits(into, moveEdit(into, 'A', 'out') as MoveAction);
    expect(order(out)).toBe('Group A Z');
  });
});

it('A step moved by one leaves an order that can run, whatever the flow', () => {
  const directions: MoveDirection[] = ['up', 'down', 'in', 'out'];
  fc.assert(
    fc.property(anyFlow, fc.nat(40), fc.nat(3), (flow, which, way) => {
      const actions = listActions(flow.definition);
      const name = actions[which % Math.max(1, actions.length)]?.name ?? 'None';
      const edit = moveEdit(flow, name, directions[way] ?? 'up');
      if (typeof edit === 'string' || may(flow, edit) !== true) return;
      const after = applyEdits(flow, edit);
      expect(listActions(after.definition)).toHaveLength(actions.length);
      const graph = readGraph(rootActions(after.definition));
      expect(graph.cyclic).toEqual([]);
      expect(graph.unknown).toEqual([]);
      if (directions[way] === 'up' || directions[way] === 'down')
        expect(after.definition).not.toEqual(flow.definition);
    }),
  );
});
