// Flows of one environment: draft, versions, and what they refer to.
import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import type { Database } from '../client';
import { flow, flowVersion } from '../schema/flow';
import { solution } from '../schema/solution';
import { user } from '../schema/user';

export type FlowRow = typeof flow.$inferSelect;
export type FlowVersionRow = typeof flowVersion.$inferSelect;
export type FlowWithNames = FlowRow & { solutionName: string | null; ownerName: string | null };

export function listFlows(database: Database, environmentId: string, solutionId?: string): FlowWithNames[] {
  return selectFlows(database)
    .where(
      and(
        eq(flow.environmentId, environmentId),
        solutionId === undefined ? undefined : eq(flow.solutionId, solutionId),
      ),
    )
    .orderBy(desc(flow.modifiedAt))
    .all();
}

export function findFlow(database: Database, environmentId: string, id: string): FlowWithNames | undefined {
  return selectFlows(database)
    .where(and(eq(flow.environmentId, environmentId), eq(flow.id, id)))
    .get();
}

export function insertFlow(database: Database, row: typeof flow.$inferInsert): void {
  database.orm.insert(flow).values(row).run();
}

/** Changes a flow; with `expectedRevision` only if nobody changed the draft meanwhile. False when nothing was changed. */
export function updateFlow(
  database: Database,
  key: { environmentId: string; id: string; expectedRevision?: number },
  values: Partial<typeof flow.$inferInsert>,
): boolean {
  const { changes } = database.orm
    .update(flow)
    .set(values)
    .where(
      and(
        eq(flow.environmentId, key.environmentId),
        eq(flow.id, key.id),
        key.expectedRevision === undefined ? undefined : eq(flow.revision, key.expectedRevision),
      ),
    )
    .run();
  return changes > 0;
}

export function deleteFlow(database: Database, environmentId: string, id: string): void {
  database.orm
    .delete(flow)
    .where(and(eq(flow.environmentId, environmentId), eq(flow.id, id)))
    .run();
}

export function insertFlowVersion(database: Database, row: typeof flowVersion.$inferInsert): void {
  database.orm.insert(flowVersion).values(row).run();
}

export function findFlowVersion(
  database: Database,
  key: { environmentId: string; flowId: string; version: number },
): FlowVersionRow | undefined {
  return database.orm
    .select()
    .from(flowVersion)
    .where(
      and(
        eq(flowVersion.environmentId, key.environmentId),
        eq(flowVersion.flowId, key.flowId),
        eq(flowVersion.version, key.version),
      ),
    )
    .get();
}

/** Of every flow which draft and which live version it has: enough to know whether it changed. */
export function listFlowStates(
  database: Database,
  environmentId: string,
): { id: string; name: string; revision: number; liveVersion: number }[] {
  return database.orm
    .select({ id: flow.id, name: flow.name, revision: flow.revision, liveVersion: flow.liveVersion })
    .from(flow)
    .where(eq(flow.environmentId, environmentId))
    .all();
}

/** The texts of a flow's draft, and of its live version where it has one. */
export function findFlowTexts(
  database: Database,
  environmentId: string,
  id: string,
): { definitionText: string; referencesText: string }[] {
  const draft = database.orm
    .select()
    .from(flow)
    .where(and(eq(flow.environmentId, environmentId), eq(flow.id, id)))
    .get();
  if (draft === undefined) return [];
  const key = { environmentId, flowId: id, version: draft.liveVersion };
  const live = draft.liveVersion === 0 ? undefined : findFlowVersion(database, key);
  return live === undefined ? [draft] : [draft, live];
}

function selectFlows(database: Database) {
  return database.orm
    .select({ ...getTableColumns(flow), solutionName: solution.displayName, ownerName: user.name })
    .from(flow)
    .leftJoin(solution, eq(solution.id, flow.solutionId))
    .leftJoin(user, eq(user.id, flow.createdBy));
}
