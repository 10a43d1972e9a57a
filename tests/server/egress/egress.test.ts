// What the outbound door sends, refuses, limits and hides.
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '@/lib/http';
import { Secret } from '@/server/connection/secret-box';
import type { Credential } from '@/server/egress/credential';
import { createEgress, type Egress } from '@/server/egress/egress';
import { startTestApi, type TestApi } from '../../support/sample-api';

let api: TestApi;
let site: { url: string; host: string; close(): void };
let egress: Egress;
let credential: Credential | undefined;
let answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;
const ref = { connectionId: 'c', environmentId: 'e' };

beforeAll(async () => {
  api = await startTestApi();
  const server = createHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  site = {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    close: () => server.closeAllConnections(),
  };
  egress = createEgress({
    openCredential: async () => credential,
    isAllowed: (hostPort) => [api.host, site.host].includes(hostPort),
  });
  return () => server.close();
});
afterAll(async () => {
  await egress.close();
  await api.close();
  site.close();
});

const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  ...more,
});

async function answered(request: HttpRequest): Promise<HttpResponse> {
  const outcome = await egress.request(request);
  if (outcome.kind !== 'response') throw new Error(outcome.message);
  return outcome;
}

/** What the site answers with these headers and bytes. */
function reply(
  headers: Record<string, string>,
  body: string | Buffer = '',
  status = 200,
): Promise<HttpResponse> {
  answer = (_, response) => response.writeHead(status, headers).end(body);
  return answered(get(site.url));
}

describe('a call to the sample API', () => {
  const key = (value: string): Credential => ({
    origin: api.url,
    placements: [{ in: 'header', name: 'X-API-KEY', value: new Secret(value) }],
  });

  it('is signed by the connection and comes back as data', async () => {
    credential = key(api.key);
    await api.clearLog();
    const outcome = await egress.request(get(`${api.url}/ListInvoiceTypes`), { credential: ref });
    expect(outcome).toMatchObject({
      kind: 'response',
      status: 200,
      body: { types: [{ typeId: 1 }, { typeId: 2 }] },
    });
    const [logged] = await api.readLog();
    expect(logged?.headers['x-api-key']).toBe(`***${api.key.slice(-4)}`);
    expect(logged?.query).toEqual({});
    expect(logged?.headers.host).toBe(api.host);
  });

  it('with a wrong key is a response like any other', async () => {
    credential = key('wrong key');
    const outcome = await egress.request(get(`${api.url}/ListInvoices`), { credential: ref });
    expect(outcome).toMatchObject({
      kind: 'response',
      status: 401,
      body: { error: 'Missing or invalid API key' },
    });
  });

  it('carries a body', async () => {
    credential = key(api.key);
    const outcome = await egress.request(
      get(`${api.url}/AddInvoice`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: { kind: 'text', text: '{"invoice":{"amount":5500,"accountName":"Garðar"}}' },
      }),
      { credential: ref },
    );
    expect(outcome).toMatchObject({ status: 200, body: { amount: 5500, accountName: 'Garðar' } });
  });

  it('is not sent when the connection was made for another place', async () => {
    credential = { ...key(api.key), origin: 'http://127.0.0.1:9' };
    await api.clearLog();
    const outcome = await egress.request(get(`${api.url}/ListInvoices`), { credential: ref });
    expect(outcome).toMatchObject({ kind: 'failure', code: 'ConnectionOriginMismatch', sent: 'no' });
    expect(await api.readLog()).toEqual([]);
  });

  it('is not sent when the connection is gone', async () => {
    credential = undefined;
    const outcome = await egress.request(get(`${api.url}/ListInvoices`), { credential: ref });
    expect(outcome).toMatchObject({ kind: 'failure', code: 'ConnectionMissing', sent: 'no' });
  });
});

