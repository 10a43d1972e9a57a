// The parts of an object inside a list, one field each.
'use client';
import { Fragment, type ReactNode } from 'react';
import { type DescribedSchema, propertyParts } from '@/lib/connector/field-details';
import { isJsonObject, type JsonValue, ownProperty } from '@/lib/json';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import { useFieldNote } from './field-message';
import type { EditedField, InputFieldEditorProps } from './input-field-editor';
import { TokenField } from './token-field';
import type { SetValue } from './use-set-value';

interface ObjectFieldProps {
  step: string;
  field: EditedField;
  described: DescribedSchema;
  path: string[];
  value: JsonValue | undefined;
  readOnly: boolean;
  setValue: SetValue;
  depth: number;
  /** The editor of a part. */
  drawPart(part: InputFieldEditorProps): ReactNode;
}

export function ObjectField(props: ObjectFieldProps) {
  const { step, field, described, path, value, readOnly, setValue, depth } = props;
  const parts = propertyParts(described);
  const keyOf = (name: string) => `${field.key}/${name}`;
  const note = useFieldNote({ step, field: field.key, inner: parts.map((part) => keyOf(part.name)) });
  if (value !== undefined && value !== '' && !isJsonObject(value)) {
    return (
      <TokenField
        labelHidden
        fieldKey={field.key}
        label={field.label}
        note={note}
        readOnly={readOnly}
        multiline
        text={toFieldString(value)}
        shape={{ type: 'object' }}
        onText={(text, gesture) => setValue(path, toFieldValue(text, 'object'), gesture)}
      />
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {parts.map((part) => (
        <Fragment key={part.name}>
          {props.drawPart({
            step,
            field: { ...part, key: keyOf(part.name) },
            path: [...path, part.name],
            value: ownProperty(value, part.name),
            readOnly,
            setValue,
            depth: depth + 1,
          })}
        </Fragment>
      ))}
    </div>
  );
}
