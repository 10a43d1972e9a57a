// The name of a step, edited in place; all references to it change with it. A name that breaks a rule stays here with the
// reason until it is mended or given up.
'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { announce } from '@/components/ui/live-region';
import { checkActionName, typedActionName } from '@/lib/flow/action-name';
import { focusCard } from '../canvas/use-canvas-keys';
import { FieldMessage, useFieldNote } from '../fields/field-message';
import { useUnstoredStore } from '../fields/use-unstored';
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
  const unstored = useUnstoredStore();
  const asked = useDesigner((state) => state.renameRequest === name);
  const note = useFieldNote({ step: name, field: 'step/name' });
  const [text, setText] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

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
      : checkActionName(store.getState().flow.definition, typedActionName(text), name);

  /** True when the editing has ended. */
  function finish(): boolean {
    if (text === undefined) return true;
    if (problem) {
      announce(problem, true);
      return false;
    }
    setText(undefined);
    if (text === title) return true;
    const result = makeEdit(
      store,
      isTrigger
        ? { type: 'rename-trigger', trigger: name, name: text }
        : { type: 'rename-action', action: name, name: text },
    );
    if (result.ok) {
      announce(`Renamed to ${text}.`);
      unstored.getState().renameStep(name, store.getState().selected ?? name);
    }
    return true;
  }

  if (text === undefined) {
    return (
      <>
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
        <FieldMessage note={note} />
      </>
    );
  }
  return (
    <div>
      <input
        ref={input}
        aria-label="Step name"
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? id : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.stopPropagation();
          if (event.key === 'Escape') setText(undefined);
          else if (!finish()) return;
          // The step has the focus again, under its new name.
          focusCard(document, store.getState().selected ?? name);
        }}
        className="-mx-1 w-full rounded-chip border border-lineS bg-surface px-1 text-panel font-semibold aria-invalid:border-err"
      />
      <FieldMessage id={id} note={problem ? { message: problem, severity: 'error' } : note} />
    </div>
  );
}
