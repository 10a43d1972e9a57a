// `npm run check`: format and lint, types, who imports whom, dead code, length of files, unit tests. All run; any may fail.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installIfNeeded } from './lib/install.mjs';
import { fail, root, say } from './lib/preflight.mjs';
import { run } from './lib/run.mjs';

const longest = 400;
const longestRoute = 60;
const rooms = ['app', 'components', 'server', 'db', 'lib', 'cli', 'samples', 'tests', 'scripts', 'bin'];
const bin = (path) => join(root, 'node_modules', path);

const checks = [
  ['format and lint', () => run(process.execPath, [bin('@biomejs/biome/bin/biome'), 'ci', '.'])],
  ['types', () => run(process.execPath, [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'])],
  [
    'who imports whom',
    () =>
      run(process.execPath, [
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        ...rooms.slice(0, 7),
      ]),
  ],
  ['dead code', () => run(process.execPath, [bin('knip/bin/knip.js')])],
  ['length of files', checkLength],
  ['unit tests', () => run(process.execPath, [bin('vitest/vitest.mjs'), 'run', '--project', 'unit'])],
];

await installIfNeeded().catch(fail);
const failed = [];
for (const [name, check] of checks) {
  say(`— ${name}`);
  if ((await check()) !== 0) failed.push(name);
}
say(failed.length === 0 ? 'All checks hold.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Tables of functions are data, and may be long. */
async function checkLength() {
  const tooLong = [];
  for (const room of rooms) {
    for (const entry of await readdir(join(root, room), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(tsx?|mjs)$/.test(entry.name)) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const lines = (await readFile(path, 'utf8')).split('\n').length - 1;
      const limit = room === 'app' ? longestRoute : longest;
      if (lines > limit && !path.includes(join('lib', 'expression', 'functions')))
        tooLong.push(`${path.slice(root.length)}: ${lines} lines, ${limit} is the limit`);
    }
  }
  for (const line of tooLong) console.error(line);
  return tooLong.length === 0 ? 0 : 1;
}
