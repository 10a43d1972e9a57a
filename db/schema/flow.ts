// Flows: a draft that autosaves, versions that run, and the signed address of a flow that others call.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { environment } from './environment';
import { solution } from './solution';

export const flow = sqliteTable(
  'flow',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    solutionId: text('solution_id').references(() => solution.id),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    origin: text('origin', { enum: ['flowright', 'power-automate', 'logic-apps'] }).notNull(),
    state: text('state', { enum: ['on', 'off'] }).notNull(),
    revision: integer('revision').notNull(),
    definitionText: text('definition_text').notNull(),
    /** JSON of ConnectionReferences. */
    referencesText: text('references_text').notNull(),
    /** 0 until the flow is saved for the first time. */
    liveVersion: integer('live_version').notNull(),
    edited: integer('edited', { mode: 'boolean' }).notNull(),
    /** Names the flow in its `/hooks/` address. */
    publicId: text('public_id').notNull(),
    /** Two keys, so that an address can be renewed while callers still use the old one. */
    hookKeySealed: text('hook_key_sealed').notNull(),
    hookKeyId: text('hook_key_id').notNull(),
    formerHookKeySealed: text('former_hook_key_sealed'),
    formerHookKeyId: text('former_hook_key_id'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    modifiedAt: integer('modified_at').notNull(),
  },
  (table) => [
    uniqueIndex('flow_name').on(table.environmentId, table.nameKey),
    uniqueIndex('flow_public_id').on(table.publicId),
    index('flow_solution').on(table.solutionId),
  ],
);

export const flowVersion = sqliteTable(
  'flow_version',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    /** No reference: runs show the version they began with, even when the flow is gone. */
    flowId: text('flow_id').notNull(),
    version: integer('version').notNull(),
    definitionText: text('definition_text').notNull(),
    referencesText: text('references_text').notNull(),
    note: text('note'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('flow_version_number').on(table.flowId, table.version)],
);
