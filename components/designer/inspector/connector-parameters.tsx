// Parameters of a connector's operation: the connection first, then one field each, advanced ones folded.
'use client';
import { useMemo } from 'react';
import { listInputs } from '@/lib/connector/inputs';
import type { InputField } from '@/lib/connector/model';
import { readOperationCall } from '@/lib/flow/connector-action';
import type { ActionDefinition, TriggerDefinition } from '@/lib/flow/definition';
import { ownProperty } from '@/lib/json';
import { InputFieldEditor } from '../fields/input-field-editor';
import { findStepConnector, findStepOperation } from '../step/step-face';
import { useCatalog, useDesigner } from '../store/designer-context';
import { AdvancedFold } from './advanced-fold';
import { NothingToFillIn } from './nothing-to-fill-in';
import { StepConnection } from './step-connection';

interface ConnectorParametersProps {
  name: string;
  step: ActionDefinition | TriggerDefinition;
  readOnly: boolean;
}

export function ConnectorParameters({ name, step, readOnly }: ConnectorParametersProps) {
  const references = useDesigner((state) => state.flow.connectionReferences);
  const catalog = useCatalog();
  const entry = findStepConnector(step, references, catalog);
  const operation = findStepOperation(step, references, catalog)?.operation;
  const call = readOperationCall(step, references);
  const fields = useMemo(
    () =>
      entry && operation
        ? listInputs(entry.connector, operation).filter((field) => field.visibility !== 'internal')
        : [],
    [entry, operation],
  );
  if (!entry) {
    return (
      <p className="text-ink2">
        The connector of this step ({call?.apiId.split('/').at(-1) ?? 'unknown'}) is not in this environment.
        Import it, and the step works again.
      </p>
    );
  }
  if (!operation) {
    return (
      <p className="text-ink2">
        {entry.name} no longer has the operation “{call?.operationId}”. Delete this step and add the one that
        replaces it.
      </p>
    );
  }
  const needsConnection = entry.connector.connectionParameters.length > 0;
  const reference = call && references[call.connectionName];
  if (needsConnection && !reference?.connectionId && !readOnly) {
    return <StepConnection name={name} entry={entry} connectionId={undefined} readOnly={readOnly} />;
  }
  return (
    <>
      {needsConnection && (
        <StepConnection
          name={name}
          entry={entry}
          connectionId={reference?.connectionId}
          readOnly={readOnly}
        />
      )}
      {operation.deprecated && (
        <p className="rounded-control bg-warn-soft px-3 py-2 text-warn">
          This operation is deprecated: its author plans to remove it.
        </p>
      )}
      {fields.length === 0 && <NothingToFillIn />}
      <ParameterFields name={name} step={step} fields={fields} readOnly={readOnly} />
    </>
  );
}

interface ParameterFieldsProps extends ConnectorParametersProps {
  fields: readonly InputField[];
}

function ParameterFields({ name, step, fields, readOnly }: ParameterFieldsProps) {
  const parameters = ownProperty(ownProperty(step, 'inputs'), 'parameters');
  // Advanced fields that have a value stand with the others, so that nothing that is sent is out of sight.
  const filled = new Set(
    fields.filter((field) => ownProperty(parameters, field.key) !== undefined).map((field) => field.key),
  );
  const folded = fields.filter(
    (field) => field.visibility === 'advanced' && !field.required && !filled.has(field.key),
  );
  const shown = fields.filter((field) => !folded.includes(field));
  const draw = (field: InputField) => (
    <InputFieldEditor
      key={field.key}
      step={name}
      field={field}
      path={['inputs', 'parameters', field.key]}
      value={ownProperty(parameters, field.key)}
      readOnly={readOnly}
    />
  );
  return (
    <>
      {shown.map(draw)}
      <AdvancedFold keys={folded.map((field) => field.key)}>{folded.map(draw)}</AdvancedFold>
    </>
  );
}
