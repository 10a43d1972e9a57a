// A place that may be called although it is private: an exact host and port, in the one form that calls are compared in.

/**
 * `host:port` as the WHATWG URL standard writes the host (lower case, IPv6 in brackets, names of other scripts as xn--),
 * with the port always there. Undefined for anything that is not exactly one host and one port from 1 to 65535.
 */
export function parseHostPort(text: string): string | undefined {
  const match = /^([^\s/\\?#@]+):(\d{1,5})$/.exec(text.trim());
  const port = Number(match?.[2]);
  const address = `http://${match?.[1]}:${port}`;
  if (match === null || port < 1 || port > 65_535 || !URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)$/.test(hostname) ? `${hostname}:${port}` : undefined;
}
