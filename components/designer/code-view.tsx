// The whole definition as JSON, two-way: what parses is on the canvas a moment later, as one step of the history. A text
// that does not parse stays in the editor, also across a reload, until it does or is given up.
'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeEditor } from '@/components/ui/code-editor';
import { useKept } from '@/components/ui/use-kept';
import { parseDefinitionCode } from './parse-code';
import { useDesigner, useDesignerContext } from './store/designer-context';
import { makeEdit } from './store/gestures';

const delayMs = 300;

/** A text that does not parse, and the definition it was made from as JSON; a type, since it is kept as JSON itself. */
type BrokenText = { text: string; base: string };
const noText: BrokenText = { text: '', base: '' };

/** The definition that a text says, or what is wrong with it. */
function problemOf(text: string) {
  const parsed = parseDefinitionCode(text);
  return parsed.ok ? undefined : parsed;
}

export function CodeView() {
  const { flowId, store } = useDesignerContext();
  const definition = useDesigner((state) => state.flow.definition);
  const readOnly = useDesigner((state) => state.readOnly);
  const {
    value: broken,
    set: keepBroken,
    forget: forgetBroken,
  } = useKept<BrokenText>(`flow-code.${flowId}`, noText);
  const [text, setText] = useState(() => broken.text || store.getState().toText());
  const [problem, setProblem] = useState(() => problemOf(text));
  // The definition that the text says, or was last made from; undefined for another one than there is now.
  const own = useRef(
    broken.text === '' || broken.base === JSON.stringify(definition) ? definition : undefined,
  );
  const pending = useRef<string | undefined>(undefined);

  const commit = useCallback(() => {
    const typed = pending.current;
    pending.current = undefined;
    if (typed === undefined) return;
    const parsed = parseDefinitionCode(typed);
    setProblem(parsed.ok ? undefined : parsed);
    if (!parsed.ok) {
      keepBroken({ text: typed, base: JSON.stringify(own.current) ?? '' });
      return;
    }
    forgetBroken();
    own.current = parsed.value;
    if (JSON.stringify(parsed.value) !== JSON.stringify(store.getState().flow.definition))
      makeEdit(store, { type: 'set-definition', definition: parsed.value });
  }, [store, keepBroken, forgetBroken]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a pause begins anew with each key
  useEffect(() => {
    if (pending.current === undefined) return;
    const timer = setTimeout(commit, delayMs);
    return () => clearTimeout(timer);
  }, [text, commit]);
  useEffect(() => {
    // Before the journal looks at what is unsaved, which it does at the same event.
    window.addEventListener('pagehide', commit, { capture: true });
    return () => {
      window.removeEventListener('pagehide', commit, { capture: true });
      commit();
    };
  }, [commit]);

  const showCanvas = useCallback(() => {
    pending.current = undefined;
    forgetBroken();
    own.current = store.getState().flow.definition;
    setProblem(undefined);
    setText(store.getState().toText());
  }, [store, forgetBroken]);
  useEffect(() => {
    // A text that is being corrected stays; any other one follows the canvas.
    if (own.current !== definition && !problem && pending.current === undefined) showCanvas();
  }, [definition, problem, showCanvas]);

  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      <div className="flex h-14 shrink-0 items-center border-b border-line bg-surface px-4 pr-40 text-ink2">
        <span className="truncate">
          The definition of this flow as JSON. What you type here is on the canvas at once.
        </span>
      </div>
      {problem && (
        <div
          role="alert"
          className="flex items-center gap-3 border-b border-line bg-warn-soft px-4 py-1.5 text-warn"
        >
          <p className="min-w-0 flex-1">
            The canvas shows the last valid version. {problem.message}
            {own.current !== definition && ' The canvas was changed since; this text replaces it.'}
          </p>
          <Button size="small" onClick={showCanvas}>
            Give up this text
          </Button>
        </div>
      )}
      <CodeEditor
        label="Definition of the flow"
        value={text}
        onChange={(typed) => {
          pending.current = typed;
          setText(typed);
        }}
        readOnly={readOnly}
        marks={
          problem ? [{ from: problem.from, to: problem.to, severity: 'error', message: problem.message }] : []
        }
        className="min-h-0 flex-1 rounded-none! border-0!"
      />
    </div>
  );
}
