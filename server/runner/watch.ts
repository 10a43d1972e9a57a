// Live views: the records of a run after a sequence number, then each change as soon as it is on disk.
// Woken inside this process; for runs of other processes the database is looked at as soon as somebody has written to it.
import type { Database } from '@/db/client';
import { sequenceOf } from '@/db/queries/run-key';
import type { RunRow } from '@/db/queries/run-list';
import { listRecordsAfter, type StoredSummary } from '@/db/queries/run-record';
import { findRunById } from '@/db/queries/run-watch';
import { isFinalRun } from '@/lib/engine/record';
import { lookMilliseconds, watchOtherWriters } from './other-writers';

export interface RunChange {
  sequence: number;
  /** The run's row, when its status changed; always the first and the last time. */
  run?: RunRow;
  record?: StoredSummary;
}

export interface Watch {
  changes(runId: string, after: number, signal?: AbortSignal): AsyncIterable<RunChange>;
  wake(runNumber: number): void;
  close(): void;
}

const batch = 500;

export function createWatch(database: Database): Watch {
  const sleepers = new Map<number, Set<() => void>>();
  const hasOthersWritten = watchOtherWriters(database);
  let look: NodeJS.Timeout | undefined;
  /** How often anybody was told of a change: who reads meanwhile must not fall asleep on it. */
  let news = 0;
  let closed = false;

  /** While somebody watches: what another process wrote may be about any run. */
  const lookForOthers = () => {
    look ??= setInterval(() => {
      if (sleepers.size === 0) {
        clearInterval(look);
        look = undefined;
      } else if (hasOthersWritten()) for (const number of [...sleepers.keys()]) wake(number);
    }, lookMilliseconds);
  };

  const wake = (runNumber: number) => {
    news += 1;
    const waiting = sleepers.get(runNumber);
    if (waiting === undefined) return;
    sleepers.delete(runNumber);
    for (const go of waiting) go();
  };

  const sleep = (runNumber: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((done) => {
      const waiting = sleepers.get(runNumber) ?? new Set();
      const go = () => {
        signal?.removeEventListener('abort', go);
        waiting.delete(go);
        done();
      };
      waiting.add(go);
      lookForOthers();
      sleepers.set(runNumber, waiting);
      signal?.addEventListener('abort', go, { once: true });
    });

  async function* changes(runId: string, after: number, signal?: AbortSignal): AsyncGenerator<RunChange> {
    let last = after;
    let shown = '';
    while (!closed && !signal?.aborted) {
      const seen = news;
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
      if (news === seen) await sleep(run.number, signal);
    }
  }

  return {
    changes,
    wake,
    close() {
      closed = true;
      clearInterval(look);
      for (const number of [...sleepers.keys()]) wake(number);
    },
  };
}
