// Fields of a built-in step, each with the editor its description asks for.
'use client';
import type { BuiltIn, BuiltInField } from '@/lib/flow/built-in/field';
import type { ActionDefinition, TriggerDefinition } from '@/lib/flow/definition';
import { type JsonValue, ownProperty } from '@/lib/json';
import { ConditionField } from '../fields/condition-field';
import { InputFieldEditor } from '../fields/input-field-editor';
import { JsonField } from '../fields/json-field';
import { KeyValuesField } from '../fields/key-values-field';
import { PlainField } from '../fields/plain-field';
import { useSetValue } from '../fields/use-set-value';
import { VariableField } from '../fields/variable-field';
import { VariableTypeField } from '../fields/variable-type-field';
import { VariableValueField } from '../fields/variable-value-field';
import { FieldList, type ListedField } from './field-list';
import { HookAddress } from './hook-address';
import { NothingToFillIn } from './nothing-to-fill-in';
import { StrayMessages } from './stray-messages';
import { TriggerInputsField } from './trigger-inputs-field';

interface BuiltInFieldsProps {
  name: string;
  step: ActionDefinition | TriggerDefinition;
  builtIn: BuiltIn;
  readOnly: boolean;
}

function valueAt(step: JsonValue, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = step;
  for (const key of path) value = Array.isArray(value) ? value[Number(key)] : ownProperty(value, key);
  return value;
}

export function BuiltInFields({ name, step, builtIn, readOnly }: BuiltInFieldsProps) {
  const listed = builtIn.fields.map((field): ListedField => {
    const value = valueAt(step, field.path);
    return {
      key: field.key,
      label: field.label,
      description: field.description,
      advanced: field.visibility === 'advanced',
      filled: value !== undefined,
      draw: () => (
        <FieldByEditor key={field.key} step={name} field={field} value={value} readOnly={readOnly} />
      ),
    };
  });
  return (
    <>
      {builtIn.role === 'trigger' && builtIn.kind === 'Http' && <HookAddress />}
      {listed.length === 0 && <NothingToFillIn />}
      <StrayMessages step={name} fields={builtIn.fields.map((field) => field.key)} />
      <FieldList fields={listed} />
    </>
  );
}

export interface BuiltInFieldProps {
  step: string;
  field: BuiltInField;
  value: JsonValue | undefined;
  readOnly: boolean;
}

function FieldByEditor(props: BuiltInFieldProps) {
  if (props.field.ofVariable) return <VariableValueField {...props} />;
  switch (props.field.editor) {
    case 'condition':
      return <ConditionField {...props} />;
    case 'key-values':
      return <PairsField {...props} />;
    case 'json':
    case 'schema':
      return <JsonField {...props} />;
    case 'variable':
      return <VariableField {...props} />;
    case 'variable-type':
      return <VariableTypeField {...props} />;
    case 'plain':
      return <PlainField {...props} />;
    case 'trigger-inputs':
      return <TriggerInputsField {...props} />;
    default:
      return <InputFieldEditor {...props} path={props.field.path} />;
  }
}

function PairsField(props: BuiltInFieldProps) {
  const setValue = useSetValue(props.step);
  return <KeyValuesField {...props} path={props.field.path} setValue={setValue} />;
}
