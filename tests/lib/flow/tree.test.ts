// Walking a definition: branches, order, names, what comes before.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkActionName, toActionName, uniqueActionName } from '@/lib/flow/action-name';
import { builtInActions, builtInTriggers, findBuiltInAction, isRunnableType } from '@/lib/flow/built-in';
import type { ActionDefinition, FlowDefinition } from '@/lib/flow/definition';
import { readGraph } from '@/lib/flow/graph';
import { findAction, listActions, listInnerNames, listTriggers, readBranches } from '@/lib/flow/tree';
import { listUpstream, relationOf } from '@/lib/flow/upstream';
import { anyFlow, compose, makeFlow, onSuccess } from '../../support/flows';

const nested = makeFlow({
  Switch: {
    type: 'Switch',
    expression: '@x()',
    cases: { One: { case: 1, actions: { A: compose(1) } } },
    default: { actions: { B: compose(1) } },
    runAfter: onSuccess('First'),
  },
  First: { type: 'foreach', foreach: '@x()', actions: { C: compose(1) } },
});

describe('the tree of a flow', () => {
  it('lists actions depth first in run order, with where they stand', () => {
    expect(
      listActions(nested.definition).map((each) => [each.name, each.container.join(' > '), each.pointer]),
    ).toEqual([
      ['First', '', '/actions/First'],
      ['C', 'First', '/actions/First/actions/C'],
      ['Switch', '', '/actions/Switch'],
      ['A', 'Switch', '/actions/Switch/cases/One/actions/A'],
      ['B', 'Switch', '/actions/Switch/default/actions/B'],
    ]);
  });

  it.each<[string, ActionDefinition, [string, string][]]>([
    [
      'a condition without a No branch',
      { type: 'If', actions: {} },
      [
        ['/actions', 'Yes'],
        ['/else/actions', 'No'],
      ],
    ],
    ['a scope in any case', { type: 'SCOPE' }, [['/actions', '']]],
    ['an agent', { type: 'Agent', tools: { T: { actions: {} } } }, [['/tools/T/actions', '']]],
    ['a type that is not known but holds steps', { type: 'Odd', actions: {} }, [['/actions', '']]],
    ['a step', { type: 'Compose' }, []],
  ])('reads the branches of %s', (name, action, expected) => {
    const labels = readBranches(action).map((branch): [string, string] => [
      branch.at,
      name === 'an agent' ? '' : branch.label,
    ]);
    expect(labels).toEqual(expected);
  });

  it('finds by exact name first, then by any case', () => {
    const flow = makeFlow({ a: compose('small'), A: compose('large') });
    expect(findAction(flow.definition, 'A')?.action.inputs).toBe('large');
    expect(findAction(nested.definition, 'switch')?.name).toBe('Switch');
    expect(findAction(nested.definition, 'none')).toBeUndefined();
  });

  it('survives documents that are not as they should be', () => {
    const odd = JSON.parse(
      '{"triggers":[],"actions":{"A":null,"B":{"type":5},"C":{"type":"If","actions":[],"else":7,"runAfter":[]}}}',
    );
    expect(listActions(odd as FlowDefinition).map((each) => each.name)).toEqual(['B', 'C']);
    expect(listTriggers(odd as FlowDefinition)).toEqual([]);
    expect(listActions(JSON.parse('{}') as FlowDefinition)).toEqual([]);
  });

  it('reads statuses in any case and names ignoring case', () => {
    const graph = readGraph({
      A: compose(1),
      B: { type: 'Compose', runAfter: { a: ['SUCCEEDED', 'timedout', 'Odd'] } },
    });
    expect(graph.predecessors.get('B')).toEqual([
      { from: 'A', to: 'B', statuses: ['Succeeded', 'TimedOut'] },
    ]);
  });

  it('agrees with itself on what comes before', () => {
    fc.assert(
      fc.property(anyFlow, fc.nat(30), ({ definition }, which) => {
        const all = listActions(definition);
        const second = all[which % Math.max(all.length, 1)];
        if (!second) return;
        const before = new Set(listUpstream(definition, second.name));
        for (const first of all)
          expect(relationOf(definition, first, second) === 'before', first.name).toBe(before.has(first.name));
      }),
    );
  });

  it('names what is inside', () => {
    const action = findAction(nested.definition, 'Switch')?.action;
    expect(action && listInnerNames(action)).toEqual(['A', 'B']);
  });
});

describe('names of steps', () => {
  it.each([
    ['List Invoices', 'List_Invoices'],
    ['  Two  words ', 'Two_words'],
    ['a/b?c', 'abc'],
    ['???', 'Step'],
    ['x'.repeat(100), 'x'.repeat(80)],
  ])('%s becomes %s', (label, name) => {
    expect(toActionName(label)).toBe(name);
  });

  it('are made unique over all containers, whatever the case', () => {
    const { definition } = makeFlow({
      S: { type: 'Scope', actions: { LIST: compose(1) } },
      List_2: compose(1),
    });
    expect(uniqueActionName(definition, 'List')).toBe('List_3');
    expect(uniqueActionName(makeFlow({ ['y'.repeat(80)]: compose(1) }).definition, 'y'.repeat(80))).toBe(
      `${'y'.repeat(78)}_2`,
    );
  });

  it('are judged with a sentence', () => {
    const { definition } = makeFlow({ A_b: compose(1) });
    expect(checkActionName(definition, '')).toBe('A step needs a name.');
    expect(checkActionName(definition, 'a%')).toBe('A step name cannot contain “%”.');
    expect(checkActionName(definition, 'a_B')).toBe('Another step is called “A b”.');
    expect(checkActionName(definition, 'a_B', 'A_b')).toBeUndefined();
  });
});

describe('built-in steps', () => {
  it('make what they are found by, and can run', () => {
    for (const entry of builtInActions) {
      expect(findBuiltInAction(entry.make())).toBe(entry);
      expect(isRunnableType(entry.type)).toBe(true);
    }
    expect(builtInTriggers.map((entry) => entry.label)).toEqual([
      'Manually trigger a flow',
      'When an HTTP request is received',
    ]);
    expect([isRunnableType('OpenApiConnection'), isRunnableType('Liquid')]).toEqual([true, false]);
  });
});