describe('secrets', () => {
  const basic = `Basic ${Buffer.from('maria:hunter2hunter2').toString('base64')}`;

  it('go into the query too, encoded, and into nothing that comes back', async () => {
    credential = {
      origin: site.url,
      placements: [{ in: 'query', name: 'api key', value: new Secret('s&cret/value+1') }],
    };
    let seen = '';
    answer = (request, response) => {
      seen = request.url ?? '';
      response.writeHead(302, { location: `/next${request.url}`, 'x-echo': 's&cret/value+1' }).end();
    };
    const outcome = await egress.request(get(`${site.url}/a?b=1`), { credential: ref });
    expect(seen).toBe('/a?b=1&api%20key=s%26cret%2Fvalue%2B1');
    expect(JSON.stringify(outcome)).not.toMatch(/s&cret|s%26cret/);
    expect(outcome).toMatchObject({ status: 302, headers: { location: '/next/a?b=1&api%20key=***' } });
  });

  it.each([
    ['plain', (text: string) => text],
    ['base64', (text: string) => Buffer.from(text).toString('base64')],
    ['URL-encoded', encodeURIComponent],
    ['JSON-escaped', (text: string) => JSON.stringify(text)],
    ['hexadecimal', (text: string) => Buffer.from(text).toString('hex')],
  ])('are masked when the service echoes them %s', async (_, encode) => {
    const text = 'k"ey with ünusual/characters';
    credential = { origin: site.url, placements: [{ in: 'query', name: 'k', value: new Secret(text) }] };
    answer = (_request, response) =>
      response.setHeader('content-type', 'text/plain').end(`before ${encode(text)} after`);
    const outcome = await egress.request(get(site.url), { credential: ref });
    expect(outcome).toMatchObject({ body: expect.stringMatching(/^before "?\*\*\*=*"? after$/) });
  });

  it('the password inside a basic header is masked as well', async () => {
    credential = {
      origin: site.url,
      placements: [{ in: 'header', name: 'Authorization', value: new Secret(basic) }],
    };
    answer = (request, response) =>
      response
        .setHeader('content-type', 'text/plain')
        .end(`${request.headers.authorization} is hunter2hunter2`);
    const outcome = await egress.request(get(site.url), { credential: ref });
    expect(outcome).toMatchObject({ body: '*** is ***' });
  });

  it('cannot be overruled by a header of the step', async () => {
    credential = {
      origin: site.url,
      placements: [{ in: 'header', name: 'Authorization', value: new Secret(basic) }],
    };
    const outcome = await egress.request(get(site.url, { headers: { authorization: 'mine' } }), {
      credential: ref,
    });
    expect(outcome).toMatchObject({ code: 'RequestRefused', sent: 'no' });
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
  });
});

