// When a draft is stored, and what happens when it cannot be.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAutosave } from '@/components/designer/store/autosave';
import { createDesignerStore } from '@/components/designer/store/designer-store';
import type { Journal, JournalEntry } from '@/components/designer/store/journal';
import type { Flow } from '@/lib/flow/definition';

const text = '{"triggers":{"manual":{"type":"Request","kind":"Button"}},"actions":{}}';
const edit = { type: 'add-action', label: 'Compose', action: { type: 'Compose' }, place: {} } as const;

function setUp(send: () => Promise<{ revision: number; savedAt: number }>) {
  const flow: Flow = { definition: JSON.parse(text), connectionReferences: {}, origin: 'flowright' };
  const store = createDesignerStore({ flow, definitionText: text, revision: 1, at: undefined });
  let kept: JournalEntry | undefined;
  const journal: Journal = {
    read: () => kept,
    write: (entry) => {
      kept = entry;
    },
    clear: () => {
      kept = undefined;
    },
  };
  const autosave = startAutosave({
    store,
    journal,
    send,
    isStale: (error) => error instanceof Error && error.message === 'stale',
  });
  return { store, journal, autosave };
}

describe('autosave', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('stores an edit within a second and then keeps nothing in the journal', async () => {
    const send = vi.fn(async () => ({ revision: 2, savedAt: 99 }));
    const { store, journal } = setUp(send);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(200);
    expect(journal.read()?.changes).toBe(1);
    await vi.advanceTimersByTimeAsync(800);
    expect(send).toHaveBeenCalledOnce();
    expect(store.getState()).toMatchObject({ revision: 2, changes: 0, save: { state: 'saved', at: 99 } });
    expect(journal.read()).toBeUndefined();
  });

  it('keeps the changes when the server is away, and stores them when it is back', async () => {
    const send = vi
      .fn<() => Promise<{ revision: number; savedAt: number }>>()
      .mockRejectedValueOnce(new Error('failed to fetch'))
      .mockResolvedValue({ revision: 2, savedAt: 1 });
    const { store, journal } = setUp(send);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getState()).toMatchObject({ changes: 1, save: { state: 'failed' } });
    expect(journal.read()?.changes).toBe(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(store.getState()).toMatchObject({ changes: 0, save: { state: 'saved' } });
  });

  it('stops storing when another window stored first', async () => {
    const send = vi.fn(async () => Promise.reject(new Error('stale')));
    const { store, journal } = setUp(send);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledOnce();
    expect(store.getState().save.state).toBe('stale');
    expect(journal.read()?.changes).toBe(1);
  });

  it('sends one request at a time, with the newest revision', async () => {
    const sent: number[] = [];
    let finish: (() => void) | undefined;
    const send = (draft: { revision: number }) => {
      sent.push(draft.revision);
      return new Promise<{ revision: number; savedAt: number }>((resolve) => {
        finish = () => resolve({ revision: draft.revision + 1, savedAt: 1 });
      });
    };
    const { store } = setUp(send as () => Promise<{ revision: number; savedAt: number }>);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(700);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([1]);
    finish?.();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([1, 2]);
  });
});
