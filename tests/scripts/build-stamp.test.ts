// Whether a build is older than its sources: told by sizes and times, and by contents where those differ.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Plain JavaScript, so its types are said here. */
interface BuildStamp {
  isNewer(kind: 'dist' | 'pages', root: string): boolean;
  readSources(kind: 'dist' | 'pages', root: string): object;
  writeStamp(kind: 'dist' | 'pages', sources: object, root: string): void;
}

const { isNewer, readSources, writeStamp } = (await import(
  new URL('../../scripts/lib/build-stamp.mjs', import.meta.url).href
)) as BuildStamp;

let root: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'flowright-stamp-'));
  write('lib/a.ts', 'one');
  write('server/deep/b.ts', 'two');
  write('app/page.tsx', 'three');
  write('dist/server.mjs', 'built');
  write('.next/BUILD_ID', 'built');
  for (const kind of ['dist', 'pages'] as const) writeStamp(kind, readSources(kind, root), root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a build', () => {
  it('is as new as the sources it was made from', () => {
    expect([isNewer('dist', root), isNewer('pages', root)]).toEqual([false, false]);
  });

  it('is older when a source was changed (also to a text of the same length), added or removed', () => {
    write('server/deep/b.ts', 'owt');
    expect([isNewer('dist', root), isNewer('pages', root)]).toEqual([true, false]);
    write('server/deep/b.ts', 'two');
    expect(isNewer('dist', root)).toBe(false);
    write('lib/c.ts', '');
    expect([isNewer('dist', root), isNewer('pages', root)]).toEqual([true, true]);
    rmSync(join(root, 'lib/c.ts'));
    expect(isNewer('dist', root)).toBe(false);
    rmSync(join(root, 'lib/a.ts'));
    expect(isNewer('dist', root)).toBe(true);
  });

  it('is missing where there is no result, no note, or a note of another form', () => {
    rmSync(join(root, 'dist/server.mjs'));
    expect(isNewer('dist', root)).toBe(true);
    write('dist/server.mjs', 'built');
    write('dist/.stamp', '0f3a');
    expect(isNewer('dist', root)).toBe(true);
    rmSync(join(root, '.next/.flowright-stamp'));
    expect(isNewer('pages', root)).toBe(true);
  });

  it('is not made again when only the times are new, and the new times are remembered', () => {
    const before = readFileSync(join(root, 'dist/.stamp'), 'utf8');
    utimesSync(join(root, 'lib/a.ts'), 1, 1);
    expect(isNewer('dist', root)).toBe(false);
    const after = readFileSync(join(root, 'dist/.stamp'), 'utf8');
    expect(after).not.toBe(before);
    expect(JSON.parse(after)).toEqual(readSources('dist', root));
  });

  it('is older when a source changed while it was made', () => {
    const sources = readSources('dist', root);
    write('lib/a.ts', 'one and more');
    writeStamp('dist', sources, root);
    expect(isNewer('dist', root)).toBe(true);
  });
});
