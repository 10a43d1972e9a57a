// Which changes of a connector are one step of undo.
import { describe, expect, it, vi } from 'vitest';
import { createEditorStore } from '@/components/connector/store/editor-store';
import { changeUndoably, ownStep } from '@/components/connector/store/undoable';
import { storedConnector } from './stored-connector';

const told: { text: string; run: (() => void) | undefined }[] = [];
vi.mock('@/components/ui/toast', () => ({
  notify: (text: string, options?: { action: { run: () => void } }) =>
    told.push({ text, run: options?.action.run }),
}));

const remove = [{ op: 'remove' as const, at: '/paths/~1orders/get/parameters/0' }];
const count = (store: ReturnType<typeof createEditorStore>) =>
  store.getState().connector?.operations[0]?.parameters.length;

describe('a change told with Undo', () => {
  it('is taken back by it', () => {
    const store = createEditorStore(storedConnector());
    changeUndoably(store, { changes: remove, told: 'Deleted limit.' });
    expect(count(store)).toBe(0);
    const last = told.at(-1);
    expect(last?.text).toBe('Deleted limit.');
    last?.run?.();
    expect(count(store)).toBe(1);
  });

  it('does not take back something later in its place', () => {
    const store = createEditorStore(storedConnector());
    changeUndoably(store, { changes: remove, told: 'Deleted limit.' });
    const { run } = told.at(-1) ?? {};
    store.getState().rename('Other');
    run?.();
    expect(store.getState().name).toBe('Other');
    expect(told.at(-1)?.text).toBe('Something was changed since then. Undo that first, in the menu.');
  });

  it('is not told when it was refused', () => {
    const store = createEditorStore(storedConnector());
    store.getState().setText('{');
    const before = told.length;
    changeUndoably(store, { changes: remove, told: 'Deleted limit.' });
    expect(told.length).toBe(before);
  });

  it('never shares a step with another', () => {
    expect(ownStep('a')).not.toBe(ownStep('a'));
  });
});
