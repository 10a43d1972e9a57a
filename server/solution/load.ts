// One solution of the environment at hand, or NOT_FOUND.
import { findSolution, type SolutionWithPublisher } from '@/db/queries/solution';
import { AppError } from '@/lib/app-error';
import type { Scope } from '../services';

export function getSolutionRow(scope: Scope, id: string): SolutionWithPublisher {
  const row = findSolution(scope.services.database, scope.environmentId, id);
  if (row === undefined)
    throw new AppError('NOT_FOUND', 'This solution does not exist, or not in this environment.');
  return row;
}

/** A thing may be made outside any solution, but not inside a foreign one. */
export function checkSolution(scope: Scope, id: string | undefined): void {
  if (id !== undefined) getSolutionRow(scope, id);
}
