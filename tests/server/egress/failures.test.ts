// What the outbound door says when a call fails, and whether anything had left.
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '@/lib/http';
import { createEgress, type EgressOptions } from '@/server/egress/egress';
import { type RawServer, startRawServer } from '../../support/raw-server';
import { makeSelfSigned } from '../../support/self-signed';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function door(options: Partial<EgressOptions> = {}) {
  const egress = createEgress({ openCredential: async () => undefined, isAllowed: () => true, ...options });
  closers.push(() => egress.close());
  return egress;
}

async function raw(answer: (socket: Socket, text: string) => void): Promise<RawServer> {
  const server = await startRawServer(answer);
  closers.push(server.close);
  return server;
}

const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  ...more,
});
const head = (text: string) => `HTTP/1.1 200 OK\r\n${text}\r\n\r\n`;
/** Says this once per request. */
const saying = (text: string | Buffer) => raw((socket) => void socket.write(text));

describe('nothing was sent, for certain, when', () => {
  it('the port is closed', async () => {
    const server = await raw(() => undefined);
    await closers.pop()?.();
    const outcome = await door().request(get(server.url));
    expect(outcome).toMatchObject({ kind: 'failure', code: 'ConnectionRefused', sent: 'no' });
    expect(outcome).toHaveProperty(
      'message',
      `${server.host} refused the connection. Is the service running?`,
    );
  });

  it('the name is not known', async () => {
    const lookup = () => Promise.reject(new Error('ENOTFOUND'));
    const outcome = await door({ lookup }).request(get('http://api.test/'));
    expect(outcome).toMatchObject({ code: 'HostNotFound', sent: 'no' });
  });

  it('the name service does not answer', async () => {
    const egress = door({ lookup: () => new Promise(() => undefined), limits: { connectMilliseconds: 50 } });
    expect(await egress.request(get('http://api.test/'))).toMatchObject({ code: 'HostNotFound', sent: 'no' });
  });

  it.each([
    ['is self-signed', 'api.test', new Date('2020-01-01'), new Date('2049-01-01'), 'self-signed'],
    ['has expired', 'api.test', new Date('2020-01-01'), new Date('2021-01-01'), /self-signed|expired/],
  ])('the certificate %s', async (_, host, from, to, reason) => {
    let requests = 0;
    const server = createTlsServer(makeSelfSigned(host, from, to), (_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(async () => server.close());
    const { port } = server.address() as AddressInfo;
    const egress = door({ lookup: async () => ['127.0.0.1'] });
    const outcome = await egress.request(get(`https://api.test:${port}/`, { method: 'POST' }));
    expect(outcome).toMatchObject({ code: 'TlsFailed', sent: 'no', message: expect.stringMatching(reason) });
    expect(requests).toBe(0);
  });

  it('except where it is trusted: then host and name are those of the URL, whatever the address', async () => {
    const certificate = makeSelfSigned('api.test', new Date('2020-01-01'), new Date('2049-01-01'));
    const server = createTlsServer(certificate, (request, response) => {
      const { servername } = request.socket as TLSSocket;
      response.setHeader('content-type', 'text/plain').end(`${request.headers.host} ${servername}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(async () => server.close());
    const { port } = server.address() as AddressInfo;
    const egress = door({ lookup: async () => ['127.0.0.1'], ca: certificate.cert });
    const outcome = await egress.request(get(`https://api.test:${port}/`));
    expect(outcome).toMatchObject({ status: 200, body: `api.test:${port} api.test` });
    const other = await egress.request(get(`https://other.test:${port}/`));
    expect(other).toMatchObject({
      code: 'TlsFailed',
      sent: 'no',
      message: expect.stringContaining('another host'),
    });
  });

  it('the other side does not speak TLS', async () => {
    const server = await saying('HTTP/1.1 400 Bad Request\r\n\r\n');
    const outcome = await door().request(get(server.url.replace('http:', 'https:')));
    expect(outcome).toMatchObject({ code: 'TlsFailed', sent: 'no' });
  });

  it('the caller gave up before the connection stood', async () => {
    const egress = door({
      lookup: () => new Promise((resolve) => setTimeout(() => resolve(['127.0.0.1']), 50)),
    });
    const server = await raw(() => undefined);
    const controller = new AbortController();
    const outcome = egress.request(get(`http://api.test:${server.port}/`), { signal: controller.signal });
    controller.abort();
    expect(await outcome).toMatchObject({ code: 'Aborted', sent: 'no' });
    expect(server.received()).toBe('');
  });

  it('the call waited for a free connection until its time was over', async () => {
    const server = await raw(() => undefined);
    const egress = door({ limits: { connectionsPerHost: 1 } });
    const first = egress.request(get(`${server.url}/first`, { method: 'POST', timeout: 200 }));
    const second = egress.request(get(`${server.url}/second`, { method: 'POST', timeout: 100 }));
    expect(await second).toMatchObject({ code: 'Timeout', sent: 'no' });
    expect(await first).toMatchObject({ code: 'Timeout', sent: 'unknown' });
    expect(server.received()).not.toContain('/second');
  });
});

describe('the outcome is unknown when', () => {
  it('the service accepts and never answers', async () => {
    const server = await raw(() => undefined);
    const outcome = await door().request(get(server.url, { timeout: 100 }));
    expect(outcome).toMatchObject({
      code: 'Timeout',
      sent: 'unknown',
      message: expect.stringContaining('in 0.1 s'),
    });
    expect(server.received()).toContain('GET / HTTP/1.1');
  });

  it('the caller gives up, and then the socket is closed', async () => {
    let closed = false;
    const controller = new AbortController();
    const server = await raw((socket) => {
      socket.on('close', () => {
        closed = true;
      });
      controller.abort();
    });
    const outcome = await door().request(get(server.url), { signal: controller.signal });
    expect(outcome).toMatchObject({ code: 'Aborted', sent: 'unknown' });
    await expect.poll(() => closed).toBe(true);
  });

  it.each([
    ['a byte at a time, for ever', (socket: Socket) => socket.write(head('content-length: 100'))],
    ['a slow head', (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nx-a: ')],
  ])('it answers %s', async (_, begin) => {
    const server = await raw((socket) => {
      begin(socket);
      const timer = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await door().request(get(server.url, { timeout: 150 }))).toMatchObject({
      code: 'Timeout',
      sent: 'unknown',
    });
  });

  it('the connection breaks after the request', async () => {
    const server = await raw((socket) => socket.destroy());
    const outcome = await door().request(get(server.url, { method: 'POST' }));
    expect(outcome).toMatchObject({ code: 'ConnectionLost', sent: 'unknown' });
    expect(server.connections()).toBe(1);
  });

  it('a kept connection turns out dead: a POST is not sent again behind our back', async () => {
    let requests = 0;
    const server = await raw((socket) => {
      requests += 1;
      if (requests === 1) socket.write(head('content-length: 0'));
      else socket.destroy();
    });
    const egress = door();
    expect(await egress.request(get(server.url))).toMatchObject({ kind: 'response', status: 200 });
    const outcome = await egress.request(
      get(server.url, { method: 'POST', body: { kind: 'text', text: 'pay' } }),
    );
    expect(outcome).toMatchObject({ code: 'ConnectionLost', sent: 'unknown' });
    expect(server.received().match(/POST /g)).toHaveLength(1);
  });
});

describe('a hostile answer is bounded:', () => {
  const limited = () => door({ limits: { responseBytes: 10_000, callMilliseconds: 2_000 } });

  it.each([
    ['that announces too much', head('content-length: 10001')],
    ['that goes on without end', `${head('transfer-encoding: chunked')}2711\r\n${'x'.repeat(10_001)}\r\n`],
    ['that swells when unpacked', gzip(Buffer.alloc(1_000_000))],
  ])('one %s is not read to its end', async (_, text) => {
    const server = await saying(text);
    const outcome = await limited().request(get(server.url));
    expect(outcome).toMatchObject({ code: 'ResponseTooLarge', sent: 'unknown', status: 200 });
  });

  it('200 MB in 200 KB of gzip are stopped at 10 MB, without the memory', async () => {
    const server = await saying(gzip(Buffer.alloc(200_000_000)));
    const before = process.memoryUsage.rss();
    const outcome = await door().request(get(server.url));
    expect(outcome).toMatchObject({ code: 'ResponseTooLarge', message: 'The answer is larger than 10 MB.' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(60_000_000);
  });

  it('a number of ten million digits stays the text it is', async () => {
    const content = '9'.repeat(10_000_000);
    const server = await saying(
      head(`content-type: application/json\r\ncontent-length: ${content.length}`) + content,
    );
    const outcome = await door().request(get(server.url));
    expect(outcome.kind === 'response' && outcome.body === content).toBe(true);
  });

  it('three million pieces of one byte cost little more than what is in them', async () => {
    const server = await raw((socket) => {
      socket.write(head('transfer-encoding: chunked'));
      socket.end(`${'1\r\na\r\n'.repeat(3_000_000)}0\r\n\r\n`);
    });
    const egress = door();
    let most = 0;
    const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().heapUsed)), 5);
    const before = process.memoryUsage().heapUsed;
    const outcome = await egress.request(get(server.url));
    clearInterval(timer);
    expect(outcome).toMatchObject({ kind: 'response', bytes: 3_000_000 });
    expect(most - before).toBeLessThan(150_000_000);
  });

  it('headers over the limit', async () => {
    const server = await saying(head(`x-a: ${'x'.repeat(70_000)}\r\ncontent-length: 0`));
    expect(await limited().request(get(server.url))).toMatchObject({
      code: 'ResponseTooLarge',
      sent: 'unknown',
    });
  });

  it('JSON nested a million times', async () => {
    const content = '['.repeat(1_000_000);
    const server = await saying(
      head(`content-type: application/json\r\ncontent-length: ${content.length}`) + content,
    );
    expect(await door().request(get(server.url))).toMatchObject({ code: 'ResponseTooDeep', status: 200 });
  });

  it.each([
    ['no HTTP at all', 'HELLO\r\n\r\n'],
    ['a bad status', 'HTTP/1.1 9x9 What\r\n\r\n'],
    ['two lengths', head('content-length: 1\r\ncontent-length: 2')],
    ['a negative length', head('content-length: -1')],
    ['a length and chunks', head('content-length: 3\r\ntransfer-encoding: chunked')],
    ['a NUL in a header', head('x-a: a\u0000b\r\ncontent-length: 0')],
    ['damaged gzip', `${head('content-encoding: gzip\r\ncontent-length: 3')}abc`],
    [
      'six codings, one on the other',
      `${head(`content-encoding: ${Array(6).fill('identity').join()}\r\ncontent-length: 2`)}ok`,
    ],
  ])('%s', async (_, text) => {
    const server = await saying(text);
    const outcome = await limited().request(get(server.url));
    expect(outcome).toMatchObject({ kind: 'failure', sent: 'unknown', code: 'InvalidResponse' });
  });

  it('fewer bytes than announced', async () => {
    const server = await raw((socket) => socket.end(`${head('content-length: 10')}abc`));
    expect(await limited().request(get(server.url))).toMatchObject({
      code: 'ConnectionLost',
      sent: 'unknown',
    });
  });

  it('ten thousand answers to wait', async () => {
    const server = await saying('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(10_000));
    expect(await limited().request(get(server.url))).toMatchObject({ kind: 'failure', sent: 'unknown' });
  });

  it('and the next call is not harmed by the last one', async () => {
    let requests = 0;
    const server = await raw((socket) => {
      requests += 1;
      socket.write(requests === 1 ? `${head('content-length: 1')}abcdef` : `${head('content-length: 2')}ok`);
    });
    const egress = limited();
    await egress.request(get(server.url));
    const outcome = await egress.request(get(server.url));
    expect(outcome).toMatchObject({ kind: 'response', bytes: 2 });
  });
});

function gzip(bytes: Buffer): Buffer {
  const packed = gzipSync(bytes);
  return Buffer.concat([
    Buffer.from(head(`content-encoding: gzip\r\ncontent-length: ${packed.length}`)),
    packed,
  ]);
}
