// Who asks for a page. Used by pages to lead to the first-run or sign-in page; data itself is guarded by procedures.
import { headers } from 'next/headers';
import { authDoor, pathHeader, type SessionUser } from './door';

export type PageSession =
  | { state: 'setup' }
  | { state: 'signed-out' }
  | { state: 'signed-in'; user: SessionUser };

export async function pageSession(): Promise<PageSession> {
  const door = authDoor();
  const cookie = (await headers()).get('cookie') ?? undefined;
  if (door.setupNeeded()) return { state: 'setup' };
  const user = await door.readSession(cookie);
  return user === undefined ? { state: 'signed-out' } : { state: 'signed-in', user };
}

/** Path and query of the page that is asked for, as the browser wrote them. */
export async function requestedPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? '/';
}
