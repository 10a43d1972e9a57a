// Opens the database with the settings that the promises of the journal rest on, and checks that each one took hold.
// The build of SQLite re-opens a WAL database with synchronous=NORMAL, which can lose an accepted run at a power cut.
import { mkdirSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';

export interface Database {
  sqlite: Sqlite.Database;
  orm: BetterSQLite3Database;
  close(): void;
}

const settings: { name: string; set: string; expect: unknown; file?: true }[] = [
  { name: 'journal_mode', set: 'WAL', expect: 'wal', file: true },
  { name: 'synchronous', set: 'FULL', expect: 2 },
  { name: 'foreign_keys', set: 'ON', expect: 1 },
  { name: 'busy_timeout', set: '5000', expect: 5000 },
  { name: 'trusted_schema', set: 'OFF', expect: 0 },
  { name: 'cell_size_check', set: 'ON', expect: 1 },
];

/**
 * Opens (and creates) the file. `:memory:` is kept in memory, the empty path in a file that SQLite itself makes, hides and
 * drops, however the process ends. Throws when a setting does not take hold.
 */
export function openDatabase(path: string): Database {
  const isTemporary = path === '' || path === ':memory:';
  if (!isTemporary) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    refuseNetworkDisk(dirname(path));
  }
  const sqlite = new Sqlite(path);
  for (const setting of settings) {
    if (setting.file && isTemporary) continue;
    sqlite.pragma(`${setting.name} = ${setting.set}`);
    const actual = sqlite.pragma(setting.name, { simple: true });
    if (actual !== setting.expect) {
      sqlite.close();
      throw new Error(
        `SQLite setting ${setting.name} is ${String(actual)} instead of ${String(setting.expect)} in ${path}.`,
      );
    }
  }
  return { sqlite, orm: drizzle(sqlite), close: () => sqlite.close() };
}

/** Types of file systems as Linux numbers them: NFS, SMB, CIFS, SMB2. */
const networkDisks = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42]);

/** A network disk does not lock as SQLite needs it, nor keep what it says it has written. */
function refuseNetworkDisk(folder: string): void {
  if (process.platform !== 'linux' || !networkDisks.has(statfsSync(folder).type)) return;
  throw new Error(
    `${folder} lies on a network disk, where a database can lose data. Set FLOWRIGHT_DATA to a folder on a local disk.`,
  );
}

/** Runs `work` in one write transaction that takes the write lock at once, so that two processes never deadlock. */
export function inTransaction<T>(database: Database, work: () => T): T {
  if (database.sqlite.inTransaction) return work();
  return database.sqlite.transaction(work).immediate();
}
