// Kills the child at random moments under load, lets a last one finish everything, and judges by the API's own log.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type BuildOptions, build } from 'esbuild';

export interface Verdict {
  kills: number;
  accepted: number;
  calls: number;
  lost: number;
  stuck: number;
  resent: number;
  doubled: number;
  /** POSTs in flight at a kill, all of them in doubt. */
  inDoubt: number;
  /** Interrupted POSTs that are not in doubt, and GETs that are. */
  misjudged: number;
  integrity: string;
  /** Processes that ended by themselves: at the named place. */
  reached: number;
}

/** Numbers that repeat: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Call {
  run: string;
  step: string;
  method: string;
}

/** The API: answers after a few milliseconds and remembers every call in order of arrival. */
async function startApi(random: () => number) {
  const log: Call[] = [];
  const server = createServer((request, response) => {
    log.push({
      run: String(request.headers['x-run']),
      step: String(request.headers['x-step']),
      method: request.method ?? '',
    });
    request.resume();
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"ok":true}');
    }, random() * 12);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { log, url, close };
}

/** The settings of the product's own bundles; that file is plain JavaScript, so its types are said here. */
interface BundleSettings {
  root: string;
  bundleOptions(entryPoints: Record<string, string>, outdir: string): BuildOptions;
}

export async function bundleChild(): Promise<string> {
  const settings = new URL('../../scripts/bundle.mjs', import.meta.url).href;
  const { bundleOptions, root } = (await import(settings)) as BundleSettings;
  const outdir = join(root, 'dist', 'crash');
  await build(bundleOptions({ child: join(root, 'tests/crash/child.ts') }, outdir));
  return join(outdir, 'child.mjs');
}

/** One database, many processes, one verdict. */
export async function killManyTimes(options: {
  child: string;
  kills: number;
  seed: number;
  mutant?: string;
  /** Ends each process at this named place instead, the n-th time it is passed. */
  point?: string;
}): Promise<Verdict> {
  const random = createRandom(options.seed);
  const api = await startApi(random);
  const folder = mkdtempSync(join(tmpdir(), 'flowright-crash-'));
  const file = join(folder, 'crash.db');
  const accepted: string[] = [];
  const start = (point = '') =>
    startChild(options.child, {
      CRASH_DB: file,
      CRASH_API: api.url,
      FLOWRIGHT_MUTANT: options.mutant ?? '',
      FLOWRIGHT_FAIL_POINT: point,
    });
  let reached = 0;
  try {
    for (let kill = 0; kill < options.kills; kill += 1) {
      const child = await start(options.point === undefined ? '' : `${options.point}#${1 + (kill % 7)}`);
      const load = loadChild(child.port, accepted);
      const wait = options.point === undefined ? 20 + random() * 250 : 2_000;
      await Promise.race([child.exited, new Promise((done) => setTimeout(done, wait))]);
      if (child.hasEnded()) reached += 1;
      await child.kill();
      await load;
    }
    const last = await start();
    const rows = await waitForEnd(file);
    await last.kill();
    return { ...judge(file, rows, { accepted, log: api.log, kills: options.kills }), reached };
  } finally {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startChild(path: string, env: Record<string, string>) {
  const child: ChildProcess = fork(path, [], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
  });
  // A fail point may end the process before it is ready.
  const port = await new Promise<number | undefined>((done) => {
    child.once('message', (message) => done((message as { port: number }).port));
    child.once('exit', () => done(undefined));
  });
  return {
    port,
    exited,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Starts runs, two at a time, until the child is gone. */
async function loadChild(port: number | undefined, accepted: string[]): Promise<void> {
  if (port === undefined) return;
  const one = async () => {
    for (let count = 0; count < 6; count += 1) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/start`, { method: 'POST' });
        if (response.status === 200) accepted.push(await response.text());
      } catch {
        return;
      }
    }
  };
  await Promise.all([one(), one()]);
}

interface Row {
  run: string;
  runStatus: string;
  name: string;
  status: string;
  code: string | null;
  attempts: string | null;
}

async function waitForEnd(file: string): Promise<Row[]> {
  const database = new Sqlite(file, { readonly: true });
  const open = database.prepare("SELECT count(*) FROM run WHERE status = 'Running'").pluck();
  const deadline = Date.now() + 90_000;
  while (Number(open.get()) > 0 && Date.now() < deadline) await new Promise((done) => setTimeout(done, 50));
  const rows = database
    .prepare(
      `SELECT run.id AS run, run.status AS runStatus, r.name, r.status, r.code, r.attempts
       FROM run JOIN action_record r ON r.key BETWEEN run.number * 16777216 AND run.number * 16777216 + 16777215`,
    )
    .all() as Row[];
  database.close();
  return rows;
}

function judge(
  file: string,
  rows: Row[],
  facts: { accepted: string[]; log: Call[]; kills: number },
): Omit<Verdict, 'reached'> {
  const runs = new Map(rows.map((row) => [row.run, row.runStatus]));
  const posts = new Map<string, number>();
  const reached = new Map<string, number>();
  let resent = 0;
  for (const { run, step, method } of facts.log) {
    if (method === 'POST') posts.set(`${run} ${step}`, (posts.get(`${run} ${step}`) ?? 0) + 1);
    // Steps of a chain are numbered: one that arrives after a later one of its chain had already finished.
    const chain = `${run} ${step.slice(0, step.lastIndexOf('-'))}`;
    const number = Number(step.slice(step.lastIndexOf('-') + 1));
    if (number < (reached.get(chain) ?? 0)) resent += 1;
    reached.set(chain, Math.max(number, reached.get(chain) ?? 0));
  }
  const isPost = (row: Row) => row.name === 'Pay' || row.name === 'Book';
  const doubtful = rows.filter((row) => row.code === 'InDoubt');
  const interrupted = rows.filter((row) => isPost(row) && row.attempts?.includes('"Interrupted"'));
  const database = new Sqlite(file, { readonly: true });
  const integrity = String(database.pragma('integrity_check', { simple: true }));
  database.close();
  return {
    kills: facts.kills,
    accepted: facts.accepted.length,
    calls: facts.log.length,
    lost: facts.accepted.filter((id) => !runs.has(id)).length,
    stuck: [...runs.values()].filter((status) => status !== 'Succeeded' && status !== 'Waiting').length,
    resent,
    doubled: [...posts.values()].filter((count) => count > 1).length,
    inDoubt: doubtful.length,
    misjudged:
      doubtful.filter((row) => !isPost(row)).length +
      interrupted.filter((row) => row.code !== 'InDoubt').length,
    integrity,
  };
}
