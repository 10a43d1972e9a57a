// Which operation is shown. The store decides, since a URL follows with a delay; the URL only makes links reproduce the screen.
'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { useEditor, useEditorStore } from '../store/editor-context';

/** The chosen operationId (at first the one the URL names), and the way to choose another. */
export function useSelectedOperation(): [string | undefined, (id: string) => void] {
  const store = useEditorStore();
  const inUrl = useSearchParams().get('operation') ?? undefined;
  const selected = useEditor((state) => state.selected) ?? inUrl;
  const select = useCallback(
    (id: string) => {
      store.getState().select(id);
      window.history.replaceState(null, '', `?operation=${encodeURIComponent(id)}`);
    },
    [store],
  );
  return [selected, select];
}
