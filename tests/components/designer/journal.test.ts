// Edits of a flow that a browser keeps until they are stored.
import { describe, expect, it } from 'vitest';
import { createJournal, type JournalEntry } from '@/components/designer/store/journal';
import { memoryStorage } from '../memory-storage';

const entry: JournalEntry = {
  revision: 3,
  definitionText: '{}',
  referencesText: '{}',
  sent: [{ definitionText: '[]', referencesText: '{}' }],
  changes: 2,
  at: 5,
};
const owner = { userId: 'ada', flowId: 'a', windowId: 'w1' };
const none = () => false;

describe('the journal of unsaved changes', () => {
  it('gives back what was written, per person, flow and window', () => {
    const storage = memoryStorage();
    createJournal(owner, storage).write(entry);
    expect(createJournal(owner, storage).read()).toEqual(entry);
    for (const other of [{ userId: 'bob' }, { flowId: 'b' }, { windowId: 'w2' }])
      expect(createJournal({ ...owner, ...other }, storage).read()).toBeUndefined();
  });

  it('forgets after it was cleared', () => {
    const journal = createJournal(owner, memoryStorage());
    journal.write(entry);
    journal.clear();
    expect(journal.read()).toBeUndefined();
  });

  it('keeps what was put aside apart from what is typed next, until it is forgotten', () => {
    const journal = createJournal(owner, memoryStorage());
    journal.write(entry);
    journal.putAside();
    expect(journal.read()).toBeUndefined();
    journal.write({ ...entry, at: 9 });
    journal.clear();
    const [left, ...more] = journal.listLeftovers(none);
    expect(left?.entry).toEqual(entry);
    expect(more).toEqual([]);
    journal.forget(left?.key ?? '');
    expect(journal.listLeftovers(none)).toEqual([]);
  });

  it('offers what windows kept that are closed, the latest first, and nothing of other people or flows', () => {
    const storage = memoryStorage();
    for (const [change, at] of [
      [{ windowId: 'closed' }, 1],
      [{ windowId: 'closed-later' }, 2],
      [{ windowId: 'open' }, 3],
      [{ userId: 'bob', windowId: 'w9' }, 4],
      [{ flowId: 'b', windowId: 'w9' }, 5],
      [{}, 6],
    ] as const)
      createJournal({ ...owner, ...change }, storage).write({ ...entry, at });
    const left = createJournal(owner, storage).listLeftovers((id) => id === 'open');
    expect(left.map((each) => each.entry.at)).toEqual([2, 1]);
  });

  it('reads nothing from a text it did not write', () => {
    const storage = memoryStorage();
    storage.setItem('flowright.draft.ada.a.w1', '{"revision":"3"}');
    expect(createJournal(owner, storage).read()).toBeUndefined();
    storage.setItem('flowright.draft.ada.a.w1', '{broken');
    expect(createJournal(owner, storage).read()).toBeUndefined();
  });

  it('does not stop an edit when the storage is full', () => {
    const full = memoryStorage();
    full.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    expect(() => createJournal(owner, full).write(entry)).not.toThrow();
  });
});
