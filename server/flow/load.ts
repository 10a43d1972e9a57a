// One flow of the environment at hand, or NOT_FOUND.
import { type FlowWithNames, findFlow } from '@/db/queries/flow';
import { AppError } from '@/lib/app-error';
import type { Scope } from '../services';

export function getFlowRow(scope: Scope, id: string): FlowWithNames {
  const row = findFlow(scope.services.database, scope.environmentId, id);
  if (row === undefined)
    throw new AppError('NOT_FOUND', 'This flow does not exist, or not in this environment.');
  return row;
}

export function staleFlow(revision: number): AppError {
  return new AppError('STALE_EDIT', 'This flow was changed in another window.', { details: { revision } });
}
