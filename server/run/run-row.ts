// Rows of the journal as views.

import { sequenceOf } from '@/db/queries/run-key';
import type { RunRow } from '@/db/queries/run-list';
import type { StoredSummary } from '@/db/queries/run-record';
import { type ActionFault, readIterationPath } from '@/lib/engine/record';
import type { RunRecordSummary, RunView } from './run-view';

export function toRunView(row: RunRow): RunView {
  return {
    id: row.id,
    flowId: row.flowId,
    flowName: row.flowName,
    status: row.status,
    kind: row.kind,
    ...(row.version !== null && { version: row.version }),
    trigger: row.triggerName,
    startedAt: row.startedAt,
    ...(row.finishedAt !== null && { finishedAt: row.finishedAt, duration: row.finishedAt - row.startedAt }),
    ...(row.errorCode !== null && {
      error: {
        code: row.errorCode,
        message: row.errorMessage ?? '',
        ...(row.errorAction !== null && { action: row.errorAction }),
      },
    }),
    inDoubt: row.inDoubt,
  };
}

export function toRecordSummary(row: StoredSummary): RunRecordSummary {
  return {
    name: row.name,
    iteration: readIterationPath(row.path ?? ''),
    status: row.status,
    ...(row.code !== null && { code: row.code }),
    startTime: row.startedAt,
    ...(row.finishedAt !== null && { endTime: row.finishedAt }),
    ...(row.dueAt !== null && { due: row.dueAt }),
    sequence: sequenceOf(row.key),
    ...(row.error !== null && { error: JSON.parse(row.error) as ActionFault }),
    inputsBytes: row.inputsBytes,
    outputsBytes: row.outputsBytes,
    sent: row.sent,
  };
}
