// The CodeMirror half of CodeEditor: one view per mount, reconfigured in place.
'use client';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { cx } from './class-names';
import { codeHighlighting, codeTheme } from './code-theme';

export interface CodeMark {
  /** Character offsets in the text, end exclusive. */
  from: number;
  to: number;
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
}

export interface CodeEditorProps {
  value: string;
  onChange?: ((value: string) => void) | undefined;
  language?: 'json' | 'yaml' | 'text' | undefined;
  readOnly?: boolean | undefined;
  /** Accessible name. */
  label: string;
  marks?: readonly CodeMark[] | undefined;
  /** Scrolls to this range, selects it and takes the focus there, whenever the object changes. */
  reveal?: { from: number; to: number } | undefined;
  /** Sizes the frame; by default it grows with its text. */
  className?: string | undefined;
  wrap?: boolean | undefined;
}

const languages: Record<NonNullable<CodeEditorProps['language']>, () => Extension> = {
  json,
  yaml,
  text: () => [],
};

function extensionsOf(props: CodeEditorProps, onChange: (text: string) => void): Extension[] {
  const readOnly = props.readOnly ?? false;
  return [
    lineNumbers(),
    foldGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightSelectionMatches(),
    search({ top: true }),
    codeHighlighting,
    codeTheme,
    languages[props.language ?? 'json'](),
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      'aria-label': props.label,
      'aria-readonly': String(readOnly),
      tabindex: '0',
    }),
    EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
    keymap.of([
      ...defaultKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...searchKeymap,
      ...(readOnly ? [] : [indentWithTab]),
    ]),
    ...(readOnly ? [] : [highlightActiveLine(), lintGutter()]),
    ...(props.wrap ? [EditorView.lineWrapping] : []),
  ];
}

export function CodeEditorView(props: CodeEditorProps) {
  const { value, marks, reveal, className } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is rebuilt only when its language or mode changes
  useEffect(() => {
    if (!host.current) return;
    const extensions = extensionsOf(latest.current, (text) => latest.current.onChange?.(text));
    const state = EditorState.create({ doc: latest.current.value, extensions });
    const created = new EditorView({ state, parent: host.current });
    view.current = created;
    return () => created.destroy();
  }, [props.language, props.readOnly, props.wrap, props.label]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const end = editor.state.doc.length;
    const diagnostics: Diagnostic[] = (marks ?? []).map((mark) => ({
      ...mark,
      from: Math.min(mark.from, end),
      to: Math.min(mark.to, end),
    }));
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [marks]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || !reveal) return;
    const end = editor.state.doc.length;
    const selection = { anchor: Math.min(reveal.from, end), head: Math.min(reveal.to, end) };
    editor.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) });
    editor.focus();
  }, [reveal]);

  return (
    <div
      ref={host}
      className={cx(
        'min-h-0 overflow-auto rounded-control border border-lineS bg-surface [&_.cm-editor]:h-full',
        className,
      )}
    />
  );
}
