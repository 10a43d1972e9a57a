// The sample API, over HTTP, as its own documentation describes it.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '@/db/project-root';
import { openApiDocument } from '@/samples/contoso-invoicing/openapi';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { parseTicks, toTicksText } from '@/samples/contoso-invoicing/ticks';
import type { Invoice } from '@/samples/contoso-invoicing/types';
import { startTestApi, type TestApi } from '../support/sample-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Call {
  method?: string;
  key?: string;
  body?: unknown;
}

async function call(path: string, { method = 'GET', key = api.key, body }: Call = {}) {
  const response = await fetch(`${api.url}${path}`, {
    method,
    headers: { 'x-api-key': key },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

const list = async (query = '', key = api.key): Promise<Invoice[]> => {
  const { status, body } = await call(`/ListInvoices${query}`, { key });
  expect(status).toBe(200);
  return body.invoices;
};

/** What a validator of others says. It makes code from text, which no process of ours may do, so it has one of its own. */
function validate(document: object): { status: number | null; stderr: string } {
  const program = `import SwaggerParser from '@apidevtools/swagger-parser';
    await SwaggerParser.validate(JSON.parse(process.argv[1]));`;
  const words = ['--input-type=module', '--eval', program, JSON.stringify(document)];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: projectRoot(), encoding: 'utf8' });
  return { status, stderr };
}

const page = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${api.url}${path}`, { ...init, headers: { accept: 'text/html' } });
  return { type: response.headers.get('content-type'), text: await response.text() };
};

describe('the pages of the exercise', () => {
  it('the home page holds exactly the four links', async () => {
    const { text } = await page('/');
    const links = [...text.matchAll(/<a [^>]*>([^<]+)<\/a>/g)].map((match) => match[1]);
    expect(links).toEqual(['Documentation', 'Open API definition', 'API Key', 'Download Logo']);
  });

  it.each(['/documentation', '/api-key'])('%s leads back to the home page', async (path) => {
    expect((await page(path)).text).toContain('<a href="/">Return to home</a>');
  });

  it.each(['/', '/documentation', '/api-key'])('%s loads nothing from elsewhere', async (path) => {
    expect((await page(path)).text).not.toMatch(/(?:src|href|action)="(?!\/)/);
  });

  it('the button of the key page shows a key that works', async () => {
    const { text } = await page('/api-key', { method: 'POST' });
    const key = /value="([0-9a-f]{40})"/.exec(text)?.[1] ?? '';
    expect(await list('', key)).toHaveLength(34);
  });

  it('the documentation names all nine operations', async () => {
    const { text } = await page('/documentation');
    expect([...text.matchAll(/class="method /g)]).toHaveLength(9);
  });

  it('the logo is a PNG of 160 by 160 with whole image data', async () => {
    const response = await fetch(`${api.url}/logo.png`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([160, 160]);
    const length = bytes.readUInt32BE(33);
    expect(inflateSync(bytes.subarray(41, 41 + length))).toHaveLength(160 * (160 * 3 + 1));
  });
});

describe('the definition', () => {
  it('names the host it is reached at', async () => {
    const document = (await call('/swagger.json')).body;
    expect(document.host).toBe(api.host);
    expect(document.schemes).toEqual(['http']);
  });

  it('has the faults that the exercise corrects', () => {
    const { paths } = swaggerDocument('127.0.0.1:5080');
    expect(paths['/GetInvoice'].get.summary).toBe('');
    expect(paths['/PayInvoice'].post.description).toBe('');
    expect(JSON.stringify(paths)).not.toContain('x-ms-visibility');
    expect(Object.keys(paths['/NewInvoiceNotification'])).toEqual(['get', 'delete', 'post']);
  });

  it.each([
    ['2.0', () => swaggerDocument('127.0.0.1:5080')],
    ['3.1', () => openApiDocument('127.0.0.1:5080')],
  ])('OpenAPI %s passes an independent validator', (_, document) => {
    expect(validate(document())).toEqual({ status: 0, stderr: '' });
  });

  it('describes the same operations in both versions', () => {
    const ids = (document: object) =>
      [...JSON.stringify(document).matchAll(/"operationId":"(\w+)"/g)].map((m) => m[1]);
    expect(ids(swaggerDocument('h'))).toHaveLength(9);
    expect(ids(openApiDocument('h'))).toEqual(ids(swaggerDocument('h')));
  });
});

describe('keys', () => {
  it.each(['/ListInvoices', '/AddInvoice', '/GetLastInvoice', '/nothing'])(
    '%s without a key is 401',
    async (path) => {
      const { status, body } = await call(path, { key: 'wrong' });
      expect([status, body]).toEqual([401, { error: 'Missing or invalid API key' }]);
    },
  );

  it('with a key, an unknown place is 404 and a wrong method 405', async () => {
    expect((await call('/GetLastInvoice')).status).toBe(404);
    expect((await call('/__proto__')).status).toBe(404);
    const wrong = await call('/PayInvoice');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('divide the data', async () => {
    const other = await api.newKey();
    await call('/AddInvoice', { method: 'POST', body: { invoice: { amount: 1 } } });
    expect(await list('', other)).toHaveLength(34);
    expect((await list()).length).toBeGreaterThan(34);
  });
});

describe('invoices', () => {
  beforeEach(async () => {
    await api.clearLog();
  });

  it('come newest first, each with the properties that the definition names', async () => {
    const invoices = await list();
    const created = invoices.map((invoice) => parseTicks(invoice.createDate) ?? 0n);
    expect(created).toEqual([...created].sort((a, b) => (a > b ? -1 : 1)));
    const properties = Object.keys(swaggerDocument('h').definitions.Invoice.properties);
    for (const invoice of invoices) expect(Object.keys(invoice)).toEqual(properties);
  });

  it('filter by creation strictly after fromDate and up to toDate', async () => {
    const invoices = await list();
    const third = invoices[2]?.createDate ?? '';
    expect(await list(`?fromDate=${encodeURIComponent(third)}`)).toEqual(invoices.slice(0, 2));
    expect(await list(`?toDate=${encodeURIComponent(third)}`)).toEqual(invoices.slice(2));
  });

  it('filter by amount and by status', async () => {
    const some = await list('?fromAmount=500&toAmount=1500');
    expect(some.length).toBeGreaterThan(0);
    expect(some.every((invoice) => invoice.amount >= 500 && invoice.amount <= 1500)).toBe(true);
    const paid = await list('?status=1');
    expect(paid.length).toBeGreaterThan(0);
    expect(paid.every((invoice) => invoice.status === 'Paid')).toBe(true);
  });

  it.each(['fromDate=soon', 'status=3', 'status=x', 'toAmount=many'])(
    'say what is wrong with %s',
    async (query) => {
      const { status, body } = await call(`/ListInvoices?${query}`);
      expect([status, body.parameter]).toEqual([400, query.split('=')[0]]);
    },
  );

  it('are added in front, under the next id', async () => {
    const before = await list();
    const body = { invoice: { amount: 5500, accountName: 'Wing Tips', tags: 'New Account' } };
    const added = await call('/AddInvoice?typeId=1', { method: 'POST', body });
    expect(added.status).toBe(200);
    expect(added.body).toMatchObject({ amount: 5500, status: 'Invoiced', typeId: 1, tags: 'New Account' });
    expect(Number(added.body.invoiceId)).toBe(Number(before[0]?.invoiceId) + 1);
    expect(await list()).toEqual([added.body, ...before]);
    expect((await call(`/GetInvoice?id=${added.body.invoiceId}`)).body).toEqual(added.body);
  });

  it('refuse an amount that is no number', async () => {
    const { status, body } = await call('/AddInvoice', {
      method: 'POST',
      body: { invoice: { amount: 'x' } },
    });
    expect([status, body.parameter]).toEqual([400, 'amount']);
  });

  it('are paid in parts until the balance is nothing', async () => {
    const added = (await call('/AddInvoice', { method: 'POST', body: { invoice: { amount: 100.1 } } })).body;
    const pay = (query: string) => call(`/PayInvoice?id=${added.invoiceId}${query}`, { method: 'POST' });
    expect((await pay('&amount=40')).body.balance).toBe(60.1);
    expect((await pay('')).body.balance).toBe(0);
    expect((await call(`/GetInvoice?id=${added.invoiceId}`)).body.status).toBe('Paid');
  });

  it('that do not exist are 404', async () => {
    expect((await call('/GetInvoice?id=1')).status).toBe(404);
    expect((await call('/GetInvoice')).status).toBe(404);
    expect((await call('/PayInvoice?id=1&amount=1', { method: 'POST' })).status).toBe(404);
  });

  it('have a schema for each type: only purchase orders have the purchase order', async () => {
    const [first, second] = [
      await call('/GetInvoiceSchema?typeId=1'),
      await call('/GetInvoiceSchema?typeId=2'),
    ];
    expect(Object.keys(first.body.properties)).toContain('purchaseOrderId');
    expect(Object.keys(second.body.properties)).not.toContain('purchaseOrderId');
    expect(first.body.required).toEqual(['amount']);
    expect((await call('/ListInvoiceTypes')).body.types).toHaveLength(2);
  });
});

describe('webhooks', () => {
  it('are registered, listed, told of a new invoice of their key, and removed', async () => {
    const received: string[] = [];
    const target = createServer((request, response) => {
      request.on('data', (chunk) => received.push(String(chunk))).on('end', () => response.end());
    });
    await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
    const targeturl = `http://127.0.0.1:${(target.address() as AddressInfo).port}/hook`;
    const made = await call('/NewInvoiceNotification', { method: 'POST', body: { targetUrl: targeturl } });
    expect(made.status).toBe(201);
    const location = new URL(made.headers.get('location') ?? '');
    expect((await call('/NewInvoiceNotification')).body).toContain(location.searchParams.get('id'));
    const other = await api.newKey();
    await call('/AddInvoice', { method: 'POST', key: other, body: { invoice: { amount: 1 } } });
    const { body } = await call('/AddInvoice', { method: 'POST', body: { invoice: { amount: 8800 } } });
    await expect.poll(() => received.map((text) => JSON.parse(text))).toEqual([body]);
    expect((await call(location.pathname + location.search, { method: 'DELETE' })).status).toBe(200);
    expect((await call('/NewInvoiceNotification')).body).toEqual([]);
    target.close();
  });

  it.each([{}, { targeturl: 'no address' }, { targeturl: 'file:///etc/passwd' }, [[]]])(
    'refuse the body %j',
    async (body) => {
      expect((await call('/NewInvoiceNotification', { method: 'POST', body })).status).toBe(400);
    },
  );
});

