// Records inside loops. A record's path says in which iterations it stands (`For_each:3/Inner:0`); the records of a run are
// one range of the table, so these read that range once: about 15 ms for the 30,000 records of 10,000 iterations.
import type { Database } from '../client';
import { recordRange } from './run-key';
import { type StoredSummary, summaryColumns } from './run-record';

/** Every record of one iteration, without those of the loops in it, in start order. */
export function listIterationRecords(database: Database, runNumber: number, path: string): StoredSummary[] {
  const { from, to } = recordRange(runNumber);
  return database.sqlite
    .prepare(
      `SELECT ${summaryColumns} FROM action_record WHERE key BETWEEN ? AND ? AND path = ? ORDER BY begun`,
    )
    .all(from, to, path) as StoredSummary[];
}

interface DecisiveNames {
  /** Steps that make their iteration fail when they end so. */
  failed: readonly string[];
  timedOut: readonly string[];
}

/**
 * How each iteration of a loop stands: 0 succeeded, 1 cancelled, 2 under way, 3 failed, 4 in doubt; by index.
 * `prefix` is the path of its iterations up to the index (`For_each:3/Inner:`).
 */
export function listIterationRanks(
  database: Database,
  runNumber: number,
  { prefix, failed, timedOut }: { prefix: string } & DecisiveNames,
): { index: number; rank: number }[] {
  const { from, to } = recordRange(runNumber);
  return database.sqlite
    .prepare(
      `SELECT cast(substr(path, length(@prefix) + 1) AS INTEGER) AS "index",
         max(CASE
           WHEN code = 'InDoubt' THEN 4
           WHEN instr(substr(path, length(@prefix) + 1), '/') > 0 THEN 0
           WHEN status = 'Failed' AND name IN (SELECT value FROM json_each(@failed)) THEN 3
           WHEN status = 'TimedOut' AND name IN (SELECT value FROM json_each(@timedOut)) THEN 3
           WHEN status IN ('Running', 'Waiting') THEN 2
           WHEN status = 'Cancelled' THEN 1
           ELSE 0 END) AS rank
       FROM action_record
       WHERE key BETWEEN @from AND @to AND substr(path, 1, length(@prefix)) = @prefix
       GROUP BY 1 ORDER BY 1`,
    )
    .all({
      from,
      to,
      prefix,
      failed: JSON.stringify(failed),
      timedOut: JSON.stringify(timedOut),
    }) as { index: number; rank: number }[];
}

interface TroubledRecord {
  name: string;
  path: string | null;
}

/** The first of these steps that failed: in the iterations below `prefix` by their index, else in the one iteration `path`. */
export function findFirstFailed(
  database: Database,
  runNumber: number,
  where: DecisiveNames & ({ path: string } | { prefix: string }),
): TroubledRecord | undefined {
  const { from, to } = recordRange(runNumber);
  const inLoop = 'prefix' in where;
  const start = inLoop ? where.prefix : where.path;
  return database.sqlite
    .prepare(
      `SELECT name, path FROM action_record
       WHERE key BETWEEN @from AND @to AND ${
         inLoop
           ? "substr(path, 1, length(@start)) = @start AND instr(substr(path, length(@start) + 1), '/') = 0"
           : "coalesce(path, '') = @start"
       }
         AND ((status = 'Failed' AND name IN (SELECT value FROM json_each(@failed)))
           OR (status = 'TimedOut' AND name IN (SELECT value FROM json_each(@timedOut))))
       ORDER BY cast(substr(path, length(@start) + 1) AS INTEGER), begun LIMIT 1`,
    )
    .get({
      from,
      to,
      start,
      failed: JSON.stringify(where.failed),
      timedOut: JSON.stringify(where.timedOut),
    }) as TroubledRecord | undefined;
}

/** The call that has waited longest for somebody's decision. */
export function findFirstInDoubt(database: Database, runNumber: number): TroubledRecord | undefined {
  const { from, to } = recordRange(runNumber);
  return database.sqlite
    .prepare(
      `SELECT name, path FROM action_record
       WHERE key BETWEEN ? AND ? AND status = 'Waiting' AND code = 'InDoubt' ORDER BY key LIMIT 1`,
    )
    .get(from, to) as TroubledRecord | undefined;
}

/** How many items the list has that a loop's record holds as its inputs, and the JSON of one of them. */
export function readLoopItems(
  database: Database,
  key: number,
  index = 0,
): { count: number | null; item: string | null } {
  return database.sqlite
    .prepare(
      `SELECT json_array_length(list) AS count, list -> @at AS item FROM (
         SELECT CASE WHEN inputs LIKE '#%' THEN (SELECT content FROM stored_text WHERE hash = substr(inputs, 2))
           ELSE inputs END AS list
         FROM action_record WHERE key = @key)`,
    )
    .get({ key, at: `$[${index}]` }) as { count: number | null; item: string | null };
}
