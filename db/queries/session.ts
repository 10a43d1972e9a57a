// Sessions: a row per sign-in, deleted when it is over.
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Database } from '../client';
import { session, user } from '../schema/user';
import type { UserRow } from './user';

export function insertSession(database: Database, row: typeof session.$inferInsert): void {
  database.orm.insert(session).values(row).run();
}

/** The user of a session that has not ended. */
export function findSessionUser(database: Database, sessionId: string, now: number): UserRow | undefined {
  return database.orm
    .select({ user })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.id, sessionId), gt(session.expiresAt, now)))
    .get()?.user;
}

export function deleteSession(database: Database, sessionId: string): void {
  database.orm.delete(session).where(eq(session.id, sessionId)).run();
}

export function deleteSessionsOf(database: Database, userId: string): void {
  database.orm.delete(session).where(eq(session.userId, userId)).run();
}

export function deleteEndedSessions(database: Database, now: number): void {
  database.orm.delete(session).where(lte(session.expiresAt, now)).run();
}
