// The state of an open flow: edits, selection, undo.
import { describe, expect, it } from 'vitest';
import { createDesignerStore } from '@/components/designer/store/designer-store';
import type { Flow } from '@/lib/flow/definition';

const text = `{
    "triggers": { "manual": { "type": "Request", "kind": "Button" } },
    "actions": {},
    "x-note":   "kept as it stands"
}`;

function open() {
  const flow: Flow = { definition: JSON.parse(text), connectionReferences: {}, origin: 'flowright' };
  return createDesignerStore({ flow, definitionText: text, revision: 1, at: 10 });
}

const compose = {
  type: 'add-action',
  label: 'Compose',
  action: { type: 'Compose', inputs: '' },
  place: {},
} as const;

describe('the store of an open flow', () => {
  it('changes nothing in the text before the first edit', () => {
    expect(open().getState().toText()).toBe(text);
  });

  it('rewrites only what an edit touched', () => {
    const store = open();
    store.getState().apply(compose);
    const after = store.getState().toText();
    expect(JSON.parse(after).actions.Compose.type).toBe('Compose');
    expect(after).toContain('"x-note":   "kept as it stands"');
  });

  it('selects the step that was added and counts the change', () => {
    const store = open();
    store.getState().apply(compose);
    expect(store.getState()).toMatchObject({ selected: 'Compose', changes: 1 });
  });

  it('undoes and redoes under the name of the edit', () => {
    const store = open();
    store.getState().apply(compose);
    expect(store.getState().undo()).toBe('Add Compose');
    expect(Object.keys(store.getState().flow.definition.actions)).toEqual([]);
    expect(store.getState().selected).toBeUndefined();
    expect(store.getState().redo()).toBe('Add Compose');
    expect(Object.keys(store.getState().flow.definition.actions)).toEqual(['Compose']);
  });

  it('says why an edit is refused and stays as it was', () => {
    const store = open();
    const before = store.getState().flow;
    const result = store.getState().apply({ type: 'remove-action', action: 'Nothing' });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ message: 'This step is no longer in the flow.' }],
    });
    expect(store.getState().flow).toBe(before);
  });

  it('keeps counting changes that were made while a store was under way', () => {
    const store = open();
    store.getState().apply(compose);
    const { flow, toText } = store.getState();
    const sent = toText();
    store.getState().apply(compose);
    const answer = { revision: 2, savedAt: 20, edited: true };
    store.getState().markStored({ text: sent, flow, answer, changes: 1 });
    expect(store.getState()).toMatchObject({ revision: 2, changes: 1, save: { state: 'saved', at: 20 } });
    expect(JSON.parse(store.getState().toText()).actions).toHaveProperty('Compose_2');
  });

  it('knows whether the stored draft is what is live', () => {
    const store = open();
    expect(store.getState()).toMatchObject({ version: 0, edited: true });
    store.getState().markPublished(1);
    expect(store.getState()).toMatchObject({ version: 1, edited: false });
    store.getState().apply(compose);
    const { flow } = store.getState();
    const answer = { revision: 2, savedAt: 20, edited: true };
    store.getState().markStored({ text, flow, answer, changes: 0 });
    expect(store.getState()).toMatchObject({ version: 1, edited: true, changes: 0 });
  });

  it('counts errors and warnings by step', () => {
    const store = open();
    const at = { at: '', group: 'parameter', message: '', code: 'X' } as const;
    store.getState().setProblems([
      { ...at, severity: 'error', action: 'A' },
      { ...at, severity: 'warning', action: 'A' },
      { ...at, severity: 'hint', action: 'A' },
      { ...at, severity: 'error', trigger: 'manual' },
    ]);
    expect(store.getState().findings.get('A')).toEqual({ errors: 1, warnings: 1 });
    expect(store.getState().findings.get('manual')).toEqual({ errors: 1, warnings: 0 });
  });

  it('forgets a request for the focus when another step is selected', () => {
    const store = open();
    store.getState().apply(compose);
    store.getState().requestFocus();
    store.getState().select('Compose');
    expect(store.getState().focusRequest).toBeDefined();
    store.getState().select('manual');
    expect(store.getState().focusRequest).toBeUndefined();
  });

  it('asks for the name of the very step, and selects it', () => {
    const store = open();
    store.getState().apply(compose);
    store.getState().requestRename('manual');
    expect(store.getState()).toMatchObject({ selected: 'manual', renameRequest: 'manual' });
  });
});
