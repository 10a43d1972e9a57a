// When a draft is stored, and what happens when it cannot be.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AutosaveOptions, type DraftToStore, startAutosave } from '@/components/designer/store/autosave';
import { createDesignerStore } from '@/components/designer/store/designer-store';
import { bringIn, takeTheirs } from '@/components/designer/store/follow-server';
import { createJournal } from '@/components/designer/store/journal';
import type { LoadedDraft, StoredAnswer } from '@/components/designer/store/save-state';
import type { Flow } from '@/lib/flow/definition';
import { memoryStorage } from '../memory-storage';

const text = '{"triggers":{"manual":{"type":"Request","kind":"Button"}},"actions":{}}';
const edit = { type: 'add-action', label: 'Compose', action: { type: 'Compose' }, place: {} } as const;
const stored = (revision: number): StoredAnswer => ({ revision, savedAt: 99, edited: true });

/** As the client of the API throws what the server answered. */
function answered(code: string, message = code) {
  return Object.assign(new Error(message), { data: { appError: { code } } });
}
const silence = new Error('failed to fetch');

function draftOf(definitionText: string, revision: number): LoadedDraft {
  const flow: Flow = {
    definition: JSON.parse(definitionText),
    connectionReferences: {},
    origin: 'flowright',
  };
  return { flow, definitionText, revision, at: 99 };
}

function setUp(send: AutosaveOptions['send'], more: Partial<AutosaveOptions> = {}) {
  const store = createDesignerStore({ ...draftOf(text, 1), at: undefined });
  const journal = createJournal({ userId: 'u', flowId: 'f', windowId: 'w' }, memoryStorage());
  const other = draftOf(text.replace('{}}', '{"Other":{"type":"Compose"}}}'), 5);
  const fetchStored = () => Promise.resolve(other);
  const autosave = startAutosave({ store, journal, send, fetchStored, ...more });
  return { store, journal, autosave };
}

