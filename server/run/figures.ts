// Figures about runs that lists of flows show.
import { countCallsInDoubt, countRunsSince, listLastRuns, listOpenRuns } from '@/db/queries/run-list';
import type { RunStatus } from '@/lib/engine/record';
import type { Dependent } from '../dependents';
import type { Scope } from '../services';

export interface FlowRunFigures {
  lastRun?: { id: string; status: RunStatus; startedAt: number };
  runs24h: { ok: number; failed: number };
  /** Calls that wait for somebody's decision. */
  inDoubt: number;
}

const day = 24 * 60 * 60 * 1000;

/** By flow id; flows that never ran are absent. */
export function listFlowRunFigures(scope: Scope): Map<string, FlowRunFigures> {
  const { database, now } = scope.services;
  const figures = new Map<string, FlowRunFigures>();
  for (const { flowId, id, status, startedAt } of listLastRuns(database, scope.environmentId)) {
    figures.set(flowId, { lastRun: { id, status, startedAt }, runs24h: { ok: 0, failed: 0 }, inDoubt: 0 });
  }
  for (const { flowId, ok, failed } of countRunsSince(database, scope.environmentId, now() - day)) {
    const known = figures.get(flowId);
    if (known !== undefined) known.runs24h = { ok, failed };
  }
  for (const { flowId, calls } of countCallsInDoubt(database, scope.environmentId)) {
    const known = figures.get(flowId);
    if (known !== undefined) known.inDoubt = calls;
  }
  return figures;
}

/** Runs of a flow that are under way. */
export function listUnfinishedRuns(scope: Scope, flowId: string): Dependent[] {
  return listOpenRuns(scope.services.database, scope.environmentId, flowId).map((run) => ({
    id: run.id,
    name: `run of ${new Date(run.startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  }));
}
