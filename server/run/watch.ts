// Live views of a run: its records after a sequence number, then every change as it reaches the disk.
import { isStillAllowed } from '../auth/still-allowed';
import type { Scope } from '../services';
import { getRunRow } from './load';
import { readRunDefinition, summaryReader } from './run-definition';
import { toRunView } from './run-row';
import type { RunChangeView } from './run-view';

/** How often it is looked at whether the person may still watch. */
const checkMilliseconds = 5_000;

/**
 * Ends when the run does. When the server stops, or the person may no longer watch, it ends with an AbortError: the
 * browser then comes back by itself, to be told where it stands.
 */
export async function* watchRun(
  scope: Scope,
  { runId, after }: { runId: string; after: number },
  signal: AbortSignal | undefined,
): AsyncGenerator<RunChangeView> {
  const row = getRunRow(scope, runId);
  const { database, ending, now, runner } = scope.services;
  const view = summaryReader(database, readRunDefinition(database, row));
  const expelled = new AbortController();
  const check = setInterval(() => {
    if (!isStillAllowed(scope, 'run.read')) expelled.abort();
  }, checkMilliseconds);
  const cut = AbortSignal.any([ending, expelled.signal]);
  const ended = signal === undefined ? cut : AbortSignal.any([signal, cut]);
  try {
    for await (const { sequence, run, record } of runner.watch(runId, after, ended)) {
      yield {
        sequence,
        now: now(),
        ...(run !== undefined && { run: toRunView(run) }),
        ...(record !== undefined && { record: view(record) }),
      };
    }
  } finally {
    clearInterval(check);
  }
  if (cut.aborted) throw new DOMException('The live view is cut.', 'AbortError');
}
