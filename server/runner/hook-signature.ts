// Addresses of flows: /hooks/{publicId}?v=1&kid=…&exp=0&sig=…  The signature covers method, flow, key, expiry and what the
// address permits, so none of them can be changed. Keys are per flow; two may be valid at a time.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const hookPrefix = '/hooks/';
const version = '1';
const permission = 'run';

interface HookClaims {
  publicId: string;
  /** Upper case. */
  method: string;
  keyId: string;
  /** Epoch seconds; 0 for an address that does not expire. */
  expires: number;
}

/** Path and query of the address. `key` is 256 bits in base64url. */
export function toHookPath(claims: HookClaims, key: string): string {
  const query = new URLSearchParams({
    v: version,
    kid: claims.keyId,
    exp: String(claims.expires),
    sig: sign(claims, key),
  });
  return `${hookPrefix}${claims.publicId}?${query.toString()}`;
}

/** Compares in constant time, whatever the length of what was sent. */
export function isSignedBy(claims: HookClaims, key: string, signature: string): boolean {
  return timingSafeEqual(digest(sign(claims, key)), digest(signature));
}

export const isKnownVersion = (text: string | undefined) => text === version;

function sign({ method, publicId, keyId, expires }: HookClaims, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64url'))
    .update([version, method, publicId, keyId, String(expires), permission].join('|'))
    .digest('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
