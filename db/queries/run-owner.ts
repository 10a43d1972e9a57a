// Who works on which run. A runner keeps a lease alive; the runs of one whose lease ran out, or whose process is gone,
// go to the next one, under a higher fence, so that a late commit of the former owner changes nothing.
import { type Database, inTransaction } from '../client';

export interface RunnerInstance {
  id: string;
  host: string;
  pid: number;
  /** Epoch milliseconds. */
  leaseUntil: number;
}

export interface ClaimedRun {
  number: number;
  id: string;
  fence: number;
  environmentId: string;
  flowId: string;
  flowName: string;
  source: string;
  status: 'Running' | 'Waiting';
  sequence: number;
  inDoubt: number;
  startedAt: number;
  /** Until then somebody waits for a Response, in another process. */
  answerBy: number | null;
}

/** Puts this runner in the list or renews its lease. */
export function keepLease({ sqlite }: Database, instance: RunnerInstance): void {
  sqlite
    .prepare(
      `INSERT INTO runner_instance (id, host, pid, lease_until) VALUES (@id, @host, @pid, @leaseUntil)
       ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until`,
    )
    .run(instance);
}

function listInstances({ sqlite }: Database): RunnerInstance[] {
  return sqlite
    .prepare('SELECT id, host, pid, lease_until AS leaseUntil FROM runner_instance')
    .all() as RunnerInstance[];
}

/**
 * Takes over unfinished runs that nobody works on, or whose owner is not among the living; at most `limit`, so that several
 * runners share what waits. One transaction: no run is claimed twice.
 */
export function claimRuns(
  database: Database,
  owner: string,
  { isAlive, limit }: { isAlive(instance: RunnerInstance): boolean; limit: number },
): ClaimedRun[] {
  const { sqlite } = database;
  return inTransaction(database, () => {
    const instances = listInstances(database);
    const remove = sqlite.prepare('DELETE FROM runner_instance WHERE id = ?');
    const living = new Set([owner]);
    for (const instance of instances) {
      if (instance.id === owner || isAlive(instance)) living.add(instance.id);
      else remove.run(instance.id);
    }
    return sqlite
      .prepare(
        `UPDATE run SET owner = ?, fence = fence + 1
         WHERE number IN (
           SELECT number FROM run
           WHERE finished_at IS NULL AND (owner IS NULL OR owner NOT IN (SELECT value FROM json_each(?)))
           ORDER BY number LIMIT ?)
         RETURNING number, id, fence, environment_id AS environmentId, flow_id AS flowId, flow_name AS flowName,
           source, status, sequence, in_doubt AS inDoubt, started_at AS startedAt, answer_by AS answerBy`,
      )
      .all(owner, JSON.stringify([...living]), limit)
      .sort((a, b) => (a as ClaimedRun).number - (b as ClaimedRun).number) as ClaimedRun[];
  });
}

/** True when some run waits for a runner. */
export function prepareHasUnownedRun({ sqlite }: Database): () => boolean {
  const select = sqlite.prepare('SELECT 1 FROM run WHERE finished_at IS NULL AND owner IS NULL LIMIT 1');
  return () => select.get() !== undefined;
}

/** Gives up all runs and the place in the list, so that the next runner need not wait for the lease. */
export function releaseRuns(database: Database, owner: string): void {
  const { sqlite } = database;
  inTransaction(database, () => {
    sqlite.prepare('UPDATE run SET owner = NULL WHERE finished_at IS NULL AND owner = ?').run(owner);
    sqlite.prepare('DELETE FROM runner_instance WHERE id = ?').run(owner);
  });
}

/** Ends a run that cannot go on because what it began with can no longer be read. */
export function failRun(
  database: Database,
  run: { number: number; fence: number; sequence: number },
  fault: { code: string; message: string; at: number },
): void {
  const { sqlite } = database;
  inTransaction(database, () => {
    const { changes } = sqlite
      .prepare(
        `UPDATE run SET status = 'Failed', finished_at = ?, error_code = ?, error_message = ?, in_doubt = 0, sequence = ?
         WHERE number = ? AND fence = ? AND finished_at IS NULL`,
      )
      .run(fault.at, fault.code, fault.message, run.sequence + 1, run.number, run.fence);
    if (changes === 1)
      sqlite
        .prepare(
          `UPDATE action_record SET status = 'Cancelled', code = ?, finished_at = ?
           WHERE key BETWEEN ? AND ? AND status IN ('Running', 'Waiting')`,
        )
        .run(fault.code, fault.at, run.number * 2 ** 24, (run.number + 1) * 2 ** 24 - 1);
  });
}
