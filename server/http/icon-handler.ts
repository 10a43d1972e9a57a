// `/api/icons/{connectorId}?v=`: pictures that came from outside, shown in a sandbox where nothing of them runs.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findIconFor } from '../connector/icon';
import type { Services } from '../services';
import { answerError } from './answer';

export const iconPath = '/api/icons/';

export async function handleIcon(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const user = await services.auth.readSession(request.headers.cookie);
  if (user === undefined) {
    answerError(response, 'UNAUTHENTICATED');
    return;
  }
  const url = new URL(request.url ?? '', 'http://server');
  const icon = findIconFor(services, user.userId, url.pathname.slice(iconPath.length));
  if (icon === undefined) {
    answerError(response, 'NOT_FOUND');
    return;
  }
  const current = url.searchParams.get('v') === icon.version;
  response.writeHead(200, {
    'Content-Type': icon.mediaType,
    'Content-Length': icon.data.length,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'Cache-Control': current ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  });
  response.end(icon.data);
}
