// An expression written by hand becomes a token: `@{…}` when its brace is closed, `@name(…)` when the field is left.
// Undo gives the text back, and text that Undo gave back stays text.
'use client';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot, BLUR_COMMAND, COMMAND_PRIORITY_LOW, type EditorState } from 'lexical';
import { useEffect } from 'react';
import { readTypedBraces, readTypedCall } from '@/lib/token/typed-expression';
import { $insertAtCaret, $textBeforeCaret, updateAsGesture } from './field-tokens';
import { fillRoot, setFromOutside } from './field-tree';
import { $createTokenNode } from './token-node';

const gesture = { name: 'Make a token of the expression', edits: [] };

function textOf(state: EditorState): string {
  return state.read(() => $getRoot().getTextContent());
}

export function ExpressionPlugin() {
  const [editor] = useLexicalComposerContext();

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, prevEditorState, tags, dirtyLeaves }) => {
        if (tags.has(setFromOutside) || dirtyLeaves.size === 0) return;
        const before = editorState.read($textBeforeCaret)?.before;
        const typed = before === undefined ? undefined : readTypedBraces(before);
        // Deleting behind a brace is not closing it.
        if (!typed || textOf(editorState).length <= textOf(prevEditorState).length) return;
        updateAsGesture(editor, gesture, () =>
          $insertAtCaret($createTokenNode(typed.expression), typed.length),
        );
      }),
    [editor],
  );

  useEffect(() => {
    let changed = false;
    const offUpdates = editor.registerUpdateListener(({ tags, dirtyLeaves }) => {
      if (dirtyLeaves.size > 0) changed = !tags.has(setFromOutside);
    });
    const offBlur = editor.registerCommand(
      BLUR_COMMAND,
      () => {
        const typed = changed ? readTypedCall(textOf(editor.getEditorState())) : undefined;
        changed = false;
        if (typed !== undefined) updateAsGesture(editor, gesture, () => fillRoot(`@${typed}`));
        return false;
      },
      COMMAND_PRIORITY_LOW,
    );
    return () => {
      offUpdates();
      offBlur();
    };
  }, [editor]);

  return null;
}
