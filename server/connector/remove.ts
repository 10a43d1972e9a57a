// Deleting a connector, and what depends on one.
import { listConnections } from '@/db/queries/connection';
import { deleteConnector } from '@/db/queries/connector';
import { refuseWithDependents } from '../dependents';
import { listFlowsUsingConnector } from '../flow/used-by';
import type { Scope } from '../services';
import { getConnectorRow } from './load';

export function listConnectorDependents(scope: Scope, id: string) {
  const row = getConnectorRow(scope, id);
  const connections = listConnections(scope.services.database, scope.environmentId, { connectorId: id });
  return {
    flows: listFlowsUsingConnector(scope, row.slug),
    connections: connections.map((connection) => ({ id: connection.id, name: connection.name })),
  };
}

/** Connections go with it; flows that use it stay and say that it is missing. */
export function removeConnector(
  scope: Scope,
  { id, confirm }: { id: string; confirm?: boolean | undefined },
): void {
  const row = getConnectorRow(scope, id);
  refuseWithDependents(`“${row.name}”`, listConnectorDependents(scope, id), confirm);
  deleteConnector(scope.services.database, scope.environmentId, id);
}
