// The database file: settings that hold, upgrades that keep a copy, downgrades that are refused.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { projectRoot } from '@/db/project-root';
import { environment } from '@/db/schema/environment';
import { publisher } from '@/db/schema/solution';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowright-db-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the migrations with one more at the end. */
function migrationsWith(statement: string): string {
  const target = join(folder, 'migrations');
  cpSync(join(projectRoot(), 'db', 'migrations'), target, { recursive: true });
  const journalPath = join(target, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(journalPath, 'utf8')) as {
    entries: { idx: number; when: number; tag: string }[];
  };
  const last = journal.entries.at(-1);
  journal.entries.push({
    ...last,
    idx: (last?.idx ?? 0) + 1,
    when: (last?.when ?? 0) + 1000,
    tag: '9999_next',
  });
  writeFileSync(journalPath, JSON.stringify(journal));
  writeFileSync(join(target, '9999_next.sql'), statement);
  return target;
}

describe('the database file', () => {
  it('is opened in WAL mode with full synchronisation and enforced references', () => {
    const database = openDatabase(join(folder, 'a.db'));
    expect(database.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.sqlite.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    database.close();
    const again = openDatabase(join(folder, 'a.db'));
    expect(again.sqlite.pragma('synchronous', { simple: true })).toBe(2);
    again.close();
  });

  it('begins with one environment and its publisher', () => {
    const database = openDatabase(join(folder, 'a.db'));
    expect(migrateDatabase(database).applied).toBeGreaterThan(0);
    expect(database.orm.select().from(environment).all()).toMatchObject([{ name: 'Default' }]);
    expect(database.orm.select().from(publisher).all()).toMatchObject([
      { displayName: 'CDS Default Publisher' },
    ]);
    expect(migrateDatabase(database)).toEqual({ applied: 0 });
    expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
    database.close();
  });

  it('keeps a readable copy of an older file before it is upgraded', () => {
    const database = openDatabase(join(folder, 'a.db'));
    migrateDatabase(database);
    const report = migrateDatabase(database, migrationsWith('CREATE TABLE later (id text);'));
    expect(report.applied).toBe(1);
    expect(report.copy).toBeDefined();
    const copy = openDatabase(report.copy ?? '');
    expect(copy.orm.select().from(environment).all()).toHaveLength(1);
    expect(copy.sqlite.prepare("SELECT name FROM sqlite_master WHERE name = 'later'").all()).toEqual([]);
    copy.close();
    database.close();
  });

  it('is left as it was when an upgrade fails', () => {
    const database = openDatabase(join(folder, 'a.db'));
    migrateDatabase(database);
    const bad = migrationsWith('CREATE TABLE later (id text);\n--> statement-breakpoint\nCREATE BROKEN;');
    expect(() => migrateDatabase(database, bad)).toThrow();
    expect(database.sqlite.prepare("SELECT name FROM sqlite_master WHERE name = 'later'").all()).toEqual([]);
    expect(database.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    database.close();
  });

  it('is refused with a sentence when a newer version wrote it', () => {
    const database = openDatabase(join(folder, 'a.db'));
    migrateDatabase(database, migrationsWith('CREATE TABLE later (id text);'));
    expect(() => migrateDatabase(database)).toThrow(/newer version of Flowright/);
    database.close();
  });
});
