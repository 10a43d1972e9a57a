// Calls through the outbound door beside a bare undici pool: 1,000 calls, 32 at a time, to a server in another thread.
// The table shows rounds a second; times 1,000 that is calls a second.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Pool } from 'undici';
import { afterAll, bench, describe } from 'vitest';
import { Secret } from '@/server/connection/secret-box';
import { createEgress } from '@/server/egress/egress';

const server = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  const invoice = { invoiceId: '1933', amount: 5000.5, accountName: 'Wing Tips', status: 'Invoiced', tags: 'a;b' };
  const body = JSON.stringify({ invoices: Array.from({ length: 20 }, () => invoice) });
  createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  }).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });
`;

const worker = new Worker(server, { eval: true });
const [port] = (await once(worker, 'message')) as [number];
const origin = `http://127.0.0.1:${port}`;
const value = new Secret('0123456789abcdef0123456789abcdef01234567');
const egress = createEgress({
  isAllowed: () => true,
  openCredential: async () => ({ origin, placements: [{ in: 'header', name: 'X-API-KEY', value }] }),
});
const pool = new Pool(origin, { connections: 64, pipelining: 1 });
const credential = { connectionId: 'c', environmentId: 'e' };

async function thousand(call: () => Promise<unknown>): Promise<void> {
  let left = 1_000;
  const one = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: 32 }, one));
}

describe('1,000 GET calls, 2 KB of JSON each', () => {
  afterAll(async () => {
    await Promise.all([egress.close(), pool.destroy(), worker.terminate()]);
  });

  bench('undici pool, body parsed', () =>
    thousand(async () => {
      const response = await pool.request({
        path: '/ListInvoices',
        method: 'GET',
        headers: { 'x-api-key': 'x' },
      });
      await response.body.json();
    }),
  );

  bench('the outbound door', () =>
    thousand(() => egress.request({ method: 'GET', url: `${origin}/ListInvoices`, headers: {} })),
  );

  bench('the outbound door, signed', () =>
    thousand(() =>
      egress.request({ method: 'GET', url: `${origin}/ListInvoices`, headers: {} }, { credential }),
    ),
  );
});
