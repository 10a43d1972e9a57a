// Parameters of a connector's operation: the connection first, then one field each, advanced ones folded.
'use client';
import { useMemo } from 'react';
import { listInputs } from '@/lib/connector/inputs';
import type { InputField } from '@/lib/connector/model';
import { readOperationCall } from '@/lib/flow/connector-action';
import type { ActionDefinition, TriggerDefinition } from '@/lib/flow/definition';
import { type JsonObject, ownProperty } from '@/lib/json';
import { InputFieldEditor } from '../fields/input-field-editor';
import { findStepConnector, findStepOperation } from '../step/step-face';
import { useCatalog, useDesigner } from '../store/designer-context';
import { FieldList, type ListedField } from './field-list';
import { NothingToFillIn } from './nothing-to-fill-in';
import { StepConnection } from './step-connection';
import { StrayMessages } from './stray-messages';

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
      <ParameterFields
        name={name}
        step={step}
        document={entry.connector.document}
        fields={fields}
        readOnly={readOnly}
      />
    </>
  );
}

interface ParameterFieldsProps extends ConnectorParametersProps {
  document: JsonObject;
  fields: readonly InputField[];
}

function ParameterFields({ name, step, document, fields, readOnly }: ParameterFieldsProps) {
  const parameters = ownProperty(ownProperty(step, 'inputs'), 'parameters');
  const listed = fields.map((field): ListedField => {
    const { key, label, description, schema, pointer } = field;
    const value = ownProperty(parameters, key);
    return {
      key,
      label,
      description,
      advanced: field.visibility === 'advanced' && !field.required,
      filled: value !== undefined,
      draw: () => (
        <InputFieldEditor
          key={key}
          step={name}
          field={{ ...field, described: { document, schema, pointer } }}
          path={['inputs', 'parameters', key]}
          value={value}
          readOnly={readOnly}
        />
      ),
    };
  });
  return (
    <>
      <StrayMessages step={name} fields={fields.map((field) => field.key)} />
      <FieldList fields={listed} />
    </>
  );
}
