// This runner among others: its lease, and the runs of those that are gone.
import { hostname } from 'node:os';
import type { Database } from '@/db/client';
import {
  type ClaimedRun,
  claimRuns,
  keepLease,
  type RunnerInstance,
  releaseRuns,
} from '@/db/queries/run-owner';
import type { Clock, Log } from './ports';

const leaseMilliseconds = 30_000;
const renewMilliseconds = 10_000;
/** Runs taken at one time: the rest is left for other runners to see first. */
export const claimLimit = 500;

interface Ownership {
  id: string;
  /** Takes over runs that nobody works on, and those of runners that are gone; at most `claimLimit`. */
  claim(): ClaimedRun[];
  /** Renews the lease from now on, and looks for abandoned runs each time. */
  keep(resume: () => void): void;
  /** Renews no more and looks for nothing; the lease runs on. */
  pause(): void;
  release(): void;
}

export function createOwnership({
  database,
  clock,
  log,
  id,
}: {
  database: Database;
  clock: Clock;
  log: Log;
  id: string;
}): Ownership {
  const own = () => ({ id, host: hostname(), pid: process.pid, leaseUntil: clock.now() + leaseMilliseconds });
  let timer: NodeJS.Timeout | undefined;
  return {
    id,
    claim() {
      keepLease(database, own());
      const living = (instance: RunnerInstance) => isAlive(instance, clock.now());
      return claimRuns(database, id, { isAlive: living, limit: claimLimit });
    },
    keep(resume) {
      timer = setInterval(() => {
        try {
          keepLease(database, own());
          resume();
        } catch (error) {
          // A full disk or a locked file: the lease outlasts two such tries, and the fence guards what comes after.
          log.error(
            { err: String(error) },
            'The lease of the runner could not be renewed; it is tried again.',
          );
        }
      }, renewMilliseconds);
      timer.unref();
    },
    pause() {
      clearInterval(timer);
    },
    release() {
      clearInterval(timer);
      releaseRuns(database, id);
    },
  };
}

/** A lease that has not run out counts only while its process is there, as far as this machine can tell. */
function isAlive(instance: RunnerInstance, now: number): boolean {
  if (instance.leaseUntil <= now) return false;
  if (instance.host !== hostname()) return true;
  // Two runners in one process follow each other: the former one is gone, or it would have kept its runs in memory.
  if (instance.pid === process.pid) return false;
  try {
    process.kill(instance.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
