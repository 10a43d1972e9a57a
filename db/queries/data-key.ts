// The sealed data key of each environment.
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../client';
import { dataKey } from '../schema/connection';

/** The wrapped key of an environment, the oldest where there are several. */
export function findDataKey(database: Database, environmentId: string): string | undefined {
  return database.orm
    .select({ wrapped: dataKey.wrapped })
    .from(dataKey)
    .where(eq(dataKey.environmentId, environmentId))
    .orderBy(asc(dataKey.createdAt))
    .limit(1)
    .get()?.wrapped;
}

export function insertDataKey(database: Database, row: typeof dataKey.$inferInsert): void {
  database.orm.insert(dataKey).values(row).run();
}
