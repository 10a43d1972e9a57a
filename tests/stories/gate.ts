// A gate in front of the sample API: passes every call on, and can hold back answers, refuse to be reached, or be opened
// again at the same address. So a story decides when a step is under way, in doubt, or without a service.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GateCall {
  method: string;
  path: string;
  query: string;
}

export interface Gate {
  /** `127.0.0.1:PORT`. */
  host: string;
  /** Every call that arrived, oldest first. */
  calls: GateCall[];
  /** From now on the answer to calls of `path` stays here after the first `passing` ones; the service has done its work. */
  hold(path: string, passing?: number): void;
  /** Lets all held answers go, and holds no more. */
  release(): void;
  /** Resolves when an answer is being held. */
  held(): Promise<void>;
  /** Nothing listens any more; calls under way are cut. */
  shut(): Promise<void>;
  /** Listens again where it did. */
  open(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Opens a gate to `target` (`http://127.0.0.1:PORT`) on a free port. */
export async function openGate(target: string): Promise<Gate> {
  const calls: GateCall[] = [];
  let holding: { path: string; passing: number } | undefined;
  let waiting: (() => void)[] = [];
  let watchers: (() => void)[] = [];
  let server: Server | undefined;
  let port = 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', target);
    const method = request.method ?? 'GET';
    calls.push({ method, path: url.pathname, query: url.search });
    const body = await readBody(request);
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const answer = await fetch(url, {
      method,
      headers: headers as Record<string, string>,
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (holding?.path === url.pathname && holding.passing-- <= 0) {
      await new Promise<void>((go) => {
        waiting.push(go);
        for (const tell of watchers.splice(0)) tell();
      });
    }
    if (response.destroyed) return;
    const type = answer.headers.get('content-type');
    response.writeHead(answer.status, { ...(type ? { 'content-type': type } : {}) });
    response.end(bytes);
  }

  async function open(): Promise<void> {
    server = createServer((request, response) => {
      pass(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      server?.once('error', reject);
      server?.listen(port, '127.0.0.1', () => resolve());
    });
    port = (server.address() as AddressInfo).port;
  }

  function release(): void {
    holding = undefined;
    for (const go of waiting.splice(0)) go();
  }

  await open();
  return {
    host: `127.0.0.1:${port}`,
    calls,
    hold(path, passing = 0) {
      holding = { path, passing };
    },
    release,
    held: () => (waiting.length > 0 ? Promise.resolve() : new Promise((tell) => watchers.push(tell))),
    shut: () =>
      new Promise((resolve) => {
        waiting = [];
        watchers = [];
        server?.close(() => resolve());
        server?.closeAllConnections();
      }),
    open,
  };
}
