// `/` in a field opens the picker; what is typed after it filters, the arrows and Enter choose, Escape gives up.
'use client';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND } from 'lexical';
import { useEffect, useRef } from 'react';
import { $textBeforeCaret, typedSearch } from './field-tokens';

export type PickerKey = 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight' | 'Enter' | 'Tab' | 'Escape';

/** The picker as the field sees it. */
export interface TypeaheadTarget {
  isTyping(): boolean;
  open(query: string): void;
  openExpression(): void;
  openSearch(): void;
  setQuery(query: string): void;
  close(): void;
  /** Tells when the picker opens or closes. */
  subscribe(listener: () => void): () => void;
  /** True when the picker used the key. */
  onKey(key: PickerKey, shift: boolean): boolean;
}

const pickerKeys: readonly string[] = ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'];

export function TypeaheadPlugin({ target }: { target: TypeaheadTarget }) {
  const [editor] = useLexicalComposerContext();
  const targetRef = useRef(target);
  targetRef.current = target;
  const slash = useRef(false);

  useEffect(() => {
    const offKeys = editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const picker = targetRef.current;
        slash.current = event.key === '/' && !event.ctrlKey && !event.metaKey;
        if ((event.ctrlKey || event.metaKey) && event.key === ' ') {
          event.preventDefault();
          picker.openSearch();
          return true;
        }
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'e') {
          event.preventDefault();
          picker.openExpression();
          return true;
        }
        if (!picker.isTyping() || !pickerKeys.includes(event.key)) return false;
        if (!picker.onKey(event.key as PickerKey, event.shiftKey)) return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
    const offUpdates = editor.registerUpdateListener(({ editorState }) => {
      const picker = targetRef.current;
      const typing = picker.isTyping();
      if (!typing && !slash.current) return;
      const found = editorState.read($textBeforeCaret);
      const match = found ? typedSearch.exec(found.before) : null;
      if (match && typing) picker.setQuery(match[1] ?? '');
      else if (match && slash.current) picker.open(match[1] ?? '');
      else if (typing) picker.close();
      slash.current = false;
    });
    return () => {
      offKeys();
      offUpdates();
    };
  }, [editor]);

  return null;
}
