// `ENGINE=none npm start` beside `npm run worker`: what the one accepts, the other one does, also after it was killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from '../support/product';
import { startTestApi, type TestApi } from '../support/sample-api';
import { judge, waitForEnd } from './judge';
import { seedFlow } from './seed';

const root = fileURLToPath(new URL('../../', import.meta.url));

let api: TestApi;
let product: Product;
let path = '';
let file = '';
let env: Record<string, string> = {};
const workers: ChildProcess[] = [];

beforeAll(async () => {
  api = await startTestApi({ delay: 20 });
  product = await startProduct(undefined, { ENGINE: 'none', FLOWRIGHT_ALLOW_HOSTS: api.host });
  env = {
    FLOWRIGHT_DATA: join(product.folder, 'data'),
    FLOWRIGHT_KEY_FILE: join(product.folder, 'key', 'flowright.key'),
    FLOWRIGHT_ALLOW_HOSTS: api.host,
  };
  file = join(product.folder, 'data', 'flowright.db');
  path = await seedFlow({ ...env, ENGINE: 'none' }, api);
});

afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await product?.stop();
  await api?.close();
});

async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [join(root, 'scripts/worker.mjs')], {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  workers.push(worker);
  await new Promise<void>((ready) => {
    worker.stdout?.on('data', (chunk) => String(chunk).includes('The engine runs.') && ready());
    worker.once('exit', () => ready());
  });
  return worker;
}

async function call(n: number): Promise<number> {
  const response = await fetch(`${product.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ n }),
  });
  return response.status;
}

function statuses(): string[] {
  const database = new Sqlite(file, { readonly: true });
  const rows = database.prepare('SELECT status FROM run ORDER BY number').pluck().all() as string[];
  database.close();
  return rows;
}

test('runs are accepted while no engine runs, and wait for one', async () => {
  expect(await call(1)).toBe(202);
  expect(statuses()).toEqual(['Running']);
  expect(await api.readLog().then((log) => log.filter(({ path }) => path === '/AddInvoice'))).toEqual([]);
});

test('a worker takes them up, and another one goes on when it is killed', async () => {
  const first = await startWorker();
  for (const n of [2, 3, 4]) expect(await call(n)).toBe(202);
  await new Promise((done) => setTimeout(done, 120));
  first.kill('SIGKILL');
  const second = await startWorker();
  for (const n of [5, 6]) expect(await call(n)).toBe(202);
  await waitForEnd(file);
  const log = (await api.readLog()).filter(({ path }) => path === '/ListInvoices' || path === '/AddInvoice');
  const verdict = judge(file, [1, 2, 3, 4, 5, 6], log);
  console.log(`worker killed once: ${JSON.stringify(verdict)}`);
  expect(verdict).toMatchObject({ lost: 0, stuck: 0, resent: 0, doubled: 0, misjudged: 0 });
  const ended = new Promise((done) => second.once('exit', done));
  second.kill('SIGINT');
  expect(await ended).toBe(0);
});
