// Environments and who may do what in them.
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../client';
import { environment, environmentMember } from '../schema/environment';

export type EnvironmentRole = (typeof environmentMember.$inferSelect)['role'];

export interface Membership {
  id: string;
  name: string;
  color: string;
  role: EnvironmentRole;
}

/** The environments a user belongs to, oldest first. */
export function listMemberships(database: Database, userId: string): Membership[] {
  return database.orm
    .select({
      id: environment.id,
      name: environment.name,
      color: environment.color,
      role: environmentMember.role,
    })
    .from(environmentMember)
    .innerJoin(environment, eq(environment.id, environmentMember.environmentId))
    .where(eq(environmentMember.userId, userId))
    .orderBy(asc(environment.createdAt))
    .all();
}

export function listEnvironments(database: Database): (typeof environment.$inferSelect)[] {
  return database.orm.select().from(environment).orderBy(asc(environment.createdAt)).all();
}

export function insertEnvironment(database: Database, row: typeof environment.$inferInsert): void {
  database.orm.insert(environment).values(row).run();
}

export function insertMember(database: Database, row: typeof environmentMember.$inferInsert): void {
  database.orm.insert(environmentMember).values(row).run();
}
