// `/hooks/…`: addresses of flows, answered without Next in between.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hookPrefix } from '../runner/hook-signature';
import type { Services } from '../services';
import { readBody } from './read-body';

export const hookPath = hookPrefix;

/** What a flow answers lies on the origin of the pages, so a browser shows it without running any of it. */
const sandbox = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

export async function handleHookRequest(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Content-Security-Policy', sandbox);
  const { remoteAddress } = request.socket;
  const answer = await services.runner.handleHook({
    method: request.method ?? 'GET',
    url: request.url ?? '',
    headers: request.headers,
    body: () => readBody(request),
    ...(remoteAddress !== undefined && { remoteAddress }),
  });
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}
