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
import { VariableField } from '../fields/variable-field';
import { VariableValueField } from '../fields/variable-value-field';
import { AdvancedFold } from './advanced-fold';
import { HookAddress } from './hook-address';
import { NothingToFillIn } from './nothing-to-fill-in';
import { TriggerInputsField } from './trigger-inputs-field';

/** Fields that hold what a variable holds. */
const valuesOfVariables = new Set([
  'InitializeVariable inputs/variables/0/value',
  'SetVariable inputs/value',
]);

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
  const fields = builtIn.fields.map((field) => ({ field, value: valueAt(step, field.path) }));
  const isFolded = ({ field, value }: (typeof fields)[number]) =>
    field.visibility === 'advanced' && value === undefined;
  const folded = fields.filter(isFolded);
  const draw = ({ field, value }: (typeof fields)[number]) => (
    <FieldByEditor
      key={field.key}
      step={name}
      field={field}
      value={value}
      readOnly={readOnly}
      ofVariable={valuesOfVariables.has(`${builtIn.type} ${field.key}`)}
    />
  );
  return (
    <>
      {builtIn.role === 'trigger' && builtIn.kind === 'Http' && <HookAddress />}
      {fields.length === 0 && <NothingToFillIn />}
      {fields.filter((each) => !isFolded(each)).map(draw)}
      <AdvancedFold keys={folded.map(({ field }) => field.key)}>{folded.map(draw)}</AdvancedFold>
    </>
  );
}

export interface BuiltInFieldProps {
  step: string;
  field: BuiltInField;
  value: JsonValue | undefined;
  readOnly: boolean;
}

function FieldByEditor({ ofVariable, ...props }: BuiltInFieldProps & { ofVariable: boolean }) {
  if (ofVariable) return <VariableValueField {...props} />;
  switch (props.field.editor) {
    case 'condition':
      return <ConditionField {...props} />;
    case 'key-values':
      return <KeyValuesField {...props} />;
    case 'json':
    case 'schema':
      return <JsonField {...props} />;
    case 'variable':
      return <VariableField {...props} />;
    case 'plain':
      return <PlainField {...props} />;
    case 'trigger-inputs':
      return <TriggerInputsField {...props} />;
    default:
      return <InputFieldEditor {...props} path={props.field.path} />;
  }
}
