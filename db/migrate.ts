// Brings a database to the present version. An older file is copied first; a newer one is refused.
// The bookkeeping is drizzle's own table; the statements run in one transaction, so a failed upgrade changes nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { AppError } from '@/lib/app-error';
import { type Database, inTransaction } from './client';
import { projectRoot } from './project-root';
import { seedDatabase } from './seed';

export interface MigrationReport {
  /** How many migrations ran. */
  applied: number;
  /** Path of the copy of the older database, where one was made. */
  copy?: string;
}

/** Applies what is missing. `migrationsFolder` is for tests of upgrades. */
export function migrateDatabase(database: Database, migrationsFolder?: string): MigrationReport {
  const migrations = readMigrationFiles({
    migrationsFolder: migrationsFolder ?? join(projectRoot(), 'db', 'migrations'),
  });
  const { sqlite } = database;
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, hash text NOT NULL, created_at numeric)',
  );
  const last = lastApplied(database);
  const known = migrations.at(-1)?.folderMillis ?? 0;
  if (last > known) {
    throw new AppError(
      'NOT_READY',
      'This database was written by a newer version of Flowright. Install that version, or restore the copy that was kept before the upgrade.',
    );
  }
  if (migrations.every((migration) => migration.folderMillis <= last)) return { applied: 0 };
  const copy = last > 0 ? keepCopy(database) : undefined;
  const applied = applyMigrations(database, migrations);
  seedDatabase(database);
  return copy === undefined ? { applied } : { applied, copy };
}

function lastApplied(database: Database): number {
  const row = database.sqlite.prepare('SELECT max(created_at) AS last FROM __drizzle_migrations').get() as
    | { last: number | null }
    | undefined;
  return Number(row?.last ?? 0);
}

/** A consistent copy beside the file, made by SQLite itself. */
function keepCopy(database: Database): string | undefined {
  const path = database.sqlite.name;
  if (database.sqlite.memory) return undefined;
  const stamp = new Date().toISOString().replaceAll(':', '-').slice(0, 19);
  let copy = `${path}.before-upgrade-${stamp}`;
  for (let count = 2; existsSync(copy); count += 1) copy = `${path}.before-upgrade-${stamp}-${count}`;
  database.sqlite.prepare('VACUUM INTO ?').run(copy);
  return copy;
}

function applyMigrations(database: Database, migrations: MigrationMeta[]): number {
  const { sqlite } = database;
  // A table that is rebuilt drops its old form; the check below replaces the enforcement meanwhile.
  sqlite.pragma('foreign_keys = OFF');
  try {
    return inTransaction(database, () => {
      const last = lastApplied(database);
      const missing = migrations.filter((migration) => migration.folderMillis > last);
      for (const migration of missing) {
        for (const statement of migration.sql) sqlite.exec(statement);
        sqlite
          .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
          .run(migration.hash, migration.folderMillis);
      }
      const broken = sqlite.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0)
        throw new Error(`The upgrade would leave ${broken.length} broken references; nothing was changed.`);
      return missing.length;
    });
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}
