// What a window does with a draft that it did not store itself.
import { expect, test } from 'vitest';
import { createDesignerStore } from '@/components/designer/store/designer-store';
import { followServer, keepMine, takeTheirs } from '@/components/designer/store/follow-server';
import type { LoadedDraft } from '@/components/designer/store/save-state';
import type { Edit } from '@/lib/flow/edits/edit';
import { compose, makeFlow } from '../../support/flows';

function draft(inputs: number, revision: number, more: Partial<LoadedDraft> = {}): LoadedDraft {
  const flow = makeFlow({ A: compose(inputs) });
  const definitionText = JSON.stringify(flow.definition);
  return { flow, definitionText, revision, at: 1, version: 3, edited: false, ...more };
}

const edit: Edit = { type: 'set-value', action: 'A', path: ['inputs'], value: 9 };
const inputsOf = (store: ReturnType<typeof createDesignerStore>) =>
  store.getState().flow.definition.actions.A?.inputs;

test('A newer draft is taken over where nothing is unsaved, and can be taken back', () => {
  const store = createDesignerStore(draft(1, 1));
  expect(followServer(store, draft(2, 4, { edited: true, version: 5 }))).toBe(true);
  expect(inputsOf(store)).toBe(2);
  expect(store.getState()).toMatchObject({ revision: 4, changes: 0, edited: true, version: 5 });
  store.getState().undo();
  expect(inputsOf(store)).toBe(1);
  expect(store.getState().changes).toBe(1);
});

test('Nothing that was typed here gives way, and an older answer changes nothing', () => {
  const store = createDesignerStore(draft(1, 3));
  expect(followServer(store, draft(2, 2))).toBe(false);
  store.getState().apply(edit);
  expect(followServer(store, draft(2, 4))).toBe(false);
  expect(inputsOf(store)).toBe(9);
  expect(store.getState().revision).toBe(3);
});

test('A version that another window made live is known, though the draft is the same', () => {
  const store = createDesignerStore(draft(1, 3, { edited: true, version: 1 }));
  expect(followServer(store, draft(1, 3, { edited: false, version: 2 }))).toBe(false);
  expect(store.getState()).toMatchObject({ edited: false, version: 2 });
});

test('Either side of a conflict comes back by Undo', () => {
  const mine = createDesignerStore(draft(1, 1));
  mine.getState().apply(edit);
  keepMine(mine, draft(2, 4));
  expect(inputsOf(mine)).toBe(9);
  expect(mine.getState()).toMatchObject({ revision: 4, changes: 1 });
  expect(mine.getState().undo()).toBe('Keep my version');
  expect(inputsOf(mine)).toBe(2);

  const theirs = createDesignerStore(draft(1, 1));
  theirs.getState().apply(edit);
  takeTheirs(theirs, draft(2, 4));
  expect(inputsOf(theirs)).toBe(2);
  expect(theirs.getState().changes).toBe(0);
  theirs.getState().undo();
  expect(inputsOf(theirs)).toBe(9);
});
