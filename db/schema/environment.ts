// Environments: all data of makers belongs to one, and who may do what is decided per environment.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { user } from './user';

export const environment = sqliteTable('environment', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** `#rrggbb`, shown in the header so that two environments are told apart. */
  color: text('color').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const environmentMember = sqliteTable(
  'environment_member',
  {
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['administrator', 'maker', 'runner', 'reader'] }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.environmentId, table.userId] })],
);
