// Edits of one value of a step, alone or together with what a gesture brings.
'use client';
import { useCallback } from 'react';
import type { Edit } from '@/lib/flow/edits/edit';
import type { JsonValue } from '@/lib/json';
import { isTriggerName } from '../step/step-face';
import { useDesignerContext } from '../store/designer-context';
import { makeEdit } from '../store/gestures';

/** A change that is an undo step of its own, with its name and what has to be done before the value is set. */
export interface Gesture {
  name: string;
  edits: Edit[];
}

/** Sets a value of a step, trigger or action. */
function toValueEdit(isTrigger: boolean, step: string, path: string[], value: JsonValue | undefined): Edit {
  const rest = { path, ...(value === undefined ? {} : { value }) };
  return isTrigger
    ? { type: 'set-trigger-value', trigger: step, ...rest }
    : { type: 'set-value', action: step, ...rest };
}

export type SetValue = (path: string[], value: JsonValue | undefined, gesture?: Gesture) => void;

/** Sets values of one step; undefined removes. */
export function useSetValue(step: string): SetValue {
  const { store } = useDesignerContext();
  return useCallback(
    (path, value, gesture) => {
      const { flow, apply } = store.getState();
      const edit = toValueEdit(isTriggerName(flow.definition, step), step, path, value);
      if (!gesture) apply(edit);
      else
        makeEdit(store, {
          type: 'several',
          name: gesture.name,
          edits: [...gesture.edits, edit],
          select: step,
        });
    },
    [store, step],
  );
}
