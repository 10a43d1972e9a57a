// The real command line as a process of its own, under the rules that forbid code from strings and `__proto__`.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  cwd?: string;
  env?: Record<string, string>;
  /** Standard input. */
  input?: string;
  /** Of Node; the strict ones unless given. */
  flags?: string[];
}

const { strictFlags } = (await import(new URL('../../scripts/lib/strict.mjs', import.meta.url).href)) as {
  strictFlags: string[];
};

function run(words: string[], { cwd = root, env = {}, input = '' }: Surroundings = {}): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, words, { cwd, env: { ...process.env, ...env } });
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      ended.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      ended.stderr += text;
    });
    child.once('error', failed);
    child.once('close', (code) => done({ ...ended, code }));
    child.stdin.end(input);
  });
}

/** Runs `flowright <words>`. */
export function flowright(words: string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { flags = strictFlags } = surroundings;
  return run([...flags, join(root, 'bin/flowright.mjs'), ...words], surroundings);
}

/** Runs a command and reads its standard output, which has to be one JSON document and nothing else. */
export async function flowrightJson(
  words: string[],
  surroundings: Surroundings = {},
): Promise<Ended & { json: unknown }> {
  const ended = await flowright(words, surroundings);
  try {
    return { ...ended, json: JSON.parse(ended.stdout) };
  } catch {
    throw new Error(
      `flowright ${words.join(' ')} printed no JSON document:\n${ended.stdout}\n${ended.stderr}`,
    );
  }
}

/** Builds `dist/` where it is older than its sources; one process at a time. */
export async function buildCommandLine(): Promise<void> {
  const lock = join(tmpdir(), `flowright-build-${Buffer.from(root).toString('hex').slice(-24)}`);
  const deadline = Date.now() + 60_000;
  while (!tryLock(lock) && Date.now() < deadline) await wait(100);
  try {
    const stamp: { isNewer(kind: 'dist'): boolean } = await import(
      new URL('../../scripts/lib/build-stamp.mjs', import.meta.url).href
    );
    if (!stamp.isNewer('dist')) return;
    const built = await run([join(root, 'scripts/build.mjs'), '--without-pages']);
    if (built.code !== 0) throw new Error(`The command line cannot be built:\n${built.stderr}`);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function tryLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes files below a new folder, which goes with the test file; objects as JSON. Gives the folder. */
export function writeFiles(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowright-cli-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}
