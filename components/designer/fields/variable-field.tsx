// The name of a variable, chosen from those the flow makes.
'use client';
import { useState } from 'react';
import { Field } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { listVariables } from '@/lib/flow/upstream';
import { toFieldString } from '@/lib/token/field-value';
import type { BuiltInFieldProps } from '../inspector/built-in-fields';
import { useDesigner } from '../store/designer-context';
import { noteProps, useFieldNote } from './field-message';
import { useSetValue } from './use-set-value';

export function VariableField({ step, field, value, readOnly }: BuiltInFieldProps) {
  const setValue = useSetValue(step);
  const [touched, setTouched] = useState(false);
  const note = useFieldNote({ step, field: field.key, touched });
  const definition = useDesigner((state) => state.flow.definition);
  const names = [...listVariables(definition).values()].flatMap(([first]) => (first ? [first.name] : []));
  const current = toFieldString(value);
  const options = names.includes(current) || current === '' ? names : [current, ...names];
  return (
    <div data-field={field.key}>
      <Field
        label={field.label}
        required={field.required}
        {...noteProps(note)}
        hint={names.length === 0 ? 'Add “Initialize variable” earlier in the flow first.' : field.description}
      >
        <Select
          value={current}
          disabled={readOnly}
          placeholder="Choose a variable"
          onValueChange={(next) => {
            setTouched(true);
            setValue(field.path, next);
          }}
          options={options.map((name) => ({ value: name, label: name }))}
        />
      </Field>
    </div>
  );
}