describe('an answer', () => {
  it('keeps numbers as they were written', async () => {
    const { body } = await reply(
      { 'content-type': 'application/json' },
      '{"a":5.0,"b":12345678901234567890,"__proto__":1}',
    );
    expect(Object.keys(body as object)).toEqual(['a', 'b', '__proto__']);
    expect(body).toMatchObject({ a: { value: 5 }, b: 12345678901234567890n });
    expect(Object.getPrototypeOf(body)).toBe(null);
  });

  it.each([
    ['application/json; charset=utf-8', '{"a":1}', { a: 1 }],
    ['application/problem+json', '\ufeff[1]', [1]],
    ['text/json', '"x"', 'x'],
    ['text/html', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['text/plain; charset=iso-8859-1', Buffer.from([0xe9]), 'é'],
    ['application/json', '{"a":1,}', '{"a":1,}'],
    ['application/json', 'undefined', 'undefined'],
    ['application/xml', '<a/>', { '$content-type': 'application/xml', $content: 'PGEvPg==' }],
    ['', 'abc', { '$content-type': 'application/octet-stream', $content: 'YWJj' }],
    [
      'application/x-www-form-urlencoded',
      'a=1&b=%20',
      {
        '$content-type': 'application/x-www-form-urlencoded',
        $content: 'YT0xJmI9JTIw',
        $formdata: [
          { key: 'a', value: '1' },
          { key: 'b', value: ' ' },
        ],
      },
    ],
  ])('of type "%s" with %j becomes %j', async (type, content, body) => {
    expect((await reply(type ? { 'content-type': type } : {}, content)).body).toEqual(body);
  });

  it('without bytes has no body', async () => {
    const outcome = await reply({ 'content-type': 'application/json' }, '', 204);
    expect(outcome).toMatchObject({ status: 204, bytes: 0 });
    expect('body' in outcome).toBe(false);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['identity', (bytes: Buffer) => bytes],
    ['deflate, gzip', (bytes: Buffer) => gzipSync(deflateSync(bytes))],
  ])('packed as %s is unpacked', async (coding, pack) => {
    const packed = pack(Buffer.from('{"a":1}'));
    const outcome = await reply({ 'content-type': 'application/json', 'content-encoding': coding }, packed);
    expect(outcome).toMatchObject({ body: { a: 1 }, bytes: 7 });
    expect(outcome.headers['content-encoding']).toBeUndefined();
  });

  it('packed in an unknown way is kept as it came', async () => {
    const outcome = await reply(
      { 'content-type': 'application/octet-stream', 'content-encoding': 'zstd' },
      'abc',
    );
    expect(outcome).toMatchObject({ body: { $content: 'YWJj' }, headers: { 'content-encoding': 'zstd' } });
  });

  it.each([301, 302, 303, 307, 308])('%i is not followed', async (status) => {
    const outcome = await reply({ location: `${api.url}/ListInvoices` }, '', status);
    expect(outcome).toMatchObject({ status, headers: { location: `${api.url}/ListInvoices` } });
    expect(await api.readLog(Number.MAX_SAFE_INTEGER)).toEqual([]);
  });

  it('joins headers that come twice', async () => {
    answer = (_, response) =>
      response
        .writeHead(
          200,
          [
            ['x-a', '1'],
            ['x-a', '2'],
          ].flat(),
        )
        .end();
    expect((await answered(get(site.url))).headers['x-a']).toBe('1, 2');
  });

  it('to HEAD has headers and no body', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-length': '50000000' }).end();
    const outcome = await egress.request(get(site.url, { method: 'HEAD' }));
    expect(outcome).toMatchObject({
      kind: 'response',
      status: 200,
      headers: { 'content-length': '50000000' },
    });
  });
});

describe('a request', () => {
  const refused = async (more: Partial<HttpRequest>) => {
    let called = false;
    answer = (_, response) => {
      called = true;
      response.end();
    };
    const outcome = await egress.request(get(site.url, more));
    expect(called).toBe(false);
    expect(outcome).toMatchObject({ kind: 'failure', code: 'RequestRefused', sent: 'no' });
  };

  it.each(['CONNECT', 'TRACE', 'get', 'GET / HTTP/1.1\r\nX: 1', ''])(
    'with the method %j is refused',
    (method) => refused({ method }),
  );

  it.each([
    'Host',
    'Content-Length',
    'connection',
    'Transfer-Encoding',
    'TE',
    'Trailer',
    'Upgrade',
    'Expect',
    'Keep-Alive',
    'Cookie',
    'Proxy-Authorization',
    'x-a: b\r\n',
    'a b',
    '',
    'ü',
  ])('with the header name %j is refused', (name) => refused({ headers: { [name]: '1' } }));

  it.each(['a\r\nX-Evil: 1', 'a\nb', 'a\u0000b', 'a\u007fb', 'Ā'])(
    'with the header value %j is refused',
    (value) => refused({ headers: { 'x-a': value } }),
  );

  it('with a body over the limit is refused', () =>
    refused({ method: 'POST', body: { kind: 'text', text: 'x'.repeat(10 * 1024 * 1024 + 1) } }));

  it.each([
    'file:///etc/passwd',
    'unix:/tmp/socket',
    'ftp://127.0.0.1/',
    'http://a b/',
    '/relative',
    'http://u:p@127.0.0.1/',
  ])('to %j is refused', (url) => refused({ url }));

  it('sends Latin-1 values and bytes as they are', async () => {
    let seen: [string | undefined, Buffer] = [undefined, Buffer.alloc(0)];
    answer = (request, response, body) => {
      seen = [String(request.headers['x-a']), body];
      response.end();
    };
    await egress.request(
      get(site.url, { method: 'PUT', headers: { 'x-a': ' é ' }, body: { kind: 'bytes', base64: 'AP8=' } }),
    );
    expect(seen).toEqual(['é', Buffer.from([0, 255])]);
  });
});
