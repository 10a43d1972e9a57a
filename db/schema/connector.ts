// Connectors: a draft that is edited, versions that flows run on, the state before the last file update, the icon.
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { environment } from './environment';
import { solution } from './solution';

export const connector = sqliteTable(
  'connector',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    solutionId: text('solution_id').references(() => solution.id),
    /** Part of the apiId in flows; fixed when the connector is made. */
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** Goes up with every change of the draft; a save names the one it began with. */
    revision: integer('revision').notNull(),
    definitionText: text('definition_text').notNull(),
    propertiesText: text('properties_text').notNull(),
    /** The file as last imported: the base of an update. Absent for one made from blank. */
    sourceText: text('source_text'),
    /** Number of the version that flows use. */
    liveVersion: integer('live_version').notNull(),
    /** 1 while the draft differs from the live version. */
    edited: integer('edited', { mode: 'boolean' }).notNull(),
    /** JSON of what lists show (ConnectorSummary), computed when the draft is saved. */
    summaryText: text('summary_text').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    modifiedAt: integer('modified_at').notNull(),
  },
  (table) => [
    uniqueIndex('connector_slug').on(table.environmentId, table.slug),
    uniqueIndex('connector_name').on(table.environmentId, table.nameKey),
    index('connector_solution').on(table.solutionId),
  ],
);

export const connectorVersion = sqliteTable(
  'connector_version',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    /** No reference: runs show the version they began with, even when the connector is gone. */
    connectorId: text('connector_id').notNull(),
    version: integer('version').notNull(),
    definitionText: text('definition_text').notNull(),
    propertiesText: text('properties_text').notNull(),
    /** The file that was the last import when the version was made: what a discarded draft goes back to. */
    sourceText: text('source_text'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('connector_version_number').on(table.connectorId, table.version)],
);

/** What "Undo" after an update from a file restores, byte for byte. */
export const connectorUndo = sqliteTable('connector_undo', {
  connectorId: text('connector_id')
    .primaryKey()
    .references(() => connector.id, { onDelete: 'cascade' }),
  environmentId: text('environment_id')
    .notNull()
    .references(() => environment.id, { onDelete: 'cascade' }),
  label: text('label').notNull(),
  definitionText: text('definition_text').notNull(),
  propertiesText: text('properties_text').notNull(),
  sourceText: text('source_text'),
  edited: integer('edited', { mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
});

export const connectorIcon = sqliteTable('connector_icon', {
  connectorId: text('connector_id')
    .primaryKey()
    .references(() => connector.id, { onDelete: 'cascade' }),
  environmentId: text('environment_id')
    .notNull()
    .references(() => environment.id, { onDelete: 'cascade' }),
  mediaType: text('media_type', { enum: ['image/png', 'image/jpeg', 'image/svg+xml'] }).notNull(),
  data: blob('data', { mode: 'buffer' }).notNull(),
  /** First characters of the content's hash: part of the address, so that it may be cached for good. */
  version: text('version').notNull(),
});
