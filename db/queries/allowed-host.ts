// Private addresses that an administrator let the outbound door call.
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../client';
import { allowedHost } from '../schema/connection';

export type AllowedHostRow = typeof allowedHost.$inferSelect;

export function listAllowedHosts(database: Database): AllowedHostRow[] {
  return database.orm.select().from(allowedHost).orderBy(asc(allowedHost.host)).all();
}

export function isHostAllowed(database: Database, host: string): boolean {
  const row = database.orm
    .select({ host: allowedHost.host })
    .from(allowedHost)
    .where(eq(allowedHost.host, host))
    .get();
  return row !== undefined;
}

export function insertAllowedHost(database: Database, row: AllowedHostRow): void {
  database.orm.insert(allowedHost).values(row).onConflictDoNothing().run();
}

export function deleteAllowedHost(database: Database, host: string): number {
  return database.orm.delete(allowedHost).where(eq(allowedHost.host, host)).run().changes;
}
