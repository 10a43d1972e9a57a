// The row of a run for those who already know that they may see it: the runner and its live views.
import { eq } from 'drizzle-orm';
import type { Database } from '../client';
import { run } from '../schema/run';
import type { RunRow } from './run-list';

export function findRunById(database: Database, id: string): RunRow | undefined {
  return database.orm.select().from(run).where(eq(run.id, id)).get();
}
