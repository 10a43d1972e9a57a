// A field for plain text or a number, where dynamic content has no place.
'use client';
import { useEffect, useState } from 'react';
import { Field, Input } from '@/components/ui/input';
import { toFieldString, toFieldValue } from '@/lib/token/field-value';
import type { BuiltInFieldProps } from '../inspector/built-in-fields';
import { noteProps, useFieldNote } from './field-message';
import { useSetValue } from './use-set-value';

export function PlainField({ step, field, value, readOnly }: BuiltInFieldProps) {
  const setValue = useSetValue(step);
  const [touched, setTouched] = useState(false);
  const [text, setText] = useState(toFieldString(value));
  const note = useFieldNote({ step, field: field.key, touched });
  const shown = toFieldString(value);
  useEffect(() => setText(shown), [shown]);
  return (
    <div data-field={field.key}>
      <Field label={field.label} required={field.required} hint={field.description} {...noteProps(note)}>
        <Input
          value={text}
          readOnly={readOnly}
          inputMode={field.type === 'integer' ? 'numeric' : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setValue(field.path, toFieldValue(event.target.value, field.type));
          }}
          onBlur={() => setTouched(true)}
        />
      </Field>
    </div>
  );
}
