// Signing in: one answer for a wrong password and an unknown address, tries limited per address and per source.
import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { deleteEndedSessions, deleteSession, findSessionUser, insertSession } from '@/db/queries/session';
import { countUsers, findUserByEmail } from '@/db/queries/user';
import { AppError } from '@/lib/app-error';
import type { AuthDoor, SignedIn } from './door';
import { parseEmail } from './email';
import { verifyNothing, verifyPassword } from './password';
import { readSessionClaims, sessionSeconds } from './session-token';
import { createThrottle } from './throttle';

const quarterHour = 15 * 60 * 1000;

export interface AuthOptions {
  database: Database;
  secret: string;
  now(): number;
}

export function createAuthDoor({ database, secret, now }: AuthOptions): AuthDoor {
  const perAddress = createThrottle({ failures: 8, windowMilliseconds: quarterHour, now });
  const perSource = createThrottle({ failures: 50, windowMilliseconds: quarterHour, now });

  async function signIn(words: {
    email: unknown;
    password: unknown;
    source: string;
  }): Promise<SignedIn | undefined> {
    const email = parseEmail(words.email);
    const address = email ?? 'none';
    const wait = Math.max(perAddress.wait(address), perSource.wait(words.source));
    if (wait > 0) {
      throw new AppError('TOO_MANY', `Too many tries. Wait ${Math.ceil(wait / 60_000)} min, then try again.`);
    }
    const password = typeof words.password === 'string' ? words.password.slice(0, 200) : '';
    const user = email === undefined ? undefined : findUserByEmail(database, email);
    // Counted before the slow check: tries that come all at once are limited like those that come one by one.
    perAddress.fail(address);
    perSource.fail(words.source);
    const right =
      user === undefined ? await verifyNothing(password) : await verifyPassword(password, user.passwordHash);
    if (user === undefined || !right) return undefined;
    perAddress.clear(address);
    perSource.forgive(words.source);
    const sessionId = startSession(database, user.id, now());
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      sessionId,
      sessionVersion: user.sessionVersion,
    };
  }

  return {
    secret,
    signIn,
    setupNeeded: () => countUsers(database) === 0,
    async readSession(cookieHeader) {
      const claims = await readSessionClaims(cookieHeader, secret);
      if (claims === undefined) return undefined;
      const user = findSessionUser(database, claims.sessionId, now());
      if (user === undefined || user.id !== claims.sub || user.sessionVersion !== claims.sessionVersion)
        return undefined;
      return {
        userId: user.id,
        name: user.name,
        email: user.email,
        role: user.role,
        sessionId: claims.sessionId,
      };
    },
    endSession: (sessionId) => deleteSession(database, sessionId),
  };
}

function startSession(database: Database, userId: string, now: number): string {
  const id = randomUUID();
  deleteEndedSessions(database, now);
  insertSession(database, { id, userId, createdAt: now, expiresAt: now + sessionSeconds * 1000 });
  return id;
}