beforeEach(() => {
  vi.useFakeTimers();
  const [addEventListener, removeEventListener] = [() => undefined, () => undefined];
  vi.stubGlobal('window', { addEventListener, removeEventListener, location: { pathname: '/' } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('autosave', () => {
  it('stores an edit within a second and then keeps nothing in the journal', async () => {
    const send = vi.fn(async () => stored(2));
    const { store, journal } = setUp(send);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(200);
    expect(journal.read()?.changes).toBe(1);
    await vi.advanceTimersByTimeAsync(800);
    expect(send).toHaveBeenCalledOnce();
    expect(store.getState()).toMatchObject({ revision: 2, changes: 0, save: { state: 'saved', at: 99 } });
    expect(journal.read()).toBeUndefined();
  });

  it('sends one request at a time, with the newest revision', async () => {
    const sent: number[] = [];
    let finish: (() => void) | undefined;
    const { store } = setUp((draft) => {
      sent.push(draft.revision);
      return new Promise((resolve) => {
        finish = () => resolve(stored(draft.revision + 1));
      });
    });
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(700);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([1]);
    finish?.();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([1, 2]);
  });

  it('has nothing to store where the draft is again what was sent', async () => {
    let finish: (() => void) | undefined;
    const send = vi.fn(
      () =>
        new Promise<StoredAnswer>((resolve) => {
          finish = () => resolve(stored(2));
        }),
    );
    const { store, journal } = setUp(send);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(700);
    store.getState().apply(edit);
    store.getState().undo();
    finish?.();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(send).toHaveBeenCalledOnce();
    expect(store.getState()).toMatchObject({ changes: 0, save: { state: 'saved' } });
    expect(journal.read()).toBeUndefined();
  });
});

describe('a draft that is not stored', () => {
  it('is kept while the server is away, and stored when it is back', async () => {
    const send = vi.fn<AutosaveOptions['send']>().mockRejectedValueOnce(silence).mockResolvedValue(stored(2));
    const { store, journal } = setUp(send);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getState()).toMatchObject({
      changes: 1,
      save: { state: 'failed', problem: { answered: false } },
    });
    expect(journal.read()?.changes).toBe(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(store.getState()).toMatchObject({ changes: 0, save: { state: 'saved' } });
    expect(store.getState().save.problem).toBeUndefined();
  });

  it.each(['NOT_FOUND', 'TOO_LARGE', 'FORBIDDEN', 'INVALID_INPUT'])(
    'is sent once where the answer is %s, says why, and is sent again after the next edit',
    async (code) => {
      const send = vi
        .fn<AutosaveOptions['send']>()
        .mockRejectedValueOnce(answered(code, 'A definition may have up to 5 MB.'))
        .mockResolvedValue(stored(2));
      const { store, journal } = setUp(send);
      store.getState().apply(edit);
      await vi.advanceTimersByTimeAsync(120_000);
      expect(send).toHaveBeenCalledOnce();
      expect(store.getState().save).toMatchObject({
        state: 'refused',
        problem: { code, message: 'A definition may have up to 5 MB.' },
      });
      expect(journal.read()?.changes).toBe(1);
      store.getState().apply(edit);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(store.getState()).toMatchObject({ changes: 0, save: { state: 'saved' } });
    },
  );

  it('is tried again where the answer may change by itself', async () => {
    const send = vi
      .fn<AutosaveOptions['send']>()
      .mockRejectedValueOnce(answered('INTERNAL'))
      .mockResolvedValue(stored(2));
    const { store } = setUp(send);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(store.getState()).toMatchObject({ changes: 0, save: { state: 'saved' } });
  });
});

describe('a draft that somebody else stored first', () => {
  it('is not sent again', async () => {
    const send = vi.fn(async () => Promise.reject(answered('STALE_EDIT')));
    const { store, journal } = setUp(send);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledOnce();
    expect(store.getState().save.state).toBe('stale');
    expect(journal.read()?.changes).toBe(1);
  });

  it('leaves the journal when the other version is taken, and comes back by Undo', async () => {
    const send = vi.fn(async () => Promise.reject(answered('STALE_EDIT')));
    const { store, journal } = setUp(send);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(1_000);
    takeTheirs(store, draftOf(text.replace('{}}', '{"Other":{"type":"Compose"}}}'), 5));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(journal.read()).toBeUndefined();
    expect(Object.keys(store.getState().flow.definition.actions)).toEqual(['Other']);
    expect(store.getState().undo()).toBe('Take the other version');
    expect(Object.keys(store.getState().flow.definition.actions)).toEqual(['Compose']);
    expect(store.getState()).toMatchObject({ revision: 5, changes: 1 });
  });
});

describe('a draft that was stored without an answer', () => {
  /** A server that keeps what it gets; the first answer is lost on its way. */
  function losing() {
    let kept = draftOf(text, 1);
    let lost = false;
    return {
      fetchStored: async () => kept,
      async send({ revision, definitionText }: DraftToStore) {
        if (revision !== kept.revision) throw answered('STALE_EDIT');
        kept = draftOf(definitionText, revision + 1);
        if (lost) return stored(kept.revision);
        lost = true;
        throw silence;
      },
      names: () => Object.keys(kept.flow.definition.actions),
    };
  }

  it('is recognised as this window’s own, and what was typed since is stored on it', async () => {
    const server = losing();
    const { store, journal } = setUp(server.send, server);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getState().save.state).toBe('failed');
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(store.getState()).toMatchObject({ changes: 0, revision: 3, save: { state: 'saved' } });
    expect(server.names()).toHaveLength(2);
    expect(journal.read()).toBeUndefined();
  });

  it('is recognised after a reload too', async () => {
    const server = losing();
    const before = setUp(server.send, server);
    before.store.getState().apply(edit);
    await before.autosave.flush();
    before.autosave.stop();
    const maybeStored = before.store.getState().flow;
    const after = setUp(server.send, { ...server, maybeStored: [maybeStored] });
    bringIn(after.store, maybeStored, 'Bring back unsaved changes');
    after.store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(after.store.getState()).toMatchObject({ changes: 0, revision: 3, save: { state: 'saved' } });
    expect(server.names()).toHaveLength(2);
  });

  it('is recognised where the very request came to the server twice', async () => {
    let kept = draftOf(text, 1);
    const { store } = setUp(
      async ({ revision, definitionText }) => {
        kept = draftOf(definitionText, revision + 1);
        throw answered('STALE_EDIT');
      },
      { fetchStored: async () => kept },
    );
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getState()).toMatchObject({ changes: 0, revision: 2, save: { state: 'saved' } });
  });

  it('stands in the journal beside what was typed since', async () => {
    const { store, journal } = setUp(() => new Promise(() => undefined));
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(700);
    store.getState().apply(edit);
    await vi.advanceTimersByTimeAsync(200);
    const kept = journal.read();
    expect(Object.keys(JSON.parse(kept?.definitionText ?? '').actions)).toHaveLength(2);
    expect(kept?.sent.map((each) => Object.keys(JSON.parse(each.definitionText).actions).length)).toEqual([
      1,
    ]);
  });
});
