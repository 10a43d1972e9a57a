// One connector of the environment at hand, or NOT_FOUND.
import { type ConnectorWithIcon, findConnector } from '@/db/queries/connector';
import { AppError } from '@/lib/app-error';
import type { Scope } from '../services';

export function getConnectorRow(scope: Scope, id: string): ConnectorWithIcon {
  const row = findConnector(scope.services.database, scope.environmentId, id);
  if (row === undefined)
    throw new AppError('NOT_FOUND', 'This connector does not exist, or not in this environment.');
  return row;
}

export function staleConnector(revision: number): AppError {
  return new AppError('STALE_EDIT', 'This connector was changed in another window.', {
    details: { revision },
  });
}
