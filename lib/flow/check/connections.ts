// Checks of connectors and connections: is the operation still there, and is there a connection to call it with.
import { operationLabel } from '../../connector/label';
import type { Connector } from '../../connector/model';
import { whyBlocked } from '../../connector/operation-errors';
import { apiName } from '../api-id';
import type { FlowProblem } from '../check-flow';
import { findConnector, findOperation, type OperationCall, readOperationCall } from '../connector-action';
import type { ActionDefinition, Flow, TriggerDefinition } from '../definition';
import { listActions, listTriggers } from '../tree';
import { flowProblem, type Place } from './flow-problem';

export interface KnownConnection {
  id: string;
  name: string;
  status: 'connected' | 'failing' | 'untested';
}

export interface ConnectionsQuery {
  flow: Flow;
  /** By API id. */
  connectors: Record<string, Connector>;
  /** Absent: which connections exist is not known. */
  connections?: readonly KnownConnection[];
}

/** Problems of every step and trigger that calls a connector. */
export function checkConnections(query: ConnectionsQuery): FlowProblem[] {
  const { definition } = query.flow;
  const triggers = listTriggers(definition).flatMap(({ name, trigger, pointer }) =>
    checkStep(query, trigger, { trigger: name, at: pointer }),
  );
  const actions = listActions(definition).flatMap(({ name, action, pointer }) =>
    checkStep(query, action, { action: name, at: pointer }),
  );
  return [...triggers, ...actions];
}

function checkStep(
  query: ConnectionsQuery,
  step: ActionDefinition | TriggerDefinition,
  place: Place,
): FlowProblem[] {
  const call = readOperationCall(step, query.flow.connectionReferences);
  if (!call) return [];
  const connector = findConnector(query.connectors, call.apiId);
  const host = { ...place, at: `${place.at}/inputs/host` };
  if (!connector)
    return [
      flowProblem(
        'FLOW3002',
        host,
        `The connector ${apiName(call.apiId) || 'of this step'} is not in this environment.`,
      ),
    ];
  return [...checkOperation(connector, call, host), ...checkConnection(query, { connector, call }, host)];
}

function checkOperation(connector: Connector, call: OperationCall, place: Place): FlowProblem[] {
  const operation = findOperation(connector, call.operationId);
  if (!operation)
    return [
      flowProblem('FLOW3003', place, `The operation ${call.operationId} is no longer in ${connector.title}.`),
    ];
  const blocked = whyBlocked(connector, operation);
  const errors = blocked === undefined ? [] : [flowProblem('FLOW3007', place, blocked)];
  if (!operation.deprecated) return errors;
  const message = `${operationLabel(operation)} is deprecated by its connector.`;
  return [...errors, flowProblem('FLOW3005', place, { message, severity: 'warning' })];
}

/** True where calls of this connector need stored values. */
function needsConnection(connector: Connector): boolean {
  return connector.connectionParameters.length > 0;
}

function checkConnection(
  query: ConnectionsQuery,
  { connector, call }: { connector: Connector; call: OperationCall },
  place: Place,
): FlowProblem[] {
  if (!needsConnection(connector)) return [];
  const id = query.flow.connectionReferences[call.connectionName]?.connectionId;
  if (id === undefined)
    return [flowProblem('FLOW3001', place, 'This step has no connection. Choose one or make one.')];
  if (!query.connections) return [];
  const connection = query.connections.find((each) => each.id === id);
  if (!connection)
    return [flowProblem('FLOW3004', place, 'The connection of this step was deleted. Choose another one.')];
  if (connection.status !== 'failing') return [];
  const message = `The connection ${connection.name} did not work when it was last used.`;
  return [flowProblem('FLOW3006', place, { message, severity: 'warning' })];
}
