// Action records to rows and back.
import type { RecordRow, RunRowChange } from '@/db/queries/run-journal';
import { sequenceOf } from '@/db/queries/run-key';
import type { StoredRecord } from '@/db/queries/run-record';
import type { RunChangeData } from '@/lib/engine/event';
import {
  type ActionFault,
  type ActionRecord,
  type Attempt,
  readIterationPath,
  type VariableEffect,
} from '@/lib/engine/record';
import type { Value } from '@/lib/expression/value';
import { parseJsonText, toJsonText } from '@/lib/json-text';

/** Values can be deeper than documents by what an answer adds around its body. */
const storedDepth = 1_000;

export function toRowChange(change: RunChangeData): RunRowChange {
  return {
    status: change.status,
    inDoubt: change.inDoubt,
    finishedAt: change.endTime ?? null,
    errorCode: change.error?.code ?? null,
    errorMessage: change.error?.message ?? null,
    errorAction: change.error?.action ?? null,
    outputs: toStoredText(change.outputs),
  };
}

export function toRecordRow(record: ActionRecord): RecordRow {
  const { error, attempts, effect } = record;
  return {
    sequence: record.sequence,
    stored: record.stored,
    begun: record.begun,
    name: record.name,
    path: record.path === '' ? null : record.path,
    status: record.status,
    code: record.code ?? null,
    inputs: record.stored === 0 ? toStoredText(record.inputs) : null,
    outputs: toStoredText(record.outputs),
    error: error === undefined ? null : JSON.stringify(error),
    startedAt: record.startTime,
    finishedAt: record.endTime ?? null,
    attempts: attempts === undefined ? null : JSON.stringify(attempts),
    dueAt: record.due ?? null,
    effect: effect === undefined ? null : toStoredText(effect),
  };
}

/** JSON text; of a value that cannot be written (too deep, too large) a text that says so. */
export function toStoredText(value: Value | undefined): string | null {
  if (value === undefined) return null;
  try {
    return toJsonText(value);
  } catch (error) {
    return JSON.stringify(
      `This value cannot be stored: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

export function fromStoredRecord(row: StoredRecord): ActionRecord {
  const path = row.path ?? '';
  const sequence = sequenceOf(row.key);
  return {
    name: row.name,
    iteration: readIterationPath(path),
    path,
    status: row.status,
    code: row.code ?? undefined,
    inputs: readStoredText(row.inputs),
    outputs: readStoredText(row.outputs),
    error: row.error === null ? undefined : (JSON.parse(row.error) as ActionFault),
    startTime: row.startedAt,
    endTime: row.finishedAt ?? undefined,
    attempts: row.attempts === null ? undefined : (JSON.parse(row.attempts) as Attempt[]),
    due: row.dueAt ?? undefined,
    effect: readStoredText(row.effect) as VariableEffect | undefined,
    sequence,
    begun: row.begun,
    stored: sequence,
  };
}

function readStoredText(text: string | null): Value | undefined {
  if (text === null) return undefined;
  const parsed = parseJsonText(text, { maxDepth: storedDepth });
  if (!parsed.ok) throw new Error(`A stored value cannot be read: ${parsed.message}`);
  return parsed.value;
}
