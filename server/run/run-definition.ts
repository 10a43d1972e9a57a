// The definition that a run began with, and what its records mean by it.
import type { Database } from '@/db/client';
import { readLoopItems } from '@/db/queries/run-iteration';
import { type RunRow, readRunSource } from '@/db/queries/run-list';
import type { StoredSummary } from '@/db/queries/run-record';
import type { FlowDefinition } from '@/lib/flow/definition';
import { findAction } from '@/lib/flow/tree';
import { readSourceTexts } from '../runner/flow-loader';
import { toRecordSummary } from './run-row';
import type { RunRecordSummary } from './run-view';

export function readRunDefinition(database: Database, run: RunRow): FlowDefinition {
  const { definitionText } = readSourceTexts(database, readRunSource(database, run.source));
  return JSON.parse(definitionText) as FlowDefinition;
}

/** Views of a run's rows; that of an Apply to each says how many items it has. */
export function summaryReader(
  database: Database,
  definition: FlowDefinition,
): (row: StoredSummary) => RunRecordSummary {
  return (row) => {
    const summary = toRecordSummary(row);
    const isForeach = findAction(definition, row.name)?.action.type.toLowerCase() === 'foreach';
    const count = isForeach ? readLoopItems(database, row.key).count : null;
    return count === null ? summary : { ...summary, items: count };
  };
}
