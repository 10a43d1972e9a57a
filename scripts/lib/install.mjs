// Installs the packages when they are missing, older than package-lock.json, or made for another Node.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root as projectRoot, say } from './preflight.mjs';
import { run } from './run.mjs';

const stampOf = (root) => join(root, 'node_modules', '.flowright-installed');

/** `tell` gets the lines of progress. Throws one sentence that says what to do. */
export async function installIfNeeded(tell = say) {
  if (await isInstalled(projectRoot)) return;
  tell(
    'Installing packages. Where no ready-made build of the database engine can be loaded it is compiled, about 2 minutes …',
  );
  let last = '';
  let seconds = 0;
  const clock = setInterval(() => {
    seconds += 15;
    tell(`  still installing, ${seconds} s`);
  }, 15_000);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { NODE_ENV: 'development' },
    onOutput: (chunk) => {
      last = (last + chunk.toString()).slice(-20_000);
    },
  }).finally(() => clearInterval(clock));
  if (code !== 0) throw new Error(sentenceFor(last));
  if (!(await canOpenDatabase(projectRoot))) {
    throw new Error(
      'The database engine was installed but does not load. Run “npm rebuild better-sqlite3” with a C++ compiler installed.',
    );
  }
  writeFileSync(stampOf(projectRoot), wantedStamp(projectRoot));
}

/** The packages wanted, and the machine and Node that the database engine is compiled for. */
function wantedStamp(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform} ${process.arch} ${process.versions.modules}\n`;
}

/** True when the packages of `root` are those of its lock, and the database engine loads in this Node. */
export async function isInstalled(root) {
  if (!existsSync(join(root, 'node_modules', 'better-sqlite3', 'package.json'))) return false;
  const wanted = wantedStamp(root);
  const stamp = stampOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  // Installed by hand, or under another Node: npm's own record names every version, and the driver is tried.
  if (!matchesLock(root) || !(await canOpenDatabase(root))) return false;
  writeFileSync(stamp, wanted);
  return true;
}

function matchesLock(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.link || present[path]?.version === entry.version,
  );
}

/** In a process of its own, so that a half-built module does not stay loaded. */
async function canOpenDatabase(root) {
  const code = await run(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], {
    cwd: root,
    onOutput: () => {},
  });
  return code === 0;
}

const offline = /ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|network/i;

/** What npm wrote -> what to do; the first that fits. node-gyp names a missing tool, and says “network” for its own downloads. */
const causes = [
  [/ENOSPC|No space left/i, 'The disk is full. Make room, about 1 GB, then start again.'],
  [
    /not found: make|spawn make ENOENT|\b(make|cc|c\+\+|gcc|g\+\+|clang\S*): (command not found|not found|No such file)|find any (Python|Visual Studio)|No Xcode/i,
    'The database engine could not be compiled. Install a C++ compiler, make and Python 3 (Debian and Ubuntu: apt-get install build-essential python3; macOS: xcode-select --install), then start again.',
  ],
  [
    new RegExp(`\\bgyp\\b[^]*(${offline.source})`, 'i'),
    'Neither a ready-made build of the database engine nor the headers of Node to compile it can be downloaded. Check the network or the npm proxy settings, then start again.',
  ],
  [
    /\bgyp\b/,
    'The database engine could not be compiled. It needs a compiler that knows C++20, such as GCC 11 or Clang 14.',
  ],
  [
    offline,
    'The package registry cannot be reached. Check the network or the npm proxy settings, then start again.',
  ],
  [
    /EACCES|EPERM|EROFS/,
    'The folder node_modules may not be written by this user. Give yourself write permission, then start again.',
  ],
];

/** One sentence for the output of an installation that failed. */
export function sentenceFor(output) {
  const cause = causes.find(([sign]) => sign.test(output));
  return (
    cause?.[1] ?? `The packages could not be installed:\n${output.trim().split('\n').slice(-15).join('\n')}`
  );
}
