// The name of a step, edited in place; all references to it change with it.
'use client';
import { useEffect, useRef, useState } from 'react';
import { announce } from '@/components/ui/live-region';
import { checkActionName, toActionName } from '@/lib/flow/action-name';
import { focusCard } from '../canvas/use-canvas-keys';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { makeEdit } from '../store/gestures';

interface StepNameProps {
  name: string;
  title: string;
  isTrigger: boolean;
  readOnly: boolean;
}

export function StepName({ name, title, isTrigger, readOnly }: StepNameProps) {
  const { store } = useDesignerContext();
  const asked = useDesigner((state) => state.renameRequest === name);
  const [text, setText] = useState<string>();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!asked) return;
    store.setState({ renameRequest: undefined });
    if (!readOnly) setText(title);
  }, [asked, readOnly, store, title]);
  const editing = text !== undefined;
  useEffect(() => {
    if (!editing) return;
    input.current?.focus();
    input.current?.select();
  }, [editing]);

  const problem =
    text === undefined || text === title
      ? undefined
      : checkActionName(store.getState().flow.definition, toActionName(text), name);

  function finish() {
    if (text === undefined) return;
    setText(undefined);
    if (text.trim() === '' || text === title || problem) return;
    const result = makeEdit(
      store,
      isTrigger
        ? { type: 'rename-trigger', trigger: name, name: text }
        : { type: 'rename-action', action: name, name: text },
    );
    if (result.ok) announce(`Renamed to ${text}.`);
  }

  if (text === undefined) {
    return (
      <h2 className="truncate text-panel font-semibold">
        {readOnly ? (
          title
        ) : (
          <button
            type="button"
            title="Rename (F2)"
            className="max-w-full truncate rounded-chip text-left hover:bg-hover"
            onClick={() => setText(title)}
          >
            {title}
          </button>
        )}
      </h2>
    );
  }
  return (
    <div>
      <input
        ref={input}
        aria-label="Step name"
        aria-invalid={problem !== undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.stopPropagation();
          if (event.key === 'Enter') finish();
          else setText(undefined);
          // The step has the focus again, under its new name.
          focusCard(document, store.getState().selected ?? name);
        }}
        className="-mx-1 w-full rounded-chip border border-lineS bg-surface px-1 text-panel font-semibold"
      />
      {problem && <p className="text-small text-err">{problem}</p>}
    </div>
  );
}
