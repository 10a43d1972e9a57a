// Edits of a flow that a browser keeps until they are stored.
import { describe, expect, it } from 'vitest';
import { createJournal, type JournalEntry } from '@/components/designer/store/journal';

function memory(full = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (full) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}

const entry: JournalEntry = { revision: 3, definitionText: '{}', referencesText: '{}', changes: 2, at: 5 };

describe('the journal of unsaved changes', () => {
  it('gives back what was written, per flow', () => {
    const storage = memory();
    createJournal('a', storage).write(entry);
    expect(createJournal('a', storage).read()).toEqual(entry);
    expect(createJournal('b', storage).read()).toBeUndefined();
  });

  it('forgets after it was cleared', () => {
    const journal = createJournal('a', memory());
    journal.write(entry);
    journal.clear();
    expect(journal.read()).toBeUndefined();
  });

  it('reads nothing from a text it did not write', () => {
    const storage = memory();
    storage.setItem('flowright.draft.a', '{"revision":"3"}');
    expect(createJournal('a', storage).read()).toBeUndefined();
    storage.setItem('flowright.draft.a', '{broken');
    expect(createJournal('a', storage).read()).toBeUndefined();
  });

  it('does not stop an edit when the storage is full', () => {
    expect(() => createJournal('a', memory(true)).write(entry)).not.toThrow();
  });
});
