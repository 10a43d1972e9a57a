// Tells whether a build is older than its sources. Sizes and times answer that at once; contents are read only where those
// differ, and then remembered, so that a fresh checkout of the same sources is built no second time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root as projectRoot } from './preflight.mjs';

const common = ['lib', 'package.json', 'package-lock.json', 'tsconfig.json'];

const kinds = {
  dist: {
    sources: [...common, 'server', 'db', 'cli', 'samples', 'scripts/bundle.mjs'],
    result: 'dist/server.mjs',
    stamp: 'dist/.stamp',
  },
  pages: {
    sources: [
      ...common,
      'app',
      'components',
      'public',
      'server/auth',
      'next.config.js',
      'postcss.config.mjs',
    ],
    result: '.next/BUILD_ID',
    stamp: '.next/.flowright-stamp',
  },
};

/** True when the sources are not those of the last build, or nothing was built. */
export function isNewer(kind, root = projectRoot) {
  const built = readStamp(kind, root);
  if (built === undefined || !existsSync(join(root, kinds[kind].result))) return true;
  const files = listFiles(kind, root);
  const seen = sumOfTimes(files);
  if (built.seen === seen) return false;
  if (built.content !== sumOfContents(files)) return true;
  writeStamp(kind, { ...built, seen }, root);
  return false;
}

/** What the sources are now. Taken before a build begins: what changes meanwhile is newer than its result. */
export function readSources(kind, root = projectRoot) {
  const files = listFiles(kind, root);
  return { seen: sumOfTimes(files), content: sumOfContents(files) };
}

/** Notes what the last build was made from. */
export function writeStamp(kind, sources, root = projectRoot) {
  const path = join(root, kinds[kind].stamp);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(sources));
}

function readStamp(kind, root) {
  try {
    return JSON.parse(readFileSync(join(root, kinds[kind].stamp), 'utf8'));
  } catch {
    return undefined;
  }
}

function listFiles(kind, root) {
  const files = [];
  const add = (path) => {
    const full = join(root, path);
    const info = statSync(full, { throwIfNoEntry: false });
    if (info === undefined) return;
    if (!info.isDirectory()) files.push({ path, full, size: info.size, time: info.mtimeMs });
    else for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
  };
  for (const source of kinds[kind].sources) add(source);
  return files;
}

function sumOfTimes(files) {
  const hash = createHash('sha256');
  for (const { path, size, time } of files) hash.update(`${path}\0${size}\0${time}\0`);
  return hash.digest('hex');
}

function sumOfContents(files) {
  const hash = createHash('sha256');
  for (const { path, full, size } of files) hash.update(`${path}\0${size}\0`).update(readFileSync(full));
  return hash.digest('hex');
}
