// Action records of a run as they are stored. Callers have found the run in their environment before.
import type { ActionStatus } from '@/lib/engine/record';
import type { Database } from '../client';
import { recordRange } from './run-key';
import { createTextStore } from './run-text';

export interface StoredRecord {
  key: number;
  begun: number;
  name: string;
  path: string | null;
  status: ActionStatus;
  code: string | null;
  inputs: string | null;
  outputs: string | null;
  error: string | null;
  startedAt: number;
  finishedAt: number | null;
  attempts: string | null;
  dueAt: number | null;
  effect: string | null;
}

/** Without values: what cards and lists need. Sizes are of the stored texts, in bytes. */
export interface StoredSummary {
  key: number;
  begun: number;
  name: string;
  path: string | null;
  status: ActionStatus;
  code: string | null;
  error: string | null;
  startedAt: number;
  finishedAt: number | null;
  dueAt: number | null;
  inputsBytes: number;
  outputsBytes: number;
  /** How often the call was sent. */
  sent: number;
}

const all =
  'key, begun, name, path, status, code, inputs, outputs, error, started_at AS startedAt, finished_at AS finishedAt, attempts, due_at AS dueAt, effect';
const size = (column: string) =>
  `coalesce(CASE WHEN ${column} LIKE '#%' THEN (SELECT octet_length(content) FROM stored_text WHERE hash = substr(${column}, 2)) ELSE octet_length(${column}) END, 0)`;
/** Columns of `StoredSummary`. */
export const summaryColumns = `key, begun, name, path, status, code, error, started_at AS startedAt, finished_at AS finishedAt, due_at AS dueAt,
  ${size('inputs')} AS inputsBytes, ${size('outputs')} AS outputsBytes, coalesce(json_array_length(attempts), 0) AS sent`;

/** Every record with its values, in the order of last changes: what a run is put together from after a crash. */
export function* readRecords(database: Database, runNumber: number): Generator<StoredRecord> {
  const texts = createTextStore(database);
  const { from, to } = recordRange(runNumber);
  const rows = database.sqlite
    .prepare(`SELECT ${all} FROM action_record WHERE key BETWEEN ? AND ? ORDER BY key`)
    .all(from, to) as StoredRecord[];
  for (const row of rows) yield withTexts(texts.get, row);
}

function withTexts(get: (value: string) => string, row: StoredRecord): StoredRecord {
  if (row.inputs?.startsWith('#')) row.inputs = get(row.inputs);
  if (row.outputs?.startsWith('#')) row.outputs = get(row.outputs);
  return row;
}

/** Records changed after a sequence number, in order, at most `limit`. */
export function listRecordsAfter(
  database: Database,
  runNumber: number,
  { after, limit }: { after: number; limit: number },
): StoredSummary[] {
  const { from, to } = recordRange(runNumber, after);
  return database.sqlite
    .prepare(`SELECT ${summaryColumns} FROM action_record WHERE key BETWEEN ? AND ? ORDER BY key LIMIT ?`)
    .all(from, to, limit) as StoredSummary[];
}

/** Records outside loops in start order, the trigger's first; those inside loops have their own list. */
export function listTopRecords(database: Database, runNumber: number): StoredSummary[] {
  const { from, to } = recordRange(runNumber);
  return database.sqlite
    .prepare(
      `SELECT ${summaryColumns} FROM action_record WHERE key BETWEEN ? AND ? AND path IS NULL ORDER BY begun`,
    )
    .all(from, to) as StoredSummary[];
}

/** One record with its values; `path` is empty outside loops. The trigger's record is the one with sequence 1. */
export function findRecord(
  database: Database,
  runNumber: number,
  { name, path }: { name: string; path: string },
): StoredRecord | undefined {
  const { from, to } = recordRange(runNumber);
  const row = database.sqlite
    .prepare(
      `SELECT ${all} FROM action_record WHERE key BETWEEN ? AND ? AND name = ? AND coalesce(path, '') = ? ORDER BY key DESC LIMIT 1`,
    )
    .get(from, to, name, path) as StoredRecord | undefined;
  return row === undefined ? undefined : withTexts(createTextStore(database).get, row);
}

/** The first record of a run: what its trigger received. */
export function findTriggerRecord(database: Database, runNumber: number): StoredRecord | undefined {
  const row = database.sqlite
    .prepare(`SELECT ${all} FROM action_record WHERE key = ?`)
    .get(recordRange(runNumber).from) as StoredRecord | undefined;
  return row === undefined ? undefined : withTexts(createTextStore(database).get, row);
}
