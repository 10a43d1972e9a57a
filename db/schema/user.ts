// People and their sessions. A session token is valid only while its row lives and carries the user's session version.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const user = sqliteTable(
  'user',
  {
    id: text('id').primaryKey(),
    /** Trimmed and lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** Rights over the whole server; rights in an environment are in environment_member. */
    role: text('role', { enum: ['administrator', 'member'] }).notNull(),
    passwordHash: text('password_hash').notNull(),
    /** Goes up when every session of the user has to end. */
    sessionVersion: integer('session_version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('user_email').on(table.email)],
);

export const session = sqliteTable(
  'session',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('session_user').on(table.userId)],
);
