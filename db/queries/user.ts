// People of the server.
import { count, eq } from 'drizzle-orm';
import type { Database } from '../client';
import { user } from '../schema/user';

export type UserRow = typeof user.$inferSelect;

export function countUsers(database: Database): number {
  return database.orm.select({ count: count() }).from(user).get()?.count ?? 0;
}

export function insertUser(database: Database, row: typeof user.$inferInsert): void {
  database.orm.insert(user).values(row).run();
}

/** `email` is the normalised address. */
export function findUserByEmail(database: Database, email: string): UserRow | undefined {
  return database.orm.select().from(user).where(eq(user.email, email)).get();
}

export function findUser(database: Database, id: string): UserRow | undefined {
  return database.orm.select().from(user).where(eq(user.id, id)).get();
}

export function listUsers(database: Database): UserRow[] {
  return database.orm.select().from(user).orderBy(user.createdAt).all();
}

export function setPasswordHash(database: Database, id: string, passwordHash: string): void {
  database.orm.update(user).set({ passwordHash }).where(eq(user.id, id)).run();
}

/** Makes every token of the user worthless. */
export function setSessionVersion(database: Database, id: string, sessionVersion: number): void {
  database.orm.update(user).set({ sessionVersion }).where(eq(user.id, id)).run();
}
