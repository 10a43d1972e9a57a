// next-auth with the configuration of our route, called without Next: what a browser is answered when it signs in or out.
import NextAuth from 'next-auth';
import { type AuthDoor, openAuthDoor } from '@/server/auth/door';
import { nextAuthOptions } from '@/server/auth/next-auth-options';

interface Call {
  method: 'GET' | 'POST';
  action: string[];
  /** Cookies by name. */
  cookies?: Record<string, string>;
  body?: Record<string, string>;
}

interface Answer {
  /** Lines of Set-Cookie. */
  cookies: string[];
  body: unknown;
}

async function callRoute(url: string, { method, action, cookies = {}, body = {} }: Call): Promise<Answer> {
  const answer: Answer = { cookies: [], body: undefined };
  const keep = (value: unknown) => {
    answer.body = value;
  };
  const response = {
    getHeader: () => undefined,
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === 'set-cookie') answer.cookies.push(...[value].flat());
    },
    status: () => response,
    json: keep,
    send: keep,
    end: () => undefined,
  };
  const request = { method, query: { nextauth: action }, headers: {}, cookies, body };
  const handle = NextAuth as (request: object, response: object, options: object) => Promise<unknown>;
  const former = process.env.NEXTAUTH_URL;
  process.env.NEXTAUTH_URL = url;
  try {
    await handle(request, response, nextAuthOptions());
  } finally {
    if (former === undefined) delete process.env.NEXTAUTH_URL;
    else process.env.NEXTAUTH_URL = former;
  }
  return answer;
}

/** Name and value of a Set-Cookie line. */
function readPair(line: string): [name: string, value: string] {
  const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
  return [name, decodeURIComponent(value)];
}

/** A mutation of next-auth needs its own token, in a cookie and in the body. */
async function post(
  url: string,
  action: string[],
  { cookies = {}, body = {} }: Partial<Call>,
): Promise<Answer> {
  const first = await callRoute(url, { method: 'GET', action: ['csrf'] });
  const { csrfToken } = first.body as { csrfToken: string };
  const own = Object.fromEntries(first.cookies.map(readPair));
  return callRoute(url, {
    method: 'POST',
    action,
    cookies: { ...cookies, ...own },
    body: { ...body, csrfToken, json: 'true' },
  });
}

/** The Set-Cookie line of the session that signing in at `url` begins. */
export async function signInOver(
  url: string,
  door: AuthDoor,
  words: { email: string; password: string },
): Promise<string> {
  openAuthDoor(door);
  const { cookies } = await post(url, ['callback', 'credentials'], { body: words });
  const line = cookies.find((cookie) => cookie.includes('session-token='));
  if (line === undefined) throw new Error('signing in began no session');
  return line;
}

/** Signs out as the browser that has this cookie. */
export async function signOutOver(url: string, door: AuthDoor, cookie: string): Promise<void> {
  openAuthDoor(door);
  await post(url, ['signout'], { cookies: Object.fromEntries([readPair(cookie)]) });
}
