// One connection of the environment at hand that this person may use, or NOT_FOUND.
import { type ConnectionRow, findConnection } from '@/db/queries/connection';
import { AppError } from '@/lib/app-error';
import type { Scope } from '../services';

export function getConnectionRow(scope: Scope, id: string): ConnectionRow {
  const row = findConnection(scope.services.database, scope.environmentId, id);
  if (row === undefined)
    throw new AppError('NOT_FOUND', 'This connection does not exist, or not in this environment.');
  if (!mayUse(scope, row)) throw new AppError('FORBIDDEN', 'This connection belongs to somebody else.');
  return row;
}

/** Makers use what they made; an administrator of the environment uses any. */
export function mayUse(scope: Scope, row: { createdBy: string }): boolean {
  return scope.role === 'administrator' || (scope.role === 'maker' && row.createdBy === scope.user.userId);
}
