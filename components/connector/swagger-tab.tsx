// The Swagger editor: the whole definition as text, two-way with the tabs, with the findings as marks.
'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeEditor } from '@/components/ui/code-editor';
import type { CodeMark } from '@/components/ui/code-editor-view';
import { createLocator, type TextRange } from '@/lib/document/locate';
import { useEditor, useEditorStore } from './editor-context';
import type { TextProblem } from './editor-store';

const parseDelay = 300;
const marksAtMost = 500;

export function SwaggerTab() {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const broken = useEditor((state) => state.broken);
  const problems = useEditor((state) => state.problems);
  const [text, setText] = useState(() => broken?.text ?? store.getState().texts().definitionText);
  const own = useRef(document);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; text: string }>(undefined);
  const isYaml = !/^\s*[{[]/.test(text) && text.trim() !== '';

  const takeOver = () => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    store.getState().setText(waiting.current.text);
    waiting.current = undefined;
    own.current = store.getState().document;
  };
  const latest = useRef(takeOver);
  latest.current = takeOver;

  // A change made elsewhere (a fix, Undo) is shown; a change typed here is not written back over the cursor.
  useEffect(() => {
    if (document === own.current) return;
    own.current = document;
    setText(store.getState().texts().definitionText);
  }, [document, store]);

  // What was typed last counts, however soon the tab is left.
  useEffect(() => () => latest.current(), []);

  const type = (next: string) => {
    if (next === text) return;
    setText(next);
    clearTimeout(waiting.current?.timer);
    waiting.current = { text: next, timer: setTimeout(() => latest.current(), parseDelay) };
  };
  const discard = () => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
    store.getState().discardText();
    setText(store.getState().texts().definitionText);
  };

  // The editor moves its marks along while one types; they are placed anew when the findings change.
  const latestText = useRef(text);
  latestText.current = text;
  const marks = useMemo(() => toMarks(latestText.current, broken?.problems ?? problems), [broken, problems]);

  return (
    <div className="flex h-full min-h-0 flex-col">
      {broken ? (
        <div
          role="status"
          className="flex items-center gap-3 border-b border-line bg-warn-soft px-4 py-2 text-warn"
        >
          <p className="min-w-0 flex-1">
            {broken.problems[0]?.message ?? 'This text does not read.'} The tabs show the last valid version.
          </p>
          <Button size="small" onClick={discard}>
            Back to the last valid text
          </Button>
        </div>
      ) : (
        isYaml && (
          <p role="status" className="border-b border-line bg-sunken px-4 py-2 text-ink2">
            This is YAML. It is read as it stands and kept as JSON.
          </p>
        )
      )}
      <CodeEditor
        label="Definition"
        language={isYaml ? 'yaml' : 'json'}
        value={text}
        onChange={type}
        marks={marks}
        className="min-h-0 flex-1 rounded-none border-0"
      />
    </div>
  );
}

function toMarks(text: string, problems: readonly TextProblem[]): CodeMark[] {
  const locate = createLocator(text);
  return problems
    .filter((problem) => problem.severity !== 'hint')
    .slice(0, marksAtMost)
    .flatMap((problem) => {
      const range = placeInText(text, problem) ?? locate(problem.at);
      return range ? [{ ...range, severity: problem.severity, message: problem.message }] : [];
    });
}

/** A text that does not read has its place by line and column. */
function placeInText(text: string, { position }: TextProblem): TextRange | undefined {
  if (!position) return undefined;
  const before = text.split('\n').slice(0, position.line - 1);
  const start = before.reduce((sum, line) => sum + line.length + 1, 0) + position.column - 1;
  const from = Math.min(start, Math.max(text.length - 1, 0));
  return { from, to: Math.min(from + 1, text.length) };
}
