// The one listener: checks the host, answers what the backend answers, hands pages to Next, and ends in good order.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { pathHeader } from './auth/door';
import type { Backend } from './backend';
import { answerError } from './http/answer';
import { createHostCheck } from './http/host-check';
import { setCommonHeaders, setPagePolicy } from './http/security-headers';
import type { Settings } from './settings';

type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;

export interface ListenerOptions {
  settings: Settings;
  development: boolean;
  pages: PageHandler;
  /** In development pages reload themselves over a WebSocket; otherwise upgrades are refused. */
  upgrade: UpgradeHandler | undefined;
  /** Waited for while a new one takes the place of the old. */
  backend(): Promise<Backend>;
}

export interface Listener {
  port(): number;
  open(): Promise<void>;
  /** Stops accepting, waits for `graceMs`, then closes what is still open. */
  close(graceMs: number): Promise<void>;
}

export function createListener(options: ListenerOptions): Listener {
  const { settings } = options;
  const server = createServer();
  const port = () => (server.address() as AddressInfo | null)?.port ?? settings.port;
  const isOurs = createHostCheck(settings, port);
  server.headersTimeout = 15_000;
  server.requestTimeout = 120_000;
  server.on('request', (request, response) => {
    setCommonHeaders(response);
    if (!isOurs(request.headers.host)) {
      answerError(
        response,
        'INVALID_INPUT',
        'This server does not answer to this host name. Set PUBLIC_URL to the address people use.',
      );
      return;
    }
    if (hasDotSegment(request.url ?? '')) {
      answerError(response, 'INVALID_INPUT', 'This address is not written in its shortest form.');
      return;
    }
    serve(options, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else answerError(response, 'INTERNAL');
    });
  });
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (request, socket, head) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    if (options.upgrade === undefined || !isOurs(request.headers.host)) socket.destroy();
    else options.upgrade(request, socket, head).catch(() => socket.destroy());
  });
  return { port, open: () => open(server, settings), close: (graceMs) => close(server, upgraded, graceMs) };
}

/** Browsers resolve `..` themselves. A path that still has it reads as one place here and as another one in Next. */
function hasDotSegment(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\]|$)/i.test(path);
}

async function serve(
  options: ListenerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Only the listener says who calls and under which name; what a client claims is overwritten.
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
  request.headers['x-forwarded-host'] = request.headers.host ?? '';
  request.headers[pathHeader] = request.url ?? '/';
  delete request.headers['x-nonce'];
  delete request.headers['content-security-policy'];
  const backend = await options.backend();
  if (await backend.handle(request, response)) return;
  if (!options.development && !isForPages(request)) {
    answerError(response, 'NOT_FOUND');
    return;
  }
  if (!request.url?.startsWith('/_next/')) setPagePolicy(request, response, options.development);
  await options.pages(request, response);
}

/** Pages are only read: what else a client posts to one is not even decoded. Signing in is the exception. */
function isForPages({ method, url }: IncomingMessage): boolean {
  return (
    method === 'GET' || method === 'HEAD' || (method === 'POST' && url?.startsWith('/api/auth/') === true)
  );
}

function open(server: Server, settings: Settings): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? taken(settings.port) : error),
    );
    server.listen(settings.port, settings.host, () => done());
  });
}

function taken(port: number): Error {
  return new Error(
    `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start.`,
  );
}

function close(server: Server, upgraded: Set<Duplex>, graceMs: number): Promise<void> {
  return new Promise((done) => {
    // The server no longer counts these as its own, and still waits for them.
    for (const socket of upgraded) socket.destroy();
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      done();
    });
    server.closeIdleConnections();
  });
}
