// Text with tokens in it (Lexical). The value is the template text; each token is an expression in it.
'use client';
import { AutoFocusPlugin } from '@lexical/react/LexicalAutoFocusPlugin';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { PlainTextPlugin } from '@lexical/react/LexicalPlainTextPlugin';
import type { LexicalEditor } from 'lexical';
import { useMemo, useRef } from 'react';
import { ExpressionPlugin } from './expression-plugin';
import { FieldSyncPlugin } from './field-sync-plugin';
import { fillRoot } from './field-tree';
import { TokenNode } from './token-node';
import { TypeaheadPlugin, type TypeaheadTarget } from './typeahead-plugin';
import type { Gesture } from './use-set-value';

export interface TokenEditorProps {
  id: string;
  label: string;
  text: string;
  onText(text: string, gesture?: Gesture): void;
  placeholder?: string | undefined;
  multiline?: boolean | undefined;
  invalid?: boolean | undefined;
  required?: boolean | undefined;
  describedBy?: string | undefined;
  readOnly?: boolean | undefined;
  onBlur?(): void;
  /** Gives the editor to the buttons beside it, which insert at the caret. */
  onEditor(editor: LexicalEditor | null): void;
  typeahead: TypeaheadTarget;
  autoFocus?: boolean | undefined;
}

/** The editable area only; `TokenField` puts the frame, label and buttons around it. */
export function TokenEditor(props: TokenEditorProps) {
  const { id, label, text, placeholder, multiline, invalid, required, describedBy } = props;
  const first = useRef(text);
  const config = useMemo(
    () => ({
      namespace: 'flow-field',
      nodes: [TokenNode],
      editable: !props.readOnly,
      editorState: () => fillRoot(first.current),
      onError(error: Error) {
        throw error;
      },
    }),
    [props.readOnly],
  );
  return (
    <LexicalComposer initialConfig={config}>
      <PlainTextPlugin
        ErrorBoundary={LexicalErrorBoundary}
        contentEditable={
          <ContentEditable
            id={id}
            role="textbox"
            aria-label={label}
            aria-multiline={multiline ?? false}
            aria-invalid={invalid ?? false}
            aria-required={required ?? false}
            {...(describedBy ? { 'aria-describedby': describedBy } : {})}
            {...(placeholder ? hintProps(placeholder) : {})}
            className="max-h-[152px] min-h-[30px] flex-1 overflow-y-auto px-2.5 py-[5px] leading-5 break-words whitespace-pre-wrap outline-none [&_p]:m-0"
            onBlur={() => props.onBlur?.()}
          />
        }
      />
      {/* In this order: the picker opens before the text is told, and the text is told before it becomes a token. */}
      <TypeaheadPlugin target={props.typeahead} />
      <FieldSyncPlugin
        text={text}
        onText={props.onText}
        multiline={multiline ?? false}
        onEditor={props.onEditor}
        typeahead={props.typeahead}
      />
      <ExpressionPlugin />
      {props.autoFocus && <AutoFocusPlugin />}
    </LexicalComposer>
  );
}

function hintProps(text: string) {
  return {
    'aria-placeholder': text,
    placeholder: () => (
      <div
        aria-hidden
        className="pointer-events-none absolute inset-x-2.5 top-[6px] truncate text-ink3 select-none group-hover/field:right-16"
      >
        {text}
      </div>
    ),
  };
}
