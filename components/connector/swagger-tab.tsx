// The Swagger editor: the whole definition as text, two-way with the tabs, with the findings as marks.
'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { CodeEditor } from '@/components/ui/code-editor';
import type { CodeMark } from '@/components/ui/code-editor-view';
import { locatePointer } from '@/lib/document/locate';
import { useEditor, useEditorStore } from './editor-context';

const parseDelay = 300;
const marksAtMost = 500;

export function SwaggerTab() {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const broken = useEditor((state) => state.broken);
  const problems = useEditor((state) => state.problems);
  const [text, setText] = useState(() => broken?.text ?? store.getState().texts().definitionText);
  const own = useRef(document);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // A change made elsewhere (a fix, Undo) is shown; a change typed here is not written back over the cursor.
  useEffect(() => {
    if (document === own.current) return;
    own.current = document;
    setText(store.getState().texts().definitionText);
  }, [document, store]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      store.getState().setText(next);
      own.current = store.getState().document;
    }, parseDelay);
  };

  const marks = useMemo<CodeMark[]>(() => {
    const shown = broken ? broken.problems : problems.filter((problem) => problem.severity !== 'hint');
    return shown.slice(0, marksAtMost).flatMap((problem) => {
      const range = problem.range
        ? { from: problem.range.start, to: problem.range.end }
        : locatePointer(text, problem.at);
      return range ? [{ ...range, severity: problem.severity, message: problem.message }] : [];
    });
  }, [broken, problems, text]);

  return (
    <div className="flex h-full min-h-0 flex-col">
      {broken && (
        <p role="status" className="border-b border-line bg-warn-soft px-4 py-2 text-warn">
          {broken.problems[0]?.message ?? 'This text does not read.'} The tabs show the last valid version.
        </p>
      )}
      <CodeEditor label="Definition" value={text} onChange={type} marks={marks} className="min-h-0 flex-1" />
    </div>
  );
}
