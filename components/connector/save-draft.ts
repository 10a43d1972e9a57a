// Saves the draft of a connector: one save at a time, each naming the revision it began with.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { describeError } from '@/components/ui/describe-error';
import { writeJournal } from './draft-journal';
import type { DraftTexts, EditorStore } from './editor-store';

const running = new WeakMap<EditorStore, { sent: DraftTexts; done: Promise<unknown> }>();

/** What is on its way to the server now. */
export function textsBeingSent(store: EditorStore): DraftTexts | undefined {
  return running.get(store)?.sent;
}

/** Saves what is unsaved now; resolves to the revision that holds it. Waits for a save that is on its way. */
export function useSaveNow(): (store: EditorStore) => Promise<number> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(trpc.connectors.saveDraft.mutationOptions());
  const listKey = trpc.connectors.list.queryKey();

  return useCallback(
    async (store) => {
      await running.get(store)?.done.catch(() => undefined);
      const { stored, save, texts, markSaving, markSaved, markUnsaved } = store.getState();
      if (save === 'saved') return stored.revision;
      const sent = texts();
      markSaving();
      const done = mutateAsync({ id: stored.id, revision: stored.revision, ...sent });
      running.set(store, { sent, done });
      try {
        const { revision } = await done;
        markSaved(revision, sent);
        if (!store.getState().broken) writeJournal(localStorage, stored.id, undefined);
        void queries.invalidateQueries({ queryKey: listKey });
        return revision;
      } catch (error) {
        const { message, code } = describeError(error);
        markUnsaved(code === 'STALE_EDIT' ? 'stale' : 'unsaved', message);
        throw error;
      } finally {
        running.delete(store);
      }
    },
    [mutateAsync, queries, listKey],
  );
}
