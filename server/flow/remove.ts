// Deleting a flow: its runs under way are cancelled first, its history stays.
import { deleteFlow, updateFlow } from '@/db/queries/flow';
import { listOpenRuns } from '@/db/queries/run-list';
import { AppError } from '@/lib/app-error';
import { refuseWithDependents } from '../dependents';
import { listUnfinishedRuns } from '../run/figures';
import type { Scope } from '../services';
import { getFlowRow } from './load';

/** Runs that are under way hold a flow back. */
export function listFlowDependents(scope: Scope, id: string) {
  getFlowRow(scope, id);
  return { runs: listUnfinishedRuns(scope, id) };
}

export async function removeFlow(
  scope: Scope,
  { id, confirm }: { id: string; confirm?: boolean | undefined },
): Promise<void> {
  const { database, runner } = scope.services;
  const { environmentId } = scope;
  const row = getFlowRow(scope, id);
  refuseWithDependents(`“${row.name}”`, listFlowDependents(scope, id), confirm);
  // From here on nothing starts a run any more, while those that are open are ended.
  updateFlow(database, { environmentId, id }, { state: 'off' });
  await Promise.all(
    listOpenRuns(database, environmentId, id).map((run) => runner.cancel(run.id).catch(passEnded)),
  );
  deleteFlow(database, environmentId, id);
}

/** A run that ended by itself meanwhile needs no cancelling. */
function passEnded(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'NOT_READY')) throw error;
}
