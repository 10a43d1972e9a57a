// Live views: the records of a run after a sequence number, then each change as soon as it is on disk.
// Woken inside this process; a run that another process works on is looked at several times a second.
import type { Database } from '@/db/client';
import { sequenceOf } from '@/db/queries/run-key';
import type { RunRow } from '@/db/queries/run-list';
import { listRecordsAfter, type StoredSummary } from '@/db/queries/run-record';
import { findRunById } from '@/db/queries/run-watch';
import { isFinalRun } from '@/lib/engine/record';

export interface RunChange {
  sequence: number;
  /** The run's row, when its status changed; always the first and the last time. */
  run?: RunRow;
  record?: StoredSummary;
}

interface Watch {
  changes(runId: string, after: number, signal?: AbortSignal): AsyncIterable<RunChange>;
  wake(runNumber: number): void;
  close(): void;
}

const pollMilliseconds = 200;
const batch = 500;

export function createWatch(database: Database): Watch {
  const sleepers = new Map<number, Set<() => void>>();
  let closed = false;

  const wake = (runNumber: number) => {
    const waiting = sleepers.get(runNumber);
    if (waiting === undefined) return;
    sleepers.delete(runNumber);
    for (const go of waiting) go();
  };

  const sleep = (runNumber: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((done) => {
      const waiting = sleepers.get(runNumber) ?? new Set();
      const go = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', go);
        waiting.delete(go);
        done();
      };
      const timer = setTimeout(go, pollMilliseconds);
      waiting.add(go);
      sleepers.set(runNumber, waiting);
      signal?.addEventListener('abort', go, { once: true });
    });

  async function* changes(runId: string, after: number, signal?: AbortSignal): AsyncGenerator<RunChange> {
    let last = after;
    let shown = '';
    while (!closed && !signal?.aborted) {
      const run = findRunById(database, runId);
      if (run === undefined) return;
      for (;;) {
        const rows = listRecordsAfter(database, run.number, { after: last, limit: batch });
        for (const record of rows) {
          last = Math.max(last, sequenceOf(record.key));
          yield { sequence: sequenceOf(record.key), record };
          if (signal?.aborted) return;
        }
        if (rows.length < batch) break;
      }
      const state = `${run.status} ${run.inDoubt}`;
      // Under the number of the last record shown: who comes back with it misses nothing.
      if (state !== shown) {
        shown = state;
        yield { sequence: last, run };
      }
      if (isFinalRun(run.status)) return;
      await sleep(run.number, signal);
    }
  }

  return {
    changes,
    wake,
    close() {
      closed = true;
      for (const number of [...sleepers.keys()]) wake(number);
    },
  };
}
