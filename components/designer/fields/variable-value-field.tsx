// The value of a variable: typed text is read as what the variable holds, so 0 is a number in an Integer.
'use client';
import { variableFieldType } from '@/lib/flow/check/variables';
import type { FlowDefinition } from '@/lib/flow/definition';
import { findAction } from '@/lib/flow/tree';
import { listVariables } from '@/lib/flow/upstream';
import { ownProperty } from '@/lib/json';
import type { BuiltInFieldProps } from '../inspector/built-in-fields';
import { useDesigner } from '../store/designer-context';
import { InputFieldEditor } from './input-field-editor';

/** Type of the variable that a step makes or sets, in lower case. */
function findVariableType(definition: FlowDefinition, step: string): string | undefined {
  const action = findAction(definition, step)?.action;
  if (!action) return undefined;
  const name = ownProperty(action.inputs, 'name');
  if (typeof name === 'string') return listVariables(definition).get(name.toLowerCase())?.[0]?.type;
  const variables = ownProperty(action.inputs, 'variables');
  const first = Array.isArray(variables) ? ownProperty(variables[0], 'type') : undefined;
  return typeof first === 'string' ? first.toLowerCase() : undefined;
}

export function VariableValueField(props: BuiltInFieldProps) {
  const { step, field } = props;
  const type = useDesigner((state) => variableFieldType(findVariableType(state.flow.definition, step)));
  return <InputFieldEditor {...props} field={{ ...field, type: type ?? field.type }} path={field.path} />;
}
