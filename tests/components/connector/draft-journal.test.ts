// Edits of a connector that a browser keeps until they are stored.
import { describe, expect, it } from 'vitest';
import { type Journal, readJournal, writeJournal } from '@/components/connector/store/draft-journal';
import { createEditorStore } from '@/components/connector/store/editor-store';
import { memoryStorage } from '../memory-storage';
import { definitionText, propertiesText, storedConnector } from './stored-connector';

const edited = definitionText.replace('All of them', 'Edited');
const work = (change: Partial<Journal> = {}): Journal => ({
  revision: 3,
  definitionText: edited,
  propertiesText,
  name: 'Orders',
  ...change,
});

function reopened(journal: Journal, stored = storedConnector()) {
  const store = memoryStorage();
  writeJournal(store, 'c1', journal);
  return readJournal(store, stored);
}

describe('work that was not saved before a reload', () => {
  it('comes back as unsaved', () => {
    const kept = reopened(work());
    expect(kept?.save).toBe('unsaved');
    const store = createEditorStore(storedConnector());
    if (kept) store.getState().restore(kept.work, kept.save);
    expect(store.getState().texts().definitionText).toBe(edited);
    expect(store.getState()).toMatchObject({ save: 'unsaved', past: [] });
    expect(store.getState().stored.definitionText).toBe(definitionText);
  });

  it('is forgotten when the server has it', () => {
    expect(reopened(work(), storedConnector({ revision: 4, definitionText: edited }))).toBeUndefined();
  });

  it('goes on when the save under way at the reload arrived', () => {
    const sending = { definitionText: edited, propertiesText, name: 'Orders' };
    const more = work({ definitionText: edited.replace('Edited', 'Edited more'), sending });
    expect(reopened(more, storedConnector({ revision: 4, definitionText: edited }))?.save).toBe('unsaved');
  });

  it('is stale when another window saved something else', () => {
    const theirs = storedConnector({
      revision: 4,
      definitionText: definitionText.replace('Orders', 'Theirs'),
    });
    expect(reopened(work(), theirs)?.save).toBe('stale');
  });

  it('brings a text back that does not read, beside the valid draft', () => {
    const kept = reopened(work({ definitionText, brokenText: '{ "swagger"' }));
    expect(kept?.save).toBe('saved');
    const store = createEditorStore(storedConnector());
    if (kept) store.getState().restore(kept.work, kept.save);
    expect(store.getState().broken?.text).toBe('{ "swagger"');
    expect(store.getState().connector?.title).toBe('Orders');
  });

  it('brings back a name that was not taken, to be tried once more', () => {
    const kept = reopened(work({ definitionText, typedName: 'Taken' }));
    const store = createEditorStore(storedConnector());
    if (kept) store.getState().restore(kept.work, kept.save);
    expect(store.getState()).toMatchObject({ name: 'Taken', save: 'unsaved' });
    expect(store.getState().texts().definitionText).toBe(definitionText);
  });

  it('is nothing when nothing, or nonsense, was kept', () => {
    const store = memoryStorage();
    expect(readJournal(store, storedConnector())).toBeUndefined();
    store.setItem('flowright:connector:c1', '{{');
    expect(readJournal(store, storedConnector())).toBeUndefined();
    writeJournal(store, 'c1', work());
    writeJournal(store, 'c1', undefined);
    expect(readJournal(store, storedConnector())).toBeUndefined();
  });

  it('is lost quietly where the browser has no room', () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(() => writeJournal(full, 'c1', work())).not.toThrow();
  });
});
