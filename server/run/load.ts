// One run of the environment at hand, or NOT_FOUND.
import { findRun, type RunRow } from '@/db/queries/run-list';
import { AppError } from '@/lib/app-error';
import type { Scope } from '../services';

export function getRunRow(scope: Scope, id: string): RunRow {
  const row = findRun(scope.services.database, scope.environmentId, id);
  if (row === undefined)
    throw new AppError('NOT_FOUND', 'This run does not exist, or not in this environment.');
  return row;
}
