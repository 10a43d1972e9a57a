// Requests to runs that another process works on: left in a table, carried out and answered by the owner.
import type { Database } from '../client';

export type RequestAnswer = 'done' | 'refused';

export interface StoredRequest {
  id: number;
  runNumber: number;
  /** JSON. */
  request: string;
}

export interface RunRequests {
  insert(runNumber: number, request: string, createdAt: number): number;
  /** undefined while nobody has answered. */
  readAnswer(id: number): RequestAnswer | undefined;
  remove(id: number): void;
  /** Unanswered requests to runs of this owner, oldest first. */
  listFor(owner: string): StoredRequest[];
  answer(id: number, answer: RequestAnswer): void;
  /** Forgets those that whoever asked did not come back for. */
  removeOlderThan(createdAt: number): void;
}

/** Prepared once: the owner looks several times a second. */
export function prepareRunRequests({ sqlite }: Database): RunRequests {
  const insert = sqlite.prepare('INSERT INTO run_request (run_number, request, created_at) VALUES (?, ?, ?)');
  const read = sqlite.prepare('SELECT answer FROM run_request WHERE id = ?').pluck();
  const remove = sqlite.prepare('DELETE FROM run_request WHERE id = ?');
  const list = sqlite.prepare(
    `SELECT id, run_number AS runNumber, request FROM run_request
     WHERE answer IS NULL AND run_number IN (SELECT number FROM run WHERE owner = ? AND finished_at IS NULL)
     ORDER BY id`,
  );
  const answer = sqlite.prepare('UPDATE run_request SET answer = ? WHERE id = ?');
  const removeOld = sqlite.prepare('DELETE FROM run_request WHERE created_at < ?');
  return {
    insert: (runNumber, request, createdAt) =>
      Number(insert.run(runNumber, request, createdAt).lastInsertRowid),
    readAnswer: (id) => (read.get(id) as RequestAnswer | null | undefined) ?? undefined,
    remove: (id) => void remove.run(id),
    listFor: (owner) => list.all(owner) as StoredRequest[],
    answer: (id, given) => void answer.run(given, id),
    removeOlderThan: (createdAt) => void removeOld.run(createdAt),
  };
}
