// Runs and what happened in them. A run and its records are written by the runner's journal only, in one transaction per
// turn of the event loop. Records carry no environment of their own: they are reached through their run, which does.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { environment } from './environment';

export const run = sqliteTable(
  'run',
  {
    /** Order of acceptance, and the upper part of the keys of its records. */
    number: integer('number').primaryKey(),
    id: text('id').notNull(),
    environmentId: text('environment_id')
      .notNull()
      .references(() => environment.id, { onDelete: 'cascade' }),
    /** No reference: the history of a run outlives its flow. */
    flowId: text('flow_id').notNull(),
    flowName: text('flow_name').notNull(),
    kind: text('kind', { enum: ['draft', 'live'] }).notNull(),
    /** Version of the flow; absent for a draft. */
    version: integer('version'),
    triggerName: text('trigger_name').notNull(),
    /** Hash of the stored text that says which flow and which connector versions the run began with. */
    source: text('source').notNull(),
    status: text('status', {
      enum: ['Waiting', 'Running', 'Succeeded', 'Failed', 'Cancelled', 'TimedOut'],
    }).notNull(),
    startedAt: integer('started_at').notNull(),
    finishedAt: integer('finished_at'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    errorAction: text('error_action'),
    /** JSON of the definition's own outputs. */
    outputs: text('outputs'),
    /** Calls that wait for somebody's decision. */
    inDoubt: integer('in_doubt').notNull(),
    /** Last sequence number given to a change of this run. */
    sequence: integer('sequence').notNull(),
    /** The runner that works on it; absent while none does, e.g. because the process that accepted it runs no engine. */
    owner: text('owner'),
    /** Goes up with each change of owner; a commit under an older number is refused. */
    fence: integer('fence').notNull(),
    /** Until then somebody waits for a Response in a process that is not the owner's. */
    answerBy: integer('answer_by'),
    /** Idempotency-Key of the caller: within a day the same key of the same flow means this run. */
    dedupeKey: text('dedupe_key'),
  },
  (table) => [
    uniqueIndex('run_id').on(table.id),
    index('run_flow').on(table.flowId, table.number),
    index('run_unfinished').on(table.number).where(sql`finished_at is null`),
    index('run_unowned').on(table.number).where(sql`finished_at is null and owner is null`),
    index('run_dedupe').on(table.flowId, table.dedupeKey).where(sql`dedupe_key is not null`),
  ],
);

export const actionRecord = sqliteTable('action_record', {
  /** Run number × 2^24 + sequence: the records of a run lie together, in the order of their last change. */
  key: integer('key').primaryKey(),
  /** Sequence number of the first change: the order of starting. */
  begun: integer('begun').notNull(),
  name: text('name').notNull(),
  /** `For_each:3/Inner:0`; absent outside loops. */
  path: text('path'),
  status: text('status', {
    enum: ['Running', 'Waiting', 'Succeeded', 'Failed', 'Skipped', 'TimedOut', 'Cancelled'],
  }).notNull(),
  code: text('code'),
  /** JSON text, or `#` and the hash of a stored text. */
  inputs: text('inputs'),
  outputs: text('outputs'),
  /** JSON of ActionFault. */
  error: text('error'),
  startedAt: integer('started_at').notNull(),
  finishedAt: integer('finished_at'),
  /** JSON of Attempt[]. */
  attempts: text('attempts'),
  /** When the next attempt is due. */
  dueAt: integer('due_at'),
  /** JSON of VariableEffect. */
  effect: text('effect'),
});

/** Texts that are large or come again and again, once each. */
export const storedText = sqliteTable('stored_text', {
  /** SHA-256, base64url. */
  hash: text('hash').primaryKey(),
  content: text('content').notNull(),
});

/** What a person asked of a run that another process works on. Its owner carries it out and writes the answer here. */
export const runRequest = sqliteTable('run_request', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  runNumber: integer('run_number')
    .notNull()
    .references(() => run.number, { onDelete: 'cascade' }),
  /** JSON of RunRequest. */
  request: text('request').notNull(),
  createdAt: integer('created_at').notNull(),
  /** Absent until the owner has carried it out, or refused it. */
  answer: text('answer', { enum: ['done', 'refused'] }),
});

/** Runners that are alive. A runner whose lease has run out, or whose process is gone, loses its runs to the next one. */
export const runnerInstance = sqliteTable('runner_instance', {
  id: text('id').primaryKey(),
  host: text('host').notNull(),
  pid: integer('pid').notNull(),
  leaseUntil: integer('lease_until').notNull(),
});
