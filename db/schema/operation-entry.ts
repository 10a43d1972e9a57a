// The operations of live connectors as the palette shows and searches them. Computed from the live version, and made anew
// whenever that changes; rows are never updated. The full text over `search_text` is the virtual table `operation_text`,
// which triggers of the migration keep in step.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { connector } from './connector';
import { environment } from './environment';

/** Which version of a connector is indexed, and what the palette says of it as a whole. */
export const connectorPalette = sqliteTable(
  'connector_palette',
  {
    connectorId: text('connector_id')
      .primaryKey()
      .references(() => connector.id, { onDelete: 'cascade' }),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    brandColor: text('brand_color').notNull(),
    /** Operations that a maker sees: not the internal ones. */
    actions: integer('actions').notNull(),
    triggers: integer('triggers').notNull(),
    /** All operations, the internal ones too. */
    operations: integer('operations').notNull(),
  },
  (table) => [index('connector_palette_environment').on(table.environmentId)],
);

export const operationEntry = sqliteTable(
  'operation_entry',
  {
    /** Never used again: who remembers an entry by it need not ask whether it changed. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    connectorId: text('connector_id')
      .notNull()
      .references(() => connector.id, { onDelete: 'cascade' }),
    operationId: text('operation_id').notNull(),
    visibility: text('visibility', { enum: ['none', 'advanced', 'internal', 'important'] }).notNull(),
    /** JSON of CompactEntry. */
    entryText: text('entry_text').notNull(),
    /** Everything a search looks at, in lower case (SearchText.all). */
    searchText: text('search_text').notNull(),
  },
  (table) => [
    index('operation_entry_environment').on(table.environmentId),
    index('operation_entry_connector').on(table.connectorId),
  ],
);
