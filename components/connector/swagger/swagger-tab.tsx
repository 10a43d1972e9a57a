// The Swagger editor: the whole definition as text, two-way with the tabs, with the findings as marks.
'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeEditor } from '@/components/ui/code-editor';
import { useFlush } from '@/components/ui/use-flush';
import { createLocator, type TextRange } from '@/lib/document/locate';
import { useEditor, useEditorStore } from '../store/editor-context';
import { toMarks } from '../store/text-problem';

const parseDelay = 300;

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
  const takeOverLatest = useFlush(takeOver);

  // A change made elsewhere (a fix, Undo) is shown; a change typed here is not written back over the cursor.
  useEffect(() => {
    if (document === own.current) return;
    own.current = document;
    setText(store.getState().texts().definitionText);
  }, [document, store]);

  const type = (next: string) => {
    if (next === text) return;
    setText(next);
    clearTimeout(waiting.current?.timer);
    waiting.current = { text: next, timer: setTimeout(takeOverLatest, parseDelay) };
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
  const reveal = useReveal(text);
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
        reveal={reveal}
        className="min-h-0 flex-1 rounded-none border-0"
      />
    </div>
  );
}

/** The place of the finding that is gone to. */
function useReveal(text: string): TextRange | undefined {
  const store = useEditorStore();
  const goal = useEditor((state) => state.goal);
  const [reveal, setReveal] = useState<TextRange>();
  useEffect(() => {
    if (goal?.tab !== 'swagger') return;
    setReveal(createLocator(text)(goal.at));
    store.getState().aim(undefined);
  }, [goal, text, store]);
  return reveal;
}
