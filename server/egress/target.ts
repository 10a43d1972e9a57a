// Reads the URL of a call once (WHATWG), so that what is checked is what is called. Scheme and port rules live here.
import { badRequest, type Checked, passed } from './failure';

export interface Target {
  url: URL;
  /** `http://127.0.0.1:5080` */
  origin: string;
  /** Host name without brackets and without a trailing dot. */
  host: string;
  port: number;
  /** `127.0.0.1:5080`, always with the port: how an administrator names the place. */
  hostPort: string;
}

const defaultPorts: Record<string, number> = { 'http:': 80, 'https:': 443 };

/** The parts of an absolute URL, checked. */
export function parseTarget(text: string): Checked<Target> {
  if (hasControlCharacter(text)) return badRequest('The address of the call contains control characters.');
  const url = parseUrl(text);
  if (!url) return badRequest('The address of the call is not a valid URL.');
  const defaultPort = defaultPorts[url.protocol];
  if (defaultPort === undefined) {
    return badRequest(`The address of the call begins with ${url.protocol}, but only http: and https: work.`);
  }
  if (url.username || url.password) {
    return badRequest('The address of the call contains a name or password. Keep them in a connection.');
  }
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.replace(/\.+$/, '');
  const port = url.port === '' ? defaultPort : Number(url.port);
  if (port === 0) return badRequest('The address of the call names port 0, which no service has.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return passed({ url, origin: url.origin, host, port, hostPort: `${url.hostname}:${port}` });
}

/** Ports of a public host that may be called without an administrator's leave. */
export function isUsualPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 8000 && port <= 8999);
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}
