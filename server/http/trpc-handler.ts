// `/api/trpc`: procedures and live events, answered by the custom server itself (docs/adr/0001).
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import { AppError } from '@/lib/app-error';
import { limits } from '@/lib/limits';
import type { ApiContext } from '../api/context';
import { readError, toTrpcError } from '../api/error-data';
import { appRouter } from '../api/router';
import type { SessionUser } from '../auth/door';
import type { Services } from '../services';
import { answerError } from './answer';
import { isOwnOrigin } from './origin-check';
import { readBody } from './read-body';

export const trpcPath = '/api/trpc/';
const mostCalls = 20;

export async function handleTrpc(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOwnOrigin(request, services.publicUrl())) {
    answerError(response, 'FORBIDDEN', 'This request does not come from a page of this server.');
    return;
  }
  const type = request.headers['content-type'];
  if (request.method === 'POST' && type !== undefined && !/^application\/json\b/i.test(type)) {
    answerError(response, 'INVALID_INPUT', 'Requests are JSON.');
    return;
  }
  const path = new URL(request.url ?? '', 'http://server').pathname.slice(trpcPath.length);
  const user = await services.auth.readSession(request.headers.cookie);
  const read = await readText(request, user);
  if (!read.ok) response.setHeader('Connection', 'close');
  await nodeHTTPRequestHandler({
    router: appRouter,
    req: Object.assign(request, { body: read.ok ? read.text : '' }),
    res: response,
    path,
    maxBatchSize: mostCalls,
    createContext: async ({ info }) => {
      if (!read.ok) throw toTrpcError(read.error);
      return toContext(services, user, request, info.connectionParams);
    },
    responseMeta: ({ type: kind }) =>
      kind === 'subscription' ? {} : { headers: { 'cache-control': 'no-store' } },
    onError({ error, path: procedure }) {
      const read = readError(error);
      if (read.unexpected) services.log.error({ procedure, err: error.cause ?? error }, 'procedure failed');
    },
  });
}

/** Strangers have little to say; one whose session has ended is told that, and not that the work is too large. */
async function readText(
  request: IncomingMessage,
  user: SessionUser | undefined,
): Promise<{ ok: true; text: string } | { ok: false; error: AppError }> {
  if (request.method !== 'POST') return { ok: true, text: '' };
  try {
    const bytes = await readBody(request, user === undefined ? limits.strangerBytes : limits.apiBytes);
    return { ok: true, text: bytes.toString('utf8') };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, error: user === undefined ? new AppError('UNAUTHENTICATED') : error };
  }
}

function toContext(
  services: Services,
  user: SessionUser | undefined,
  request: IncomingMessage,
  connection: Record<string, string | undefined> | null,
): ApiContext {
  const header = request.headers['x-environment'];
  const environmentId = typeof header === 'string' && header !== '' ? header : connection?.environment;
  return {
    services,
    user,
    environmentId: environmentId === '' ? undefined : environmentId,
    source: request.socket.remoteAddress ?? 'unknown',
  };
}
