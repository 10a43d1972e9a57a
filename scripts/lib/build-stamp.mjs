// Tells whether a build is older than its sources: a hash of names, sizes and times of what it is made from.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const sources = {
  dist: ['server', 'lib', 'db', 'cli', 'samples', 'scripts/bundle.mjs', 'package-lock.json', 'tsconfig.json'],
  pages: [
    'app',
    'components',
    'lib',
    'public',
    'server/auth',
    'next.config.js',
    'postcss.config.mjs',
    'package-lock.json',
    'tsconfig.json',
  ],
};
const results = { dist: 'dist/server.mjs', pages: '.next/BUILD_ID' };
const stamps = { dist: 'dist/.stamp', pages: '.next/.flowright-stamp' };

async function hashOf(kind) {
  const hash = createHash('sha256');
  for (const source of sources[kind]) await add(hash, source);
  return hash.digest('hex');
}

async function add(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  const info = await stat(full);
  if (!info.isDirectory()) {
    hash.update(`${path}\0${info.size}\0`);
    hash.update(await readFile(full));
    return;
  }
  const names = await readdir(full);
  for (const name of names.sort()) await add(hash, join(path, name));
}

/** True when the sources are newer than what was built, or nothing was built. */
export async function isNewer(kind) {
  if (!existsSync(join(root, results[kind])) || !existsSync(join(root, stamps[kind]))) return true;
  return (await readFile(join(root, stamps[kind]), 'utf8')) !== (await hashOf(kind));
}

export async function writeStamp(kind) {
  const path = join(root, stamps[kind]);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, await hashOf(kind));
}
