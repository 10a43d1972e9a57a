// Installs the packages when they are missing or older than package-lock.json.
import { existsSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, say } from './preflight.mjs';
import { run } from './run.mjs';

const stamp = join(root, 'node_modules', '.flowright-lock.json');

export async function installIfNeeded() {
  if (await isInstalled()) return;
  say(
    'Installing packages. Where no ready-made build of the database engine can be loaded it is compiled, about 2 minutes …',
  );
  let last = '';
  let seconds = 0;
  const clock = setInterval(() => {
    seconds += 15;
    say(`  still installing, ${seconds} s`);
  }, 15_000);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { NODE_ENV: 'development' },
    onOutput: (chunk) => {
      last = (last + chunk.toString()).slice(-20_000);
    },
  }).finally(() => clearInterval(clock));
  if (code !== 0) throw new Error(sentenceFor(last));
  if (!(await canOpenDatabase())) {
    throw new Error(
      'The database engine was installed but does not load. Run “npm rebuild better-sqlite3” with a C++ compiler installed.',
    );
  }
  await copyFile(join(root, 'package-lock.json'), stamp);
}

async function isInstalled() {
  if (!existsSync(join(root, 'node_modules', 'better-sqlite3', 'package.json'))) return false;
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8');
  const installed = existsSync(stamp) ? await readFile(stamp, 'utf8') : undefined;
  if (installed === lock) return true;
  // Installed by hand: npm's own record names every version, so a second install would change nothing.
  if (!(await matchesLock(lock)) || !(await canOpenDatabase())) return false;
  await copyFile(join(root, 'package-lock.json'), stamp);
  return true;
}

async function matchesLock(lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(await readFile(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.link || present[path]?.version === entry.version,
  );
}

/** In a process of its own, so that a half-built module does not stay loaded. */
async function canOpenDatabase() {
  const code = await run(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], {
    onOutput: () => {},
  });
  return code === 0;
}

export function sentenceFor(output) {
  if (/gyp|node-gyp|make: |g\+\+|cl\.exe|Visual Studio|not find any Python/i.test(output)) {
    return 'The database engine could not be compiled. Install a C++ compiler, make and Python 3 (Debian and Ubuntu: apt-get install build-essential python3; macOS: xcode-select --install), then start again.';
  }
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN|network/i.test(output)) {
    return 'The package registry cannot be reached. Check the network or the npm proxy settings, then start again.';
  }
  if (/EACCES|EPERM|EROFS/.test(output))
    return 'The folder node_modules may not be written by this user. Give yourself write permission, then start again.';
  if (/ENOSPC/.test(output)) return 'The disk is full. Make room, about 1 GB, then start again.';
  return `The packages could not be installed:\n${output.trim().split('\n').slice(-15).join('\n')}`;
}
