// The type of a variable. What it holds at first becomes that type in the same step, where it can.
'use client';
import { variableFieldType } from '@/lib/flow/check/variables';
import { ownProperty } from '@/lib/json';
import { convertValue } from '@/lib/token/field-value';
import type { BuiltInFieldProps } from '../inspector/built-in-fields';
import { useStep } from '../step/use-step';
import { InputFieldEditor } from './input-field-editor';
import { type SetValue, useSetValue } from './use-set-value';

export function VariableTypeField(props: BuiltInFieldProps) {
  const { step, field } = props;
  const setValue = useSetValue(step);
  const action = useStep(step);

  const setType: SetValue = (path, type) => {
    const variables = ownProperty(ownProperty(action, 'inputs'), 'variables');
    const value = Array.isArray(variables) ? ownProperty(variables[0], 'value') : undefined;
    const wanted = variableFieldType(type);
    const converted = value === undefined || !wanted ? value : convertValue(value, wanted);
    if (converted === undefined || converted === value) return setValue(path, type);
    setValue(path, type, {
      name: 'Change the type of a variable',
      edits: [{ type: 'set-value', action: step, path: [...path.slice(0, -1), 'value'], value: converted }],
    });
  };

  return <InputFieldEditor {...props} path={field.path} setValue={setType} />;
}
