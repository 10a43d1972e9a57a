// `/` in a field opens the picker; what is typed after it filters, the arrows and Enter choose, Escape gives up.
'use client';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useRef } from 'react';
import { readRoot, setFromOutside } from './field-tree';
import { $createTokenNode } from './token-node';

export type PickerKey = 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight' | 'Enter' | 'Tab' | 'Escape';

/** The picker as the field sees it. */
export interface TypeaheadTarget {
  isTyping(): boolean;
  open(query: string): void;
  openExpression(): void;
  openSearch(): void;
  setQuery(query: string): void;
  close(): void;
  /** True when the picker used the key. */
  onKey(key: PickerKey, shift: boolean): boolean;
}

const typed = /(?:^|[\s(,;])\/([^/\n]{0,60})$/;
const pickerKeys: readonly string[] = ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'];

function textBeforeCaret(): { before: string; offset: number } | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return undefined;
  return { before: node.getTextContent().slice(0, selection.anchor.offset), offset: selection.anchor.offset };
}

function $insertToken(expression: string, replaceTyped: boolean) {
  if (!$isRangeSelection($getSelection())) $getRoot().selectEnd();
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const match = replaceTyped ? typed.exec(textBeforeCaret()?.before ?? '') : null;
  const node = selection.anchor.getNode();
  if (match && $isTextNode(node)) {
    const length = (match[1] ?? '').length + 1;
    node.spliceText(selection.anchor.offset - length, length, '', true);
  }
  const now = $getSelection();
  if ($isRangeSelection(now)) now.insertNodes([$createTokenNode(expression)]);
}

/** Puts a token at the caret, in place of the `/…` that asked for it; focus goes back to the field. */
export function insertToken(editor: LexicalEditor, expression: string, replaceTyped: boolean) {
  editor.update(() => $insertToken(expression, replaceTyped), { onUpdate: () => editor.focus() });
}

/** The same, without telling the field's owner: the text it would have, for an edit that does more than set it. */
export function insertTokenQuietly(editor: LexicalEditor, expression: string, replaceTyped: boolean): string {
  editor.update(() => $insertToken(expression, replaceTyped), { discrete: true, tag: setFromOutside });
  return editor.read(readRoot);
}

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
      const found = editorState.read(textBeforeCaret);
      const match = found ? typed.exec(found.before) : null;
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
