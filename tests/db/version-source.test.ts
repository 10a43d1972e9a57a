// The upgrade that gives versions of connectors the file they were made from.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { projectRoot } from '@/db/project-root';

it('finds the source of the live version, also where an update waits to be published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowright-db-'));
  const database = openDatabase(join(folder, 'a.db'));
  try {
    const former = join(folder, 'migrations');
    cpSync(join(projectRoot(), 'db', 'migrations'), former, { recursive: true });
    const path = join(former, 'meta', '_journal.json');
    const journal = JSON.parse(readFileSync(path, 'utf8'));
    const index = journal.entries.findIndex(({ tag }: { tag: string }) => tag === '0003_version_source');
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, index) }));
    migrateDatabase(database, former);

    const { sqlite } = database;
    const { id: place } = sqlite.prepare('SELECT id FROM environment').get() as { id: string };
    for (const name of ['plain', 'updated', 'published', 'blank']) {
      const source = name === 'blank' ? null : `${name} now`;
      sqlite
        .prepare(
          `INSERT INTO connector VALUES (?, ?, NULL, ?, ?, ?, 1, '{}', '{}', ?, 2, 0, '{}', 'me', 1, 1)`,
        )
        .run(name, place, name, name, name, source);
      for (const version of [1, 2]) {
        sqlite
          .prepare(`INSERT INTO connector_version VALUES (?, ?, ?, ?, '{}', '{}', 'me', ?)`)
          .run(`${name}${version}`, place, name, version, version * 10);
      }
    }
    for (const [name, time] of [
      ['updated', 30],
      ['published', 15],
    ]) {
      sqlite
        .prepare(`INSERT INTO connector_undo VALUES (?, ?, 'update', '{}', '{}', ?, 0, ?)`)
        .run(name, place, `${name} before`, time);
    }
    migrateDatabase(database);
    const sources = sqlite.prepare('SELECT id, source_text AS source FROM connector_version').all() as {
      id: string;
      source: string | null;
    }[];
    expect(Object.fromEntries(sources.map(({ id, source }) => [id, source]))).toEqual({
      plain1: null,
      plain2: 'plain now',
      updated1: null,
      updated2: 'updated before',
      published1: null,
      published2: 'published now',
      blank1: null,
      blank2: null,
    });
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
