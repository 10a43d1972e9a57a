// Keeps a field and its value equal in both directions; turns pasted template text into tokens.
'use client';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
} from 'lexical';
import { useEffect, useRef } from 'react';
import { asGesture, gestureOf } from './field-tokens';
import { fillRoot, readRoot, setFromOutside, toNodes } from './field-tree';
import type { TypeaheadTarget } from './typeahead-plugin';
import type { Gesture } from './use-set-value';

interface FieldSyncProps {
  text: string;
  onText(text: string, gesture?: Gesture): void;
  multiline: boolean;
  onEditor(editor: LexicalEditor | null): void;
  /** While a token is searched by typing, what is typed is no value yet. */
  typeahead: TypeaheadTarget;
}

export function FieldSyncPlugin({ text, onText, multiline, onEditor, typeahead }: FieldSyncProps) {
  const [editor] = useLexicalComposerContext();
  const last = useRef(text);
  const emit = useRef(onText);
  emit.current = onText;

  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);

  useEffect(() => {
    if (text === last.current) return;
    last.current = text;
    editor.update(() => fillRoot(text), { tag: setFromOutside });
  }, [editor, text]);

  useEffect(() => {
    let held = false;
    const send = (gesture?: Gesture) => {
      held = false;
      const next = editor.getEditorState().read(readRoot);
      if (next === last.current) return;
      last.current = next;
      emit.current(next, gesture);
    };
    const offUpdates = editor.registerUpdateListener(({ tags, dirtyElements, dirtyLeaves }) => {
      if (tags.has(setFromOutside) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
      if (typeahead.isTyping()) held = true;
      else send(tags.has(asGesture) ? gestureOf(editor) : undefined);
    });
    const release = () => {
      if (held) send();
    };
    const offPicker = typeahead.subscribe(() => {
      if (!typeahead.isTyping()) release();
    });
    window.addEventListener('pagehide', release);
    return () => {
      release();
      offUpdates();
      offPicker();
      window.removeEventListener('pagehide', release);
    };
  }, [editor, typeahead]);

  useEffect(() => {
    const offPaste = editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const pasted =
          event instanceof ClipboardEvent ? event.clipboardData?.getData('text/plain') : undefined;
        const selection = $getSelection();
        if (!pasted || !$isRangeSelection(selection)) return false;
        event.preventDefault();
        selection.insertNodes(toNodes(multiline ? pasted : pasted.replaceAll(/\s*\n\s*/g, ' ')));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
    const offEnter = editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (multiline && !event?.ctrlKey && !event?.metaKey) return false;
        event?.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
    return () => {
      offPaste();
      offEnter();
    };
  }, [editor, multiline]);

  return null;
}
