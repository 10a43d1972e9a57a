// The whole definition as JSON, two-way: what parses is on the canvas a moment later, as one step of the history.
'use client';
import { useEffect, useRef, useState } from 'react';
import { CodeEditor } from '@/components/ui/code-editor';
import type { FlowDefinition } from '@/lib/flow/definition';
import { isJsonObject } from '@/lib/json';
import { parseJsonDocument } from './parse-code';
import { useDesigner, useDesignerContext } from './store/designer-context';
import { makeEdit } from './store/gestures';

const delayMs = 300;

export function CodeView() {
  const { store } = useDesignerContext();
  const definition = useDesigner((state) => state.flow.definition);
  const readOnly = useDesigner((state) => state.readOnly);
  const [text, setText] = useState(() => store.getState().toText());
  const own = useRef(definition);
  const [problem, setProblem] = useState<{ message: string; from: number; to: number }>();

  useEffect(() => {
    if (own.current === definition) return;
    own.current = definition;
    setText(store.getState().toText());
    setProblem(undefined);
  }, [definition, store]);

  useEffect(() => {
    const timer = setTimeout(() => {
      const parsed = parseJsonDocument(text);
      if (!parsed.ok) {
        setProblem(parsed);
        return;
      }
      setProblem(undefined);
      if (JSON.stringify(parsed.value) === JSON.stringify(store.getState().flow.definition)) return;
      if (!isJsonObject(parsed.value.triggers) || !isJsonObject(parsed.value.actions)) {
        setProblem({ message: 'A flow needs “triggers” and “actions”, both objects.', from: 0, to: 1 });
        return;
      }
      own.current = parsed.value as FlowDefinition;
      makeEdit(store, { type: 'set-definition', definition: own.current });
    }, delayMs);
    return () => clearTimeout(timer);
  }, [text, store]);

  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      <div className="flex h-14 shrink-0 items-center border-b border-line bg-surface px-4 text-ink2">
        The definition of this flow as JSON. What you type here is on the canvas at once.
      </div>
      {problem && (
        <p role="alert" className="border-b border-line bg-warn-soft px-4 py-2 text-warn">
          The canvas shows the last valid version. {problem.message}
        </p>
      )}
      <CodeEditor
        label="Definition of the flow"
        value={text}
        onChange={setText}
        readOnly={readOnly}
        marks={
          problem ? [{ from: problem.from, to: problem.to, severity: 'error', message: problem.message }] : []
        }
        className="min-h-0 flex-1 rounded-none! border-0!"
      />
    </div>
  );
}
