// A request that changes something comes from our own pages: its Origin is this server (OWASP, CSRF).
import type { IncomingMessage } from 'node:http';

/** False for a missing, null or foreign Origin of a POST; other methods change nothing here. */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string): boolean {
  if (request.method !== 'POST') return request.method === 'GET' || request.method === 'HEAD';
  const { origin, host } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === publicUrl || (new URL(origin).host === host && /^https?:/.test(origin));
}
