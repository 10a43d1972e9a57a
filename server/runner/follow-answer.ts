// The answer of a run that another process works on, or that had begun before: read from the record of its Response.
import type { Database } from '@/db/client';
import { findRecord } from '@/db/queries/run-record';
import { findRunById } from '@/db/queries/run-watch';
import { readResponse } from '@/lib/engine/actions/response';
import type { Plan } from '@/lib/engine/plan-model';
import { isFinalRun } from '@/lib/engine/record';
import { missingAnswer, type RunAnswer } from './active-run';
import { fromStoredRecord } from './record-row';
import type { Watch } from './watch';

/** Gives the answer once; nothing when `signal` ends the waiting before. */
export async function followAnswer(
  { database, watch, plan }: { database: Database; watch: Watch; plan: Plan },
  runId: string,
  { answer, signal }: { answer(given: RunAnswer): void; signal: AbortSignal },
): Promise<void> {
  const responses = new Set(plan.actions.flatMap(({ type, name }) => (type === 'response' ? [name] : [])));
  for await (const { run, record } of watch.changes(runId, 0, signal)) {
    if (record !== undefined && record.status === 'Succeeded' && responses.has(record.name)) {
      answer(readAnswer(database, runId, record) ?? missingAnswer);
      return;
    }
    if (run !== undefined && isFinalRun(run.status)) {
      answer(missingAnswer);
      return;
    }
  }
}

function readAnswer(
  database: Database,
  runId: string,
  { name, path }: { name: string; path: string | null },
): RunAnswer | undefined {
  const run = findRunById(database, runId);
  const row = run === undefined ? undefined : findRecord(database, run.number, { name, path: path ?? '' });
  return row === undefined ? undefined : readResponse(fromStoredRecord(row).outputs ?? null);
}
