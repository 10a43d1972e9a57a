// The session cookie: sealed by next-auth at sign-in, opened here on each call. Proof of a session is its row, not the token.
import { decode } from 'next-auth/jwt';
import { z } from '../zod';
import type { SessionClaims } from './door';

export const sessionSeconds = 30 * 24 * 60 * 60;
const names = ['__Secure-next-auth.session-token', 'next-auth.session-token'];

const claims = z.object({ sub: z.string(), sessionId: z.string(), sessionVersion: z.number() });

/** The claims of the session cookie in a Cookie header, or undefined for none or a forged one. */
export async function readSessionClaims(
  cookieHeader: string | undefined,
  secret: string,
): Promise<SessionClaims | undefined> {
  const token = readCookie(cookieHeader ?? '');
  if (token === undefined) return undefined;
  try {
    const read = claims.safeParse(await decode({ token, secret }));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function readCookie(header: string): string | undefined {
  const cookies = new Map<string, string>();
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return names.map((name) => cookies.get(name)).find((value) => value !== undefined && value !== '');
}
