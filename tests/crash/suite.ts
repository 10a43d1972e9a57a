// Kills the child at random moments under load, lets a last one finish everything, and has the verdict spoken.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApi } from '../support/sample-api';
import { judge, type Verdict, waitForEnd } from './judge';
import { seedFlow } from './seed';

export interface Outcome extends Verdict {
  kills: number;
  /** Processes that ended by themselves: at the named place. */
  reached: number;
}

/** Numbers that repeat: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One data folder, many processes, one verdict. */
export async function killManyTimes(options: {
  child: string;
  kills: number;
  seed: number;
  /** Ends each process at this named place instead, the n-th time it is passed. */
  point?: string;
}): Promise<Outcome> {
  const random = createRandom(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'flowright-crash-'));
  const api = await startTestApi({ delay: 5 });
  const env = {
    FLOWRIGHT_DATA: join(folder, 'data'),
    FLOWRIGHT_KEY_FILE: join(folder, 'key'),
    FLOWRIGHT_ALLOW_HOSTS: api.host,
    PORT: '0',
    LOG_LEVEL: 'silent',
  };
  const file = join(folder, 'data', 'flowright.db');
  const accepted: number[] = [];
  let next = 1;
  const start = (point = '') => startChild(options.child, { ...env, FLOWRIGHT_FAIL_POINT: point });
  let reached = 0;
  try {
    const path = await seedFlow(env, api);
    for (let kill = 0; kill < options.kills; kill += 1) {
      const child = await start(options.point === undefined ? '' : `${options.point}#${1 + (kill % 7)}`);
      const load = loadChild(child.port, path, { take: () => next++, accepted });
      const wait = options.point === undefined ? 20 + random() * 250 : 2_000;
      // Mostly among runs, sometimes before the first one is accepted.
      if (options.point === undefined && random() < 0.8) await Promise.race([child.exited, load.first]);
      await Promise.race([child.exited, new Promise((done) => setTimeout(done, wait))]);
      if (child.hasEnded()) reached += 1;
      await child.kill();
      await load.done;
    }
    const last = await start();
    await waitForEnd(file);
    await last.kill();
    const log = await api.readLog();
    return { kills: options.kills, reached, ...judge(file, accepted, log.filter(isCallOfFlow)) };
  } finally {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The file was fetched from the same server. */
function isCallOfFlow({ path }: { path: string }): boolean {
  return path === '/ListInvoices' || path === '/AddInvoice';
}

async function startChild(path: string, env: Record<string, string>) {
  const child: ChildProcess = fork(path, [], {
    env: { ...process.env, ...env },
    execArgv: ['--disallow-code-generation-from-strings'],
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

/** Starts runs, two at a time, until the child is gone; keeps the numbers of those that were answered with 202. */
function loadChild(
  port: number | undefined,
  path: string,
  { take, accepted }: { take(): number; accepted: number[] },
): { first: Promise<void>; done: Promise<void> } {
  let tellFirst = () => {};
  const first = new Promise<void>((done) => {
    tellFirst = done;
  });
  const one = async () => {
    for (let count = 0; port !== undefined && count < 6; count += 1) {
      const n = take();
      try {
        const response = await fetch(`http://127.0.0.1:${port}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ n }),
        });
        if (response.status === 202) accepted.push(n);
        tellFirst();
      } catch {
        break;
      }
    }
    tellFirst();
  };
  return { first, done: Promise.all([one(), one()]).then(() => undefined) };
}
