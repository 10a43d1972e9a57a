// Live views of a run: its records after a sequence number, then every change as it reaches the disk.
import type { Scope } from '../services';
import { getRunRow } from './load';
import { readRunDefinition, summaryReader } from './run-definition';
import { toRunView } from './run-row';
import type { RunChangeView } from './run-view';

export async function* watchRun(
  scope: Scope,
  { runId, after }: { runId: string; after: number },
  signal: AbortSignal | undefined,
): AsyncGenerator<RunChangeView> {
  const row = getRunRow(scope, runId);
  const { database, ending, now, runner } = scope.services;
  const view = summaryReader(database, readRunDefinition(database, row));
  const ended = signal === undefined ? ending : AbortSignal.any([signal, ending]);
  for await (const { sequence, run, record } of runner.watch(runId, after, ended)) {
    yield {
      sequence,
      now: now(),
      ...(run !== undefined && { run: toRunView(run) }),
      ...(record !== undefined && { record: view(record) }),
    };
  }
}
