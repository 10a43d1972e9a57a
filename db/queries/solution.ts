// Solutions and publishers of one environment.
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Database } from '../client';
import { publisher, solution } from '../schema/solution';

export type SolutionRow = typeof solution.$inferSelect;
export type SolutionWithPublisher = SolutionRow & { publisherName: string };

export function listPublishers(database: Database, environmentId: string): (typeof publisher.$inferSelect)[] {
  return database.orm
    .select()
    .from(publisher)
    .where(eq(publisher.environmentId, environmentId))
    .orderBy(asc(publisher.displayName))
    .all();
}

export function listSolutions(database: Database, environmentId: string): SolutionWithPublisher[] {
  return selectSolutions(database)
    .where(eq(solution.environmentId, environmentId))
    .orderBy(desc(solution.modifiedAt))
    .all()
    .map(flat);
}

export function findSolution(
  database: Database,
  environmentId: string,
  id: string,
): SolutionWithPublisher | undefined {
  const row = selectSolutions(database)
    .where(and(eq(solution.environmentId, environmentId), eq(solution.id, id)))
    .get();
  return row === undefined ? undefined : flat(row);
}

export function insertSolution(database: Database, row: typeof solution.$inferInsert): void {
  database.orm.insert(solution).values(row).run();
}

export function updateSolution(
  database: Database,
  row: { environmentId: string; id: string; displayName?: string; nameKey?: string; modifiedAt: number },
): void {
  const { environmentId, id, ...values } = row;
  database.orm
    .update(solution)
    .set(values)
    .where(and(eq(solution.environmentId, environmentId), eq(solution.id, id)))
    .run();
}

export function deleteSolution(database: Database, environmentId: string, id: string): void {
  database.orm
    .delete(solution)
    .where(and(eq(solution.environmentId, environmentId), eq(solution.id, id)))
    .run();
}

function selectSolutions(database: Database) {
  return database.orm
    .select({ solution, publisherName: publisher.displayName })
    .from(solution)
    .innerJoin(publisher, eq(publisher.id, solution.publisherId));
}

function flat(row: { solution: SolutionRow; publisherName: string }): SolutionWithPublisher {
  return { ...row.solution, publisherName: row.publisherName };
}
