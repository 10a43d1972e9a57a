// A step or trigger that somebody wrote without a type was passed over everywhere: it vanished from the canvas and from
// the checker, runs left it out without a word, and an edit beside it moved it to the end of its branch.
import { expect, test } from 'vitest';
import type { ActionDefinition } from '@/lib/flow/definition';
import { layoutFlow } from '@/lib/flow/layout';
import { listActions, listTriggers } from '@/lib/flow/tree';
import { runFlow } from '../lib/engine/run-flow';
import { applyEdits, compose, makeFlow, onSuccess } from '../support/flows';

const bare = { inputs: 'x', runAfter: onSuccess('First') } as unknown as ActionDefinition;
const odd = { type: 5, runAfter: {} } as unknown as ActionDefinition;
const flow = () =>
  makeFlow({
    First: compose(1),
    Bare: bare,
    Last: compose(2, 'Bare'),
    Group: { type: 'Scope', actions: { Odd: odd } },
  });

test('A step without a type is there, with an empty type', () => {
  const { definition } = flow();
  expect(listActions(definition).map(({ name, action }) => [name, action.type])).toEqual([
    ['First', 'Compose'],
    ['Bare', ''],
    ['Last', 'Compose'],
    ['Group', 'Scope'],
    ['Odd', ''],
  ]);
  const shown = layoutFlow(definition, { collapsed: new Set() }).nodes.map((node) => node.name);
  expect(shown).toContain('Bare');
});

test('So is a trigger without a type', () => {
  const { definition } = flow();
  const triggers = { manual: { kind: 'Button' } as unknown as ActionDefinition };
  expect(listTriggers({ ...definition, triggers })).toMatchObject([
    { name: 'manual', trigger: { type: '' } },
  ]);
});

test('An edit beside it leaves it as it is written, where it stands', () => {
  const edited = applyEdits(
    flow(),
    { type: 'add-action', label: 'New', action: { type: 'Compose' }, place: { after: 'Last' } },
    { type: 'set-value', action: 'First', path: ['inputs'], value: 2 },
    { type: 'rename-action', action: 'First', name: 'Start' },
  ).definition;
  expect(Object.keys(edited.actions)).toEqual(['Start', 'Bare', 'Last', 'New', 'Group']);
  expect(edited.actions.Bare).not.toHaveProperty('type', '');
  expect(edited.actions.Group?.actions).toEqual({ Odd: odd });
});

test('A run that reaches it fails there', () => {
  const run = runFlow(flow());
  expect(run.records.Bare).toMatchObject({ status: 'Failed', code: 'ActionTypeNotSupported' });
  expect(run.records.Last?.status).toBe('Skipped');
  expect(run.records.Group?.status).toBe('Failed');
});
