// Every address that the custom server answers itself. What it does not know is left to Next.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { limits } from '@/lib/limits';
import type { Services } from '../services';
import { answerError, answerJson } from './answer';
import { downloadPath, handleDownload } from './download-handler';
import { handleHookRequest, hookPath } from './hook-handler';
import { handleIcon, iconPath } from './icon-handler';
import { isOwnOrigin } from './origin-check';
import { handleTrpc, trpcPath } from './trpc-handler';

type Handler = (services: Services, request: IncomingMessage, response: ServerResponse) => Promise<void>;

const handlers: [prefix: string, handler: Handler][] = [
  [hookPath, handleHookRequest],
  [trpcPath, handleTrpc],
  [iconPath, handleIcon],
  [downloadPath, handleDownload],
];

/** True when the request was answered here. */
export async function handleApi(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = request.url ?? '/';
  const handler = handlers.find(([prefix]) => path.startsWith(prefix))?.[1];
  if (handler !== undefined) {
    await handler(services, request, response);
    return true;
  }
  if (path === '/api/health') {
    answerJson(response, 200, { ok: true });
    return true;
  }
  if (path.startsWith('/api/auth/')) return refuseSignIn(services, request, response);
  if (path !== '/api' && !path.startsWith('/api/')) return false;
  answerError(response, 'NOT_FOUND');
  return true;
}

/** Who is not from here, or sends more than a form: what reads it afterwards would read any length. */
function refuseSignIn(services: Services, request: IncomingMessage, response: ServerResponse): boolean {
  const { value, sentence } = limits.strangerBytes;
  const isLong =
    request.headers['transfer-encoding'] !== undefined ||
    Number(request.headers['content-length'] ?? 0) > value;
  if (isOwnOrigin(request, services.publicUrl()) && !isLong) return false;
  if (isLong) {
    response.setHeader('Connection', 'close');
    answerError(response, 'TOO_LARGE', sentence);
  } else answerError(response, 'FORBIDDEN', 'This request does not come from a page of this server.');
  return true;
}
