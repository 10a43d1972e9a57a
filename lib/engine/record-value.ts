// An action record as expressions see it: what actions('x'), trigger() and result('x') return.
import type { ValueObject } from '../expression/value';
import type { ActionRecord } from './record';

/** `2026-11-22T10:00:00.0000000Z`, the round-trip form with 100 ns digits. */
export function toTimeText(epochMilliseconds: number): string {
  return `${new Date(epochMilliseconds).toISOString().slice(0, -1)}0000Z`;
}

/** The record as a value; absent outputs are null, so that reading the body of a skipped action gives null. */
export function toRecordValue(record: ActionRecord): ValueObject {
  const value: ValueObject = Object.create(null);
  value.name = record.name;
  value.inputs = record.inputs ?? null;
  value.outputs = record.outputs ?? null;
  value.startTime = toTimeText(record.startTime);
  if (record.endTime !== undefined) value.endTime = toTimeText(record.endTime);
  value.status = record.status;
  value.code = record.code ?? null;
  if (record.error !== undefined) value.error = { code: record.error.code, message: record.error.message };
  return value;
}
