// What a person does in one go, and what the notices about it may take back.
import { expect, test } from 'vitest';
import { copyStep, cutStep, pasteText } from '@/components/designer/store/clipboard';
import { createDesignerStore, type DesignerStore } from '@/components/designer/store/designer-store';
import { planMove, wasJustAdded } from '@/components/designer/store/gestures';
import type { Flow } from '@/lib/flow/definition';
import { compose, makeFlow } from '../../support/flows';

const apiId = '/providers/Microsoft.PowerApps/apis/shared_contoso';

function open(flow: Flow, selected?: string): DesignerStore {
  const definitionText = JSON.stringify(flow.definition);
  return createDesignerStore({ flow, definitionText, revision: 1, at: 1, selected });
}

const add = { type: 'add-action', label: 'New', action: { type: 'Compose' }, place: {} } as const;
const names = (store: DesignerStore) => Object.keys(store.getState().flow.definition.actions);
const none = () => undefined;

test('A step was just added until anything else is done', () => {
  const store = open(makeFlow({ Old: compose(1) }));
  expect(wasJustAdded(store.getState(), 'Old')).toBe(false);
  store.getState().apply(add);
  expect(wasJustAdded(store.getState(), 'New')).toBe(true);
  expect(wasJustAdded(store.getState(), 'Old')).toBe(false);
  store.getState().apply({ type: 'set-value', action: 'New', path: ['inputs'], value: 'typed' });
  expect(wasJustAdded(store.getState(), 'New')).toBe(false);
});

test('A move is an edit, or the reason why there is none', () => {
  const store = open(makeFlow({ A: compose(1), B: compose("@outputs('A')", 'A'), C: compose(2, 'B') }));
  expect(planMove(store.getState(), 'A', 'up')).toEqual({ reason: 'This step is the first here.' });
  expect(planMove(store.getState(), 'A', 'down')).toEqual({
    reason: '“B” uses “A”, which has to come before it.',
  });
  expect(planMove(store.getState(), 'C', 'up')).toMatchObject({
    edit: { place: { after: 'A', before: 'B' } },
  });
});

test('What this window copied comes back with its secrets and its connection; another text does not', () => {
  const http = { type: 'Http', inputs: { uri: 'https://a.example', headers: { 'x-api-key': 'k1' } } };
  const call = {
    type: 'OpenApiConnection',
    inputs: { host: { apiId, connectionName: 'slot', operationId: 'L' } },
  };
  const store = open(
    makeFlow(
      { Group: { type: 'Scope', actions: { Http: http, List: call } } },
      {
        connectionReferences: { slot: { apiId, connectionId: 'c1' } },
      },
    ),
    'Group',
  );
  const text = cutStep(store, 'Group') ?? '';
  expect(text).not.toContain('k1');
  expect(names(store)).toEqual([]);
  expect(store.getState().flow.connectionReferences).toEqual({});
  expect(pasteText(store, text, none)?.ok).toBe(true);
  expect(JSON.stringify(store.getState().flow)).toContain('"x-api-key":"k1"');
  expect(Object.values(store.getState().flow.connectionReferences)).toEqual([{ apiId, connectionId: 'c1' }]);

  const elsewhere = open(makeFlow({}));
  pasteText(elsewhere, `${text} `, () => 'c2');
  expect(JSON.stringify(elsewhere.getState().flow)).not.toContain('k1');
  expect(Object.values(elsewhere.getState().flow.connectionReferences)).toEqual([
    { apiId, connectionId: 'c2' },
  ]);
});

test('Neither a trigger nor an ordinary text takes part', () => {
  const store = open(makeFlow({ A: compose(1) }));
  expect(copyStep(store, 'manual')).toBeUndefined();
  expect(pasteText(store, 'hello', none)).toBeUndefined();
  expect(names(store)).toEqual(['A']);
});
