// Runs of one environment: the list, one of them, figures per flow.
import { and, desc, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm';
import type { RunStatus } from '@/lib/engine/record';
import type { Database } from '../client';
import { flow } from '../schema/flow';
import { run } from '../schema/run';
import { createTextStore } from './run-text';

export type RunRow = typeof run.$inferSelect;

interface RunFilter {
  flowId?: string | undefined;
  status?: RunStatus | undefined;
  /** Only runs in which a call waits for somebody's decision. */
  inDoubt?: boolean | undefined;
  /** Only runs with a smaller number: the last one of the page before. */
  beforeNumber?: number | undefined;
  limit: number;
}

/** Newest first. */
export function listRuns(database: Database, environmentId: string, filter: RunFilter): RunRow[] {
  return database.orm
    .select()
    .from(run)
    .where(
      and(
        eq(run.environmentId, environmentId),
        filter.flowId === undefined ? undefined : eq(run.flowId, filter.flowId),
        filter.status === undefined ? undefined : eq(run.status, filter.status),
        filter.inDoubt ? and(isNull(run.finishedAt), gt(run.inDoubt, 0)) : undefined,
        filter.beforeNumber === undefined ? undefined : lt(run.number, filter.beforeNumber),
      ),
    )
    .orderBy(desc(run.number))
    .limit(filter.limit)
    .all();
}

export function findRun(database: Database, environmentId: string, id: string): RunRow | undefined {
  return database.orm
    .select()
    .from(run)
    .where(and(eq(run.environmentId, environmentId), eq(run.id, id)))
    .get();
}

/** The text that says which flow and which connector versions a run began with. */
export function readRunSource(database: Database, source: string): string {
  return createTextStore(database).get(`#${source}`);
}

/** JSON of the definition's own outputs, whole. */
export function readRunOutputs(database: Database, row: RunRow): string | undefined {
  return row.outputs === null ? undefined : createTextStore(database).get(row.outputs);
}

/** The newest run of each flow of the environment: one look into the index per flow, however many runs there are. */
export function listLastRuns(
  database: Database,
  environmentId: string,
): { flowId: string; id: string; status: RunStatus; startedAt: number }[] {
  return database.orm
    .select({ flowId: run.flowId, id: run.id, status: run.status, startedAt: run.startedAt })
    .from(flow)
    .innerJoin(run, sql`${run.number} = (SELECT max(number) FROM run WHERE flow_id = ${flow.id})`)
    .where(and(eq(flow.environmentId, environmentId), eq(run.environmentId, environmentId)))
    .all();
}

/** Per flow, how many runs began since then and ended well or badly. */
export function countRunsSince(
  database: Database,
  environmentId: string,
  since: number,
): { flowId: string; ok: number; failed: number }[] {
  return database.orm
    .select({
      flowId: run.flowId,
      ok: sql<number>`sum(${run.status} = 'Succeeded')`,
      failed: sql<number>`sum(${run.status} IN ('Failed', 'TimedOut'))`,
    })
    .from(run)
    .where(
      and(
        gte(run.number, findFirstNumberSince(database, since)),
        eq(run.environmentId, environmentId),
        gte(run.startedAt, since),
      ),
    )
    .groupBy(run.flowId)
    .all();
}

/** Runs are numbered as they begin, so the first one since a time is found by halving the numbers. */
function findFirstNumberSince(database: Database, since: number): number {
  const next = database.sqlite.prepare(
    'SELECT number, started_at AS startedAt FROM run WHERE number >= ? ORDER BY number LIMIT 1',
  );
  const last = database.sqlite.prepare('SELECT max(number) FROM run').pluck().get() as number | null;
  let low = 0;
  let high = (last ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = next.get(middle) as { number: number; startedAt: number } | undefined;
    if (found === undefined || found.startedAt >= since) high = middle;
    else low = found.number + 1;
  }
  return low;
}

/** Per flow, how many calls of runs under way wait for somebody's decision; flows without one are absent. */
export function countCallsInDoubt(
  database: Database,
  environmentId: string,
): { flowId: string; calls: number }[] {
  return database.orm
    .select({ flowId: run.flowId, calls: sql<number>`sum(${run.inDoubt})` })
    .from(run)
    .where(and(isNull(run.finishedAt), eq(run.environmentId, environmentId), gt(run.inDoubt, 0)))
    .groupBy(run.flowId)
    .all();
}

/** Runs of a flow that have not ended. */
export function listOpenRuns(database: Database, environmentId: string, flowId: string): RunRow[] {
  return database.orm
    .select()
    .from(run)
    .where(and(eq(run.environmentId, environmentId), eq(run.flowId, flowId), isNull(run.finishedAt)))
    .orderBy(desc(run.number))
    .all();
}
