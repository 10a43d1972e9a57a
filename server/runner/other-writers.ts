// Notices that another process (or another connection) has written to the database. SQLite keeps a number for it that costs
// microseconds to read, so that looking often is free while nothing happens.
import type { Database } from '@/db/client';

export const lookMilliseconds = 50;

/** True when somebody else committed since the last call. */
export function watchOtherWriters({ sqlite }: Database): () => boolean {
  const read = () => sqlite.pragma('data_version', { simple: true }) as number;
  let known = read();
  return () => {
    const now = read();
    const changed = now !== known;
    known = now;
    return changed;
  };
}
