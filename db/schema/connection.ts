// Connections: credentials for one connector in one environment. Values are sealed; the origin says where they may go.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { connector } from './connector';
import { environment } from './environment';

export const connection = sqliteTable(
  'connection',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    connectorId: text('connector_id')
      .notNull()
      .references(() => connector.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** scheme://host:port that the values were entered for; they are never sent elsewhere. */
    origin: text('origin').notNull(),
    status: text('status', { enum: ['connected', 'failing', 'untested'] }).notNull(),
    lastError: text('last_error'),
    lastUsedAt: integer('last_used_at'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    modifiedAt: integer('modified_at').notNull(),
  },
  (table) => [
    uniqueIndex('connection_name').on(table.environmentId, table.nameKey),
    index('connection_connector').on(table.connectorId),
  ],
);

export const connectionValue = sqliteTable(
  'connection_value',
  {
    connectionId: text('connection_id')
      .notNull()
      .references(() => connection.id, { onDelete: 'cascade' }),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    /** Name of the connection parameter, e.g. `api_key`. */
    name: text('name').notNull(),
    sealed: text('sealed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.name] })],
);

/** Keys that seal values, themselves wrapped by the key file. */
export const dataKey = sqliteTable('data_key', {
  id: text('id').primaryKey(),
  environmentId: text('environment_id').references(() => environment.id, { onDelete: 'cascade' }),
  wrapped: text('wrapped').notNull(),
  createdAt: integer('created_at').notNull(),
});

/** Private `host:port` pairs that an administrator let the outbound door call. */
export const allowedHost = sqliteTable('allowed_host', {
  host: text('host').primaryKey(),
  createdBy: text('created_by').notNull(),
  createdAt: integer('created_at').notNull(),
});
