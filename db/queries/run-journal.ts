// The journal's one write: everything that one turn of the event loop made due, in one transaction with synchronous=FULL.
// Prepared statements on the driver itself: this is the hottest place of the product.
import type { ActionStatus, RunStatus } from '@/lib/engine/record';
import { type Database, inTransaction } from '../client';
import { recordKey } from './run-key';
import { createTextStore, hashText } from './run-text';

export interface NewRun {
  id: string;
  environmentId: string;
  flowId: string;
  flowName: string;
  kind: 'draft' | 'live';
  version: number | null;
  triggerName: string;
  /** The text that says what the run began with. */
  sourceText: string;
  startedAt: number;
  /** null: the next runner that looks takes it. */
  owner: string | null;
  /** Until then somebody waits for a Response in a process that runs no engine. */
  answerBy: number | null;
  /** Idempotency-Key of the caller. */
  dedupeKey: string | null;
}

export interface RunRowChange {
  status: RunStatus;
  inDoubt: number;
  finishedAt: number | null;
  errorCode: string | null;
  errorMessage: string | null;
  errorAction: string | null;
  outputs: string | null;
}

export interface RecordRow {
  sequence: number;
  /** Sequence it is stored under; 0 for a new record. */
  stored: number;
  /** Sequence of the first change. */
  begun: number;
  name: string;
  path: string | null;
  status: ActionStatus;
  code: string | null;
  /** Written with a new record only. */
  inputs: string | null;
  outputs: string | null;
  error: string | null;
  startedAt: number;
  finishedAt: number | null;
  attempts: string | null;
  dueAt: number | null;
  effect: string | null;
}

/** All changes of one run in this transaction. */
interface RunEntry {
  /** 0 until the run is stored. */
  runNumber: number;
  fence: number;
  insert: NewRun | undefined;
  change: RunRowChange | undefined;
  sequence: number;
  records: Iterable<RecordRow>;
}

/** What became of an entry. `lost`: another runner owns the run by now. `known`: the caller's key already began that run. */
export type Written = { run: number } | { lost: true } | { known: string };

export interface RunWriter {
  /** One transaction; nothing is written of an entry that is lost or known. */
  write(entries: readonly RunEntry[]): Written[];
}

/** How long a caller's Idempotency-Key means the same run. */
const dedupeMilliseconds = 24 * 60 * 60 * 1000;

const columns =
  'key, begun, name, path, status, code, inputs, outputs, error, started_at, finished_at, attempts, due_at, effect';

export function createRunWriter(database: Database): RunWriter {
  const { sqlite } = database;
  const texts = createTextStore(database);
  const knownSources = new Map<string, string>();
  const insertRun = sqlite.prepare(
    `INSERT INTO run (id, environment_id, flow_id, flow_name, kind, version, trigger_name, source, status, started_at, in_doubt, sequence, owner, fence, answer_by, dedupe_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'Running', ?, 0, ?, ?, ?, ?, ?)`,
  );
  const findKnown = sqlite
    .prepare(
      'SELECT id FROM run WHERE flow_id = ? AND dedupe_key = ? AND started_at > ? ORDER BY number LIMIT 1',
    )
    .pluck();
  const touchRun = sqlite.prepare('UPDATE run SET sequence = ? WHERE number = ? AND fence = ?');
  const changeRun = sqlite.prepare(
    `UPDATE run SET sequence = ?, status = ?, in_doubt = ?, finished_at = ?, error_code = ?, error_message = ?, error_action = ?, outputs = ?
     WHERE number = ? AND fence = ? AND finished_at IS NULL`,
  );
  const insertRecord = sqlite.prepare(
    `INSERT INTO action_record (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const updateRecord = sqlite.prepare(
    'UPDATE action_record SET key = ?, status = ?, code = ?, outputs = ?, error = ?, finished_at = ?, attempts = ?, due_at = ?, effect = ? WHERE key = ?',
  );

  const sourceHash = (text: string) => {
    const known = knownSources.get(text);
    if (known !== undefined) return known;
    const hash = texts.putAlways(text);
    if (knownSources.size > 500) knownSources.clear();
    return hash;
  };
  const put = (text: string | null) => (text === null ? null : texts.put(text));

  const writeRun = (entry: RunEntry): Written => {
    const { insert, change, sequence, fence } = entry;
    if (insert !== undefined) {
      const { dedupeKey, flowId, startedAt } = insert;
      const known =
        dedupeKey === null ? undefined : findKnown.get(flowId, dedupeKey, startedAt - dedupeMilliseconds);
      if (typeof known === 'string') return { known };
      const { lastInsertRowid } = insertRun.run(
        insert.id,
        insert.environmentId,
        insert.flowId,
        insert.flowName,
        insert.kind,
        insert.version,
        insert.triggerName,
        sourceHash(insert.sourceText),
        insert.startedAt,
        sequence,
        insert.owner,
        fence,
        insert.answerBy,
        dedupeKey,
      );
      const run = Number(lastInsertRowid);
      if (change !== undefined) writeChange(run, fence, sequence, change);
      return { run };
    }
    const { runNumber: run } = entry;
    const written =
      change === undefined
        ? touchRun.run(sequence, run, fence).changes === 1
        : writeChange(run, fence, sequence, change);
    return written ? { run } : { lost: true };
  };

  const writeChange = (number: number, fence: number, sequence: number, change: RunRowChange) =>
    changeRun.run(
      sequence,
      change.status,
      change.inDoubt,
      change.finishedAt,
      change.errorCode,
      change.errorMessage,
      change.errorAction,
      put(change.outputs),
      number,
      fence,
    ).changes === 1;

  const writeRecord = (number: number, row: RecordRow) => {
    const key = recordKey(number, row.sequence);
    const { status, code, error, finishedAt, attempts, dueAt, effect } = row;
    const outputs = put(row.outputs);
    if (row.stored === 0) {
      const inputs = put(row.inputs);
      insertRecord.run(
        key,
        row.begun,
        row.name,
        row.path,
        status,
        code,
        inputs,
        outputs,
        error,
        row.startedAt,
        finishedAt,
        attempts,
        dueAt,
        effect,
      );
      return;
    }
    const former = recordKey(number, row.stored);
    updateRecord.run(key, status, code, outputs, error, finishedAt, attempts, dueAt, effect, former);
  };

  return {
    write(entries) {
      const written = inTransaction(database, () =>
        entries.map((entry) => {
          const outcome = writeRun(entry);
          if ('run' in outcome) for (const row of entry.records) writeRecord(outcome.run, row);
          return outcome;
        }),
      );
      // Only now are the texts known to be stored: the transaction might have been undone.
      for (const { insert } of entries)
        if (insert !== undefined && !knownSources.has(insert.sourceText))
          knownSources.set(insert.sourceText, hashText(insert.sourceText));
      return written;
    },
  };
}
