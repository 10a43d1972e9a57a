// Saves the draft of a connector: one save at a time, each naming the revision it began with. A name that is not taken
// holds nothing else back. What is not saved is kept in this browser.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { describeError } from '@/components/ui/describe-error';
import { writeJournal } from './draft-journal';
import { type DraftTexts, type EditorStore, heldNameError, isAllSaved } from './editor-store';

const running = new WeakMap<EditorStore, { sent: DraftTexts; done: Promise<unknown> }>();

/** Keeps what the server does not have yet in this browser, or forgets what was kept. */
export function keepUnsaved(store: EditorStore): void {
  const state = store.getState();
  const { id, revision } = state.stored;
  if (isAllSaved(state)) {
    writeJournal(localStorage, id, undefined);
    return;
  }
  writeJournal(localStorage, id, {
    revision,
    ...state.texts(),
    sending: running.get(store)?.sent,
    brokenText: state.broken?.text,
    typedName: heldNameError(state) === undefined ? undefined : state.name,
  });
}

/** Saves what is unsaved now; resolves to the revision that holds it. Waits for a save that is on its way. */
export function useSaveNow(): (store: EditorStore) => Promise<number> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(trpc.connectors.saveDraft.mutationOptions());
  const listKey = trpc.connectors.list.queryKey();

  return useCallback(
    async function saveNow(store): Promise<number> {
      for (let other = running.get(store); other; other = running.get(store)) {
        await other.done.catch(() => undefined);
      }
      const { stored, save, texts, markSaving, markSaved, markUnsaved, refuseName } = store.getState();
      if (save === 'saved') return stored.revision;
      const sent = texts();
      markSaving();
      const done = mutateAsync({ id: stored.id, revision: stored.revision, ...sent }).finally(() =>
        running.delete(store),
      );
      running.set(store, { sent, done });
      try {
        const { revision } = await done;
        markSaved(revision, sent);
        if (isAllSaved(store.getState())) writeJournal(localStorage, stored.id, undefined);
        void queries.invalidateQueries({ queryKey: listKey });
        return revision;
      } catch (error) {
        const { message, code, field } = describeError(error);
        if (field === 'name' && sent.name !== stored.name) {
          refuseName(sent.name, message);
          return saveNow(store);
        }
        markUnsaved(code === 'STALE_EDIT' ? 'stale' : 'unsaved', message);
        throw error;
      }
    },
    [mutateAsync, queries, listKey],
  );
}
