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

/** What the draft and the live version of every flow refer to, for "used by". */
export function listFlowReferences(
  database: Database,
  environmentId: string,
): { id: string; name: string; draft: string; live: string | null }[] {
  return database.orm
    .select({ id: flow.id, name: flow.name, draft: flow.referencesText, live: flowVersion.referencesText })
    .from(flow)
    .leftJoin(flowVersion, and(eq(flowVersion.flowId, flow.id), eq(flowVersion.version, flow.liveVersion)))
    .where(eq(flow.environmentId, environmentId))
    .all();
}

function selectFlows(database: Database) {
  return database.orm
    .select({ ...getTableColumns(flow), solutionName: solution.displayName, ownerName: user.name })
    .from(flow)
    .leftJoin(solution, eq(solution.id, flow.solutionId))
    .leftJoin(user, eq(user.id, flow.createdBy));
}
