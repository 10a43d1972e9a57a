// The editor of one typed field: what it shows, how it is checked, and the edit it makes.
'use client';
import { useState } from 'react';
import type { InputField } from '@/lib/connector/model';
import type { BuiltInField } from '@/lib/flow/built-in/field';
import type { Edit } from '@/lib/flow/edits/edit';
import type { JsonValue } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import type { ListChoice } from '@/lib/token/list-choices';
import { isTriggerName } from '../step/step-face';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { stepOfProblem } from '../store/designer-store';
import { makeEdit } from '../store/gestures';
import { BooleanField } from './boolean-field';
import { ChoiceField } from './choice-field';
import { TokenField } from './token-field';

/** What both a connector's field and a built-in's field have. */
export type EditedField = Pick<
  InputField | BuiltInField,
  'key' | 'label' | 'description' | 'required' | 'type' | 'default' | 'options'
> & { format?: string | undefined };

export interface InputFieldEditorProps {
  step: string;
  field: EditedField;
  /** Keys from the step down to the value. */
  path: string[];
  value: JsonValue | undefined;
  readOnly: boolean;
}

/** Sets a value of the step, trigger or action. */
export function toValueEdit(
  isTrigger: boolean,
  step: string,
  path: string[],
  value: JsonValue | undefined,
): Edit {
  const rest = { path, ...(value === undefined ? {} : { value }) };
  return isTrigger
    ? { type: 'set-trigger-value', trigger: step, ...rest }
    : { type: 'set-value', action: step, ...rest };
}

/** Makes edits of one value. */
export function useSetValue(step: string) {
  const { store } = useDesignerContext();
  return (path: string[], value: JsonValue | undefined) => {
    const { flow, apply } = store.getState();
    apply(toValueEdit(isTriggerName(flow.definition, step), step, path, value));
  };
}

/** The message to show under a field: after it was left, or once a save asked for it. */
export function useFieldMessage(step: string, key: string, touched: boolean): string | undefined {
  const message = useDesigner(
    (state) =>
      state.problems.find(
        (problem) => stepOfProblem(problem) === step && problem.field === key && problem.severity === 'error',
      )?.message,
  );
  const asked = useDesigner((state) => state.showMessages);
  return touched || asked ? message : undefined;
}

/** A placeholder where the connector's author wrote no description. */
function exampleOf({ type, format }: EditedField): string {
  if (format === 'date-time') return 'For example 2026-01-31T08:00:00Z';
  if (format === 'date') return 'For example 2026-01-31';
  if (type === 'integer') return 'A whole number';
  return type === 'number' ? 'A number' : '';
}

export function InputFieldEditor({ step, field, path, value, readOnly }: InputFieldEditorProps) {
  const { store } = useDesignerContext();
  const setValue = useSetValue(step);
  const [touched, setTouched] = useState(false);
  const message = useFieldMessage(step, field.key, touched);
  const common = {
    fieldKey: field.key,
    label: field.label,
    description: field.description || exampleOf(field),
    required: field.required,
    error: message,
    readOnly,
  };

  function chooseFromList(text: string, choice: ListChoice) {
    makeEdit(store, {
      type: 'several',
      name: `Use ${choice.label.toLowerCase()}`,
      edits: [...choice.edits, toValueEdit(false, step, path, toFieldValue(text, field.type))],
      select: step,
    });
  }

  if (field.options) {
    return (
      <ChoiceField
        {...common}
        value={value}
        defaultValue={field.default}
        options={field.options}
        onValue={(next) => setValue(path, next)}
        type={field.type}
      />
    );
  }
  if (field.type === 'boolean') {
    return (
      <BooleanField
        {...common}
        value={value}
        defaultValue={field.default}
        onValue={(next) => setValue(path, next)}
      />
    );
  }
  return (
    <TokenField
      {...common}
      text={toFieldString(value)}
      onText={(text) => setValue(path, toFieldValue(text, field.type))}
      onBlur={() => setTouched(true)}
      onListChoice={chooseFromList}
      shape={{ type: field.type, ...(field.format ? { format: field.format } : {}) }}
      multiline={!['integer', 'number'].includes(field.type) && !field.format?.startsWith('date')}
      defaultText={field.default === undefined ? undefined : toFieldString(field.default)}
    />
  );
}
