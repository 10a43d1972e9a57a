// `/api/trpc`: procedures and live events, answered by the custom server itself (docs/adr/0001).
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import type { ApiContext } from '../api/context';
import { readError } from '../api/error-data';
import { appRouter } from '../api/router';
import type { Services } from '../services';
import { answerError } from './answer';
import { isOwnOrigin } from './origin-check';

export const trpcPath = '/api/trpc/';
const mostCalls = 20;
/** Two texts of the largest definition, written as JSON strings. */
const mostBytes = 24 * 1024 * 1024;

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
  await nodeHTTPRequestHandler({
    router: appRouter,
    req: request,
    res: response,
    path,
    maxBodySize: mostBytes,
    maxBatchSize: mostCalls,
    createContext: ({ info }) => createContext(services, request, info.connectionParams),
    responseMeta: ({ type: kind }) =>
      kind === 'subscription' ? {} : { headers: { 'cache-control': 'no-store' } },
    onError({ error, path: procedure }) {
      const read = readError(error);
      if (read.unexpected) services.log.error({ procedure, err: error.cause ?? error }, 'procedure failed');
    },
  });
}

async function createContext(
  services: Services,
  request: IncomingMessage,
  connection: Record<string, string | undefined> | null,
): Promise<ApiContext> {
  const header = request.headers['x-environment'];
  const environmentId = typeof header === 'string' && header !== '' ? header : connection?.environment;
  return {
    services,
    user: await services.auth.readSession(request.headers.cookie),
    environmentId: environmentId === '' ? undefined : environmentId,
    source: request.socket.remoteAddress ?? 'unknown',
  };
}
