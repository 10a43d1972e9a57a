// Ctrl C, X and V for the selected step, where neither a field nor marked text is meant.
'use client';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { chooseConnection } from '../palette/choose-connection';
import { copyStep, cutStep, pasteText } from '../store/clipboard';
import { useDesignerContext } from '../store/designer-context';
import { focusCard } from './use-canvas-keys';

/** Whether the keys were pressed for the canvas: on it, or where nothing has the focus. */
function isMeant({ target, defaultPrevented }: ClipboardEvent, frame: HTMLElement | null): boolean {
  if (defaultPrevented || !(target instanceof Element) || !frame) return false;
  return frame.contains(target) || target === document.body;
}

export function useClipboard(frame: RefObject<HTMLElement | null>) {
  const trpc = useTRPC();
  const { store, palette } = useDesignerContext();
  const connections = useQuery(trpc.connections.list.queryOptions({})).data;
  const choose = useRef((_apiId: string): string | undefined => undefined);
  choose.current = (apiId) => {
    const connector = palette.byApiId.get(apiId.toLowerCase());
    const { connectionReferences: references } = store.getState().flow;
    return connector && chooseConnection(connector, { references, connections: connections ?? [] });
  };

  useEffect(() => {
    const take = (event: ClipboardEvent, make: typeof copyStep) => {
      const { selected, readOnly } = store.getState();
      const marked = window.getSelection()?.isCollapsed === false;
      if (!isMeant(event, frame.current) || marked || selected === undefined || readOnly) return;
      const text = make(store, selected);
      if (text === undefined) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
    };
    const onCopy = (event: ClipboardEvent) => take(event, copyStep);
    const onCut = (event: ClipboardEvent) => take(event, cutStep);
    const onPaste = (event: ClipboardEvent) => {
      if (!isMeant(event, frame.current) || store.getState().readOnly) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const result = pasteText(store, text, (apiId) => choose.current(apiId));
      if (!result) return;
      event.preventDefault();
      if (result.ok && result.select !== undefined) focusCard(frame.current, result.select);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [frame, store]);
}
