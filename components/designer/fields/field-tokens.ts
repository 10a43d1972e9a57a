// Tokens put into a field: at once, or at first provisionally, while a person is asked what is meant.
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { setFromOutside } from './field-tree';
import { $createTokenNode, $isTokenNode, type TokenNode } from './token-node';
import type { Gesture } from './use-set-value';

/** `/inv` at the caret: a request for a token with what it is searched by. */
export const typedSearch = /(?:^|[\s(,;])\/([^/\n]{0,60})$/;

/** The text of the caret's node up to the caret. */
export function $textBeforeCaret(): { before: string; offset: number } | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return undefined;
  return { before: node.getTextContent().slice(0, selection.anchor.offset), offset: selection.anchor.offset };
}

/** Puts a node at the caret in place of the `length` characters before it. */
export function $insertAtCaret(node: LexicalNode, length: number) {
  if (!$isRangeSelection($getSelection())) $getRoot().selectEnd();
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const text = selection.anchor.getNode();
  if (length > 0 && $isTextNode(text)) text.spliceText(selection.anchor.offset - length, length, '', true);
  const now = $getSelection();
  if ($isRangeSelection(now)) now.insertNodes([node]);
}

function $lengthOfSearch(): number {
  const match = typedSearch.exec($textBeforeCaret()?.before ?? '');
  return match ? (match[1] ?? '').length + 1 : 0;
}

/** Puts a token at the caret, in place of the `/…` that asked for it; focus goes back to the field. */
export function insertToken(editor: LexicalEditor, expression: string, replaceTyped: boolean) {
  editor.update(() => $insertAtCaret($createTokenNode(expression), replaceTyped ? $lengthOfSearch() : 0), {
    discrete: true,
  });
  editor.focus();
}

/** What the pill of a token shows that is not decided yet. */
export interface PendingToken {
  /** Expression of its source, for the tile. */
  source: string;
  label: string;
}

/** Puts a provisional pill at the caret. It is not part of the field's text. */
export function insertPending(editor: LexicalEditor, { source, label }: PendingToken, replaceTyped: boolean) {
  editor.update(
    () => $insertAtCaret($createTokenNode(source, { pending: label }), replaceTyped ? $lengthOfSearch() : 0),
    { discrete: true, tag: setFromOutside },
  );
}

function $findPending(): TokenNode | undefined {
  const search = (node: LexicalNode): TokenNode | undefined => {
    if ($isTokenNode(node)) return node.isPending() ? node : undefined;
    if (!$isElementNode(node)) return undefined;
    for (const child of node.getChildren()) {
      const found = search(child);
      if (found) return found;
    }
    return undefined;
  };
  return search($getRoot());
}

/** The provisional pill becomes a token, as one undo step with what has to be done for it. */
export function decidePending(editor: LexicalEditor, expression: string, gesture: Gesture) {
  updateAsGesture(editor, gesture, () => {
    const node = $findPending()?.replace($createTokenNode(expression));
    node?.selectNext();
  });
  editor.focus();
}

/** Takes the provisional pill away again. */
export function removePending(editor: LexicalEditor) {
  editor.update(() => $findPending()?.remove(), { discrete: true, tag: setFromOutside });
  editor.focus();
}

/** Marks updates that are undo steps of their own. */
export const asGesture = 'as-gesture';
const gestures = new WeakMap<LexicalEditor, Gesture>();

/** Changes a field so that its owner learns of it as one named step. */
export function updateAsGesture(editor: LexicalEditor, gesture: Gesture, change: () => void) {
  gestures.set(editor, gesture);
  editor.update(change, { discrete: true, tag: asGesture });
}

/** The gesture of the update that is being handled. */
export function gestureOf(editor: LexicalEditor): Gesture | undefined {
  return gestures.get(editor);
}
