// What may go into a request at all, whoever built it: methods, header names, header values (RFC 9110). Used by
// connector calls, the generic Http action and the outbound door.

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** True for the seven methods that may be sent; the method must be upper case. */
export function isMethodAllowed(method: string): boolean {
  return methods.has(method);
}

/** True for a token of RFC 9110 §5.6.2. */
export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,256}$/.test(name);
}

const forbidden = new Set([
  'host',
  'content-length',
  'connection',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'keep-alive',
  'cookie',
]);

/** True for headers that belong to the transport: framing, routing, cookies, proxies. */
export function isForbiddenHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return forbidden.has(lower) || lower.startsWith('proxy-');
}

/** True for visible Latin-1 text with spaces and tabs inside: no CR, LF, NUL, DEL, no space at either end. */
export function isHeaderValue(value: string): boolean {
  return /^(?:[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?$/.test(value);
}
