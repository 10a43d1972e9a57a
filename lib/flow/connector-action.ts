// Steps and triggers that call a connector's operation, in the form Power Automate writes:
// `inputs.host { apiId, connectionName, operationId }` and flat, slash-keyed `inputs.parameters`.
import type { Connector, Operation } from '../connector/model';
import { type JsonObject, ownProperty } from '../json';
import { isConnectorType } from './built-in';
import type { ActionDefinition, ConnectionReferences, TriggerDefinition } from './definition';
import { referenceKeyOf } from './edits/connection';

export interface OperationCall {
  /** `/providers/Microsoft.PowerApps/apis/shared_<slug>` */
  apiId: string;
  operationId: string;
  /** Key of the connection reference; empty where none is named. */
  connectionName: string;
  parameters: JsonObject;
}

/** A new step that calls an operation. Its connection reference is put in when it is added (`AddAction.connection`). */
export function makeConnectorAction(apiId: string, operation: Operation): ActionDefinition {
  const host = { apiId, connectionName: '', operationId: operation.id };
  return { type: 'OpenApiConnection', inputs: { host, parameters: {} } };
}

/** The call a step or trigger makes, or undefined where it is not of a connector. An older reference to the API is looked up. */
export function readOperationCall(
  step: ActionDefinition | TriggerDefinition,
  references: ConnectionReferences = {},
): OperationCall | undefined {
  if (!isConnectorType(step.type)) return undefined;
  const inputs = ownProperty(step, 'inputs');
  const host = ownProperty(inputs, 'host');
  const operationId = ownProperty(host, 'operationId');
  const connectionName = referenceKeyOf(step) ?? '';
  const written = ownProperty(host, 'apiId');
  const apiId =
    typeof written === 'string' && written !== '' ? written : (references[connectionName]?.apiId ?? '');
  const parameters = ownProperty(inputs, 'parameters');
  return {
    apiId,
    operationId: typeof operationId === 'string' ? operationId : '',
    connectionName,
    parameters:
      typeof parameters === 'object' && parameters !== null && !Array.isArray(parameters) ? parameters : {},
  };
}

/** The connector an API id names, ignoring case. */
export function findConnector(connectors: Record<string, Connector>, apiId: string): Connector | undefined {
  if (Object.hasOwn(connectors, apiId)) return connectors[apiId];
  const folded = apiId.toLowerCase();
  return Object.entries(connectors).find(([id]) => id.toLowerCase() === folded)?.[1];
}

/** The operation a call names, or undefined. */
export function findOperation(connector: Connector, operationId: string): Operation | undefined {
  return (
    connector.operations.find((operation) => operation.id === operationId) ??
    connector.operations.find((operation) => operation.id.toLowerCase() === operationId.toLowerCase())
  );
}