describe('what tests can rely on', () => {
  it('the log tells what arrived, with keys masked', async () => {
    await api.clearLog();
    await fetch(`${api.url}/ListInvoices?status=1&a=1&a=2`, {
      headers: { 'x-api-key': api.key, 'idempotency-key': 'k1' },
    });
    await call('/nowhere', { method: 'POST', key: 'wrong', body: { a: 1 } });
    const [first, second] = await api.readLog();
    expect(first).toMatchObject({
      method: 'GET',
      path: '/ListInvoices',
      query: { status: '1', a: ['1', '2'] },
      status: 200,
      idempotencyKey: 'k1',
    });
    expect(first?.headers['x-api-key']).toBe(`***${api.key.slice(-4)}`);
    expect(second).toMatchObject({ method: 'POST', path: '/nowhere', body: '{"a":1}', status: 401 });
    expect(await api.readLog(second?.sequence)).toEqual([]);
    expect(JSON.stringify(await api.readLog())).not.toContain(api.key);
  });

  it('keys, invoices, payments and webhooks survive a restart', async () => {
    const first = await startTestApi({ dataFile: `${api.dataFile}.restart` });
    const headers = { 'x-api-key': first.key };
    const read = async (url: string) => [
      await (await fetch(`${url}/ListInvoices`, { headers })).text(),
      await (await fetch(`${url}/NewInvoiceNotification`, { headers })).text(),
    ];
    await fetch(`${first.url}/AddInvoice`, { method: 'POST', headers, body: '{"invoice":{"amount":7}}' });
    await fetch(`${first.url}/PayInvoice?id=1935&amount=3`, { method: 'POST', headers });
    await fetch(`${first.url}/NewInvoiceNotification`, {
      method: 'POST',
      headers,
      body: '{"targeturl":"http://127.0.0.1:9/"}',
    });
    const before = await read(first.url);
    await first.close();
    const second = await startTestApi({ dataFile: `${api.dataFile}.restart` });
    expect(await read(second.url)).toEqual(before);
    const paid = await fetch(`${second.url}/PayInvoice?id=1935`, { method: 'POST', headers });
    expect(((await paid.json()) as { balance: number }).balance).toBe(0);
    await second.close();
  });

  it('fifty invoices at once get fifty ids', async () => {
    const key = await api.newKey();
    const add = () => call('/AddInvoice', { method: 'POST', key, body: { invoice: { amount: 2 } } });
    const added = await Promise.all(Array.from({ length: 50 }, add));
    expect(new Set(added.map(({ body }) => body.invoiceId)).size).toBe(50);
    expect(new Set((await list('', key)).map((invoice) => invoice.createDate)).size).toBe(84);
  });

  it.each(['2021-01-26T04:02:52.1490835Z', '1969-12-31T23:59:59.9999999Z'])(
    'times keep seven digits: %s',
    (text) => {
      expect(toTicksText(parseTicks(text) ?? 0n)).toBe(text);
      expect(parseTicks('2021-01-26T04:02:52.1490835+00:00')).toBe(
        parseTicks('2021-01-26T04:02:52.1490835Z'),
      );
    },
  );
});
