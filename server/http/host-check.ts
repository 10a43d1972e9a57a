// The Host header names this server, or the request is refused: a foreign page cannot reach it by pointing its own name here.
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { isLoopback, type Settings } from '../settings';

/** Makes the check for the present settings; `port` is the one that is listened on. */
export function createHostCheck(
  settings: Settings,
  port: () => number,
): (host: string | undefined) => boolean {
  const publicHost = settings.publicUrl === undefined ? undefined : new URL(settings.publicUrl).host;
  return (header) => {
    if (header === undefined) return false;
    const host = header.toLowerCase();
    if (host === publicHost) return true;
    const match = /^(\[[0-9a-f:.]+\]|[^:]+)(?::(\d+))?$/.exec(host);
    if (match === null || Number(match[2] ?? 80) !== port()) return false;
    const name = (match[1] ?? '').replace(/^\[|\]$/g, '');
    if (isLoopback(settings.host)) return isLoopback(name);
    return isLoopback(name) || isIP(name) !== 0 || name === hostname().toLowerCase();
  };
}
