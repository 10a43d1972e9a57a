// What pages and the sign-in route may ask of the server. Next bundles its own copy of every module it imports, so the
// copy reaches the one running server through this door on globalThis instead of importing it (docs/adr/0001).

export interface SignedIn {
  id: string;
  name: string;
  email: string;
  sessionId: string;
  sessionVersion: number;
}

export interface SessionUser {
  userId: string;
  name: string;
  email: string;
  role: 'administrator' | 'member';
  sessionId: string;
}

/** What a session token carries, besides its times. */
export interface SessionClaims {
  sub: string;
  sessionId: string;
  sessionVersion: number;
}

export interface AuthDoor {
  /** Seals session tokens. */
  secret: string;
  setupNeeded(): boolean;
  /** Undefined for wrong words; throws an Error whose message is a sentence when tries are throttled. */
  signIn(words: { email: unknown; password: unknown; source: string }): Promise<SignedIn | undefined>;
  /** The user of a cookie header whose session lives. */
  readSession(cookieHeader: string | undefined): Promise<SessionUser | undefined>;
  endSession(sessionId: string): void;
}

/** Header in which the listener tells a page its path and query; it overwrites what a client claims. */
export const pathHeader = 'x-requested-path';

const key = Symbol.for('flowright.auth-door');

export function openAuthDoor(door: AuthDoor): void {
  Reflect.set(globalThis, key, door);
}

export function authDoor(): AuthDoor {
  const door = Reflect.get(globalThis, key) as AuthDoor | undefined;
  if (door === undefined)
    throw new Error('Pages are served by the custom server only: use npm start or npm run dev.');
  return door;
}
