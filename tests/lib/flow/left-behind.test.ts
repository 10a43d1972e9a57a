// Which steps a deletion leaves with broken references.
import { expect, test } from 'vitest';
import { removeAction } from '@/lib/flow/edits/remove-action';
import { listLeftBehind } from '@/lib/flow/left-behind';
import { compose, makeFlow } from '../../support/flows';

const variable = (name: string) => ({
  type: 'InitializeVariable',
  inputs: { variables: [{ name, type: 'string' }] },
});

test('A deleted step leaves behind those that read it, in run order, and not those that were broken before', () => {
  const flow = makeFlow({
    A: compose(1),
    B: compose("@outputs('A')", 'A'),
    Broken: compose("@outputs('Never')", 'B'),
    Inside: {
      type: 'Scope',
      actions: { C: compose("@{outputs('a')}") },
      runAfter: { Broken: ['Succeeded'] },
    },
    Free: compose(2, 'Inside'),
  });
  const after = removeAction(flow, { type: 'remove-action', action: 'A' }).flow;
  expect(listLeftBehind(flow.definition, after.definition)).toEqual(['B', 'C']);
});

test('A deleted variable leaves behind those that read or change it', () => {
  const flow = makeFlow({
    Make: variable('total'),
    Read: compose("@variables('total')", 'Make'),
    Set: { type: 'SetVariable', inputs: { name: 'total', value: '2' }, runAfter: { Read: ['Succeeded'] } },
  });
  const after = removeAction(flow, { type: 'remove-action', action: 'Make' }).flow;
  expect(listLeftBehind(flow.definition, after.definition)).toEqual(['Read', 'Set']);
});
