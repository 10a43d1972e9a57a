// Publishers and solutions: the boxes that connectors and flows are made in.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { environment } from './environment';

export const publisher = sqliteTable(
  'publisher',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    displayName: text('display_name').notNull(),
    uniqueName: text('unique_name').notNull(),
    prefix: text('prefix').notNull(),
  },
  (table) => [uniqueIndex('publisher_name').on(table.environmentId, table.uniqueName)],
);

export const solution = sqliteTable(
  'solution',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    publisherId: text('publisher_id')
      .notNull()
      .references(() => publisher.id),
    displayName: text('display_name').notNull(),
    /** Lower case of the display name: names are unique without regard to case. */
    nameKey: text('name_key').notNull(),
    uniqueName: text('unique_name').notNull(),
    version: text('version').notNull(),
    createdAt: integer('created_at').notNull(),
    modifiedAt: integer('modified_at').notNull(),
  },
  (table) => [
    uniqueIndex('solution_name').on(table.environmentId, table.nameKey),
    uniqueIndex('solution_unique_name').on(table.environmentId, table.uniqueName),
    index('solution_publisher').on(table.publisherId),
  ],
);
