// Whether the draft is kept: saved, saving, not saved (with Retry), or changed in another window.
'use client';
import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '@/components/shell/trpc';
import { notifyError } from '@/components/ui/toast';
import { clockText } from '@/components/ui/units';
import { useEditor, useEditorStore } from '../store/editor-context';
import { heldNameError } from '../store/editor-store';
import { useSaveNow } from '../store/save-draft';

const link = 'font-semibold text-accent hover:underline';

export function SaveChip() {
  const store = useEditorStore();
  const save = useEditor((state) => state.save);
  const savedAt = useEditor((state) => state.savedAt);
  const message = useEditor((state) => state.saveMessage);
  const id = useEditor((state) => state.stored.id);
  const heldName = useEditor(heldNameError);
  const saveNow = useSaveNow();
  const trpc = useTRPC();
  const queries = useQueryClient();

  const takeTheirs = async () => {
    try {
      const theirs = await queries.fetchQuery({ ...trpc.connectors.get.queryOptions({ id }), staleTime: 0 });
      store.getState().reload(theirs);
    } catch (error) {
      notifyError(error);
    }
  };
  const keepMine = async () => {
    try {
      const theirs = await queries.fetchQuery({ ...trpc.connectors.get.queryOptions({ id }), staleTime: 0 });
      store.setState({ stored: { ...store.getState().stored, revision: theirs.revision }, save: 'unsaved' });
      await saveNow(store);
    } catch (error) {
      notifyError(error);
    }
  };

  if (save === 'stale') {
    return (
      <span role="alert" className="flex items-center gap-2 text-warn">
        This connector was changed in another window.
        <button type="button" className={link} onClick={() => void takeTheirs()}>
          Take theirs
        </button>
        <button type="button" className={link} onClick={() => void keepMine()}>
          Keep mine
        </button>
      </span>
    );
  }
  if (save === 'unsaved' && message) {
    return (
      <span role="alert" className="flex min-w-0 items-center gap-2 text-err" title={message}>
        <span className="min-w-0 truncate">Not saved, kept in this browser: {message}</span>
        <button type="button" className={link} onClick={() => void saveNow(store).catch(() => undefined)}>
          Retry
        </button>
      </span>
    );
  }
  if (save !== 'saved') return <span>Saving…</span>;
  if (heldName) {
    return (
      <span className="flex items-center gap-2" title={heldName}>
        All but the name is saved.
        <Link className={link} href={`/connectors/${id}/edit/general`}>
          Change the name
        </Link>
      </span>
    );
  }
  return <span>{savedAt ? `Saved ${clockText(savedAt, false)}` : 'Saved'}</span>;
}
