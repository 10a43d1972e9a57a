// The sample API as a server: reads a request, logs it, answers. Facts about the API: routes.ts and swagger.ts.
// `GET /__log?after=N` and `DELETE /__log` show tests what arrived; they are not logged themselves.
import { once, setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createCallLog } from './call-log';
import { answerCall, type Site } from './routes';
import { openStore } from './store';
import { type Answer, type Call, json } from './types';

const bodyLimit = 10 * 1024 * 1024;

export interface SampleOptions {
  /** 0 takes a free port. */
  port: number;
  host?: string;
  dataFile: string;
  now?: () => number;
  /** Milliseconds that every operation waits before it works, for tests that need a slow API. */
  delay?: number;
}

export interface Sample {
  /** `http://127.0.0.1:5080` */
  url: string;
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: Answer): void {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': body.length,
    'x-content-type-options': 'nosniff',
    ...answer.headers,
  });
  response.end(body);
}

/** Starts the API; resolves when it listens. */
export async function startSample(options: SampleOptions): Promise<Sample> {
  const now = options.now ?? Date.now;
  const host = options.host ?? '127.0.0.1';
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const site: Site = { store: await openStore(options.dataFile, now), now, closing: closing.signal };
  const log = createCallLog(now);
  let url = '';

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = request.headers.host ?? '';
    const origin = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(asked) ? `http://${asked}` : url;
    const target = new URL(request.url ?? '/', url);
    const method = request.method ?? 'GET';
    if (target.pathname === '/__log') {
      if (method === 'DELETE') log.clear();
      send(
        response,
        json(200, method === 'DELETE' ? {} : log.listAfter(Number(target.searchParams.get('after') ?? 0))),
      );
      return;
    }
    const body = await readBody(request);
    if (body === undefined) {
      send(response, json(413, { error: 'The body is larger than 10 MB' }, { connection: 'close' }));
      return;
    }
    const call: Call = {
      method,
      path: target.pathname,
      query: target.searchParams,
      body,
      origin,
      accept: request.headers.accept ?? '',
    };
    const entry = log.add(call, request.headers);
    if (options.delay) await wait(options.delay, undefined, { signal: closing.signal });
    const key = request.headers['x-api-key'];
    const answer = await answerCall(call, typeof key === 'string' ? key : '', site);
    entry.status = answer.status;
    send(response, answer);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (closing.signal.aborted || request.destroyed) return response.destroy();
      console.error('sample API:', error);
      if (response.headersSent) response.destroy();
      else send(response, json(500, { error: 'Something went wrong' }));
    });
  });
  server.listen(options.port, host);
  await once(server, 'listening');
  url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;

  return {
    url,
    async close() {
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await site.store.save();
    },
  };
}
