// The editor of one typed field: which one draws it, what is said about it, and the edit it makes.
'use client';
import { useState } from 'react';
import { type DescribedSchema, itemPart, propertyParts } from '@/lib/connector/field-details';
import type { InputField } from '@/lib/connector/model';
import type { BuiltInField } from '@/lib/flow/built-in/field';
import type { JsonValue } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import { BooleanField } from './boolean-field';
import { ChoiceField } from './choice-field';
import { DateField } from './date-field';
import { useFieldNote } from './field-message';
import { KeyValuesField } from './key-values-field';
import { ListField } from './list-field';
import { ObjectField } from './object-field';
import { TokenField } from './token-field';
import { type Gesture, type SetValue, useSetValue } from './use-set-value';

/** What a connector's field, a built-in's field and a part of either have. */
export type EditedField = Pick<
  InputField | BuiltInField,
  'key' | 'label' | 'description' | 'required' | 'type' | 'default' | 'options'
> & {
  format?: string | undefined;
  /** Parts of lists and objects come from here. */
  described?: DescribedSchema | undefined;
};

export interface InputFieldEditorProps {
  step: string;
  field: EditedField;
  /** Keys from the step down to the value. */
  path: string[];
  value: JsonValue | undefined;
  readOnly: boolean;
  /** Stands in a list or an object that has its own way of setting values. */
  setValue?: SetValue | undefined;
  /** How many lists and objects it stands in. */
  depth?: number | undefined;
  /** The row it stands in has its name. */
  labelHidden?: boolean | undefined;
}

/** Lists and objects inside of each other get fields of their own up to here; what lies deeper is written as JSON. */
const deepest = 3;

/** A placeholder where the connector's author wrote no description. */
function exampleOf({ type, format }: EditedField): string {
  if (format === 'date-time') return 'For example 2026-01-31T08:00:00Z';
  if (format === 'date') return 'For example 2026-01-31';
  if (type === 'integer') return 'A whole number';
  if (type === 'number') return 'A number';
  if (type === 'array') return 'A list from an earlier step, or JSON';
  if (type === 'file') return 'A file from an earlier step';
  return type === 'object' ? 'An object from an earlier step, or JSON' : '';
}

function drawPart(part: InputFieldEditorProps) {
  return <InputFieldEditor {...part} />;
}

export function InputFieldEditor(props: InputFieldEditorProps) {
  const { step, field, path, value, readOnly, depth = 0 } = props;
  const ownSetValue = useSetValue(step);
  const [touched, setTouched] = useState(false);
  const note = useFieldNote({ step, field: field.key, touched });
  const common = {
    fieldKey: field.key,
    label: field.label,
    description: field.description,
    placeholder: field.description || exampleOf(field),
    required: field.required,
    note,
    readOnly,
    labelHidden: props.labelHidden,
  };
  const setValue = props.setValue ?? ownSetValue;
  /** For controls in which a choice is made at once, not typed. */
  const choose: SetValue = (...change) => {
    setTouched(true);
    setValue(...change);
  };
  const onValue = (next: JsonValue | undefined) => choose(path, next);
  const onText = (text: string, gesture?: Gesture) => setValue(path, toFieldValue(text, field.type), gesture);
  const text = toFieldString(value);
  const onBlur = () => setTouched(true);

  if (field.options) {
    return (
      <ChoiceField
        {...common}
        value={value}
        defaultValue={field.default}
        options={field.options}
        onValue={onValue}
        onText={onText}
        type={field.type}
        onBlur={onBlur}
      />
    );
  }
  if (field.type === 'boolean') {
    return (
      <BooleanField
        {...common}
        value={value}
        defaultValue={field.default}
        onValue={onValue}
        onText={onText}
        onBlur={onBlur}
      />
    );
  }
  const defaultText = field.default === undefined ? undefined : toFieldString(field.default);
  if (field.type === 'string' && field.format?.startsWith('date')) {
    return (
      <DateField
        {...common}
        format={field.format}
        text={text}
        onText={onText}
        onBlur={onBlur}
        defaultText={defaultText}
      />
    );
  }
  const { described } = field;
  if (described && depth < deepest) {
    const whole = { step, field, path, value, readOnly, setValue: choose };
    const inParts = { ...whole, described, depth, drawPart };
    if (field.type === 'array' && itemPart(described))
      return <ListField {...inParts} touched={touched} onBlur={onBlur} />;
    const isOpen = propertyParts(described).length > 0;
    if (field.type === 'object' && !isOpen) return <KeyValuesField {...whole} />;
    // Objects at the top stand as fields of their own already; what is left of them lies too deep.
    if (field.type === 'object' && depth > 0) return <ObjectField {...inParts} />;
  }
  return (
    <TokenField
      {...common}
      text={text}
      onText={onText}
      onBlur={onBlur}
      shape={{ type: field.type, ...(field.format ? { format: field.format } : {}) }}
      multiline={!['integer', 'number'].includes(field.type)}
      defaultText={defaultText}
    />
  );
}
