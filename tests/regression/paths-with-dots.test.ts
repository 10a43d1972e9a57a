// `/_next/../api/auth/…` was a page file to the listener and the sign-in route to Next: the check of the origin was passed by.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice } from '../support/office';

let office: Office;
let url: string;
beforeAll(async () => {
  office = await openOffice();
  url = await office.listen();
});
afterAll(() => office.close());

/** fetch shortens a path before it sends it; a plain request does not. */
function statusOf(path: string): Promise<number> {
  return new Promise((done, failed) => {
    const { host, port } = new URL(url);
    request({ port, path, method: 'POST', headers: { host, origin: 'http://evil.test' } }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    })
      .on('error', failed)
      .end();
  });
}

it.each([
  '/_next/../api/auth/callback/credentials',
  '/_next/%2e%2e/api/auth/callback/credentials',
  '/_next/.%2E/api/auth/signout',
  '/_next/..\\api/auth/signout',
  '/./api/auth/signout',
  '/_next/static/..',
])('refuses %s', async (path) => {
  expect(await statusOf(path)).toBe(400);
});

it.each(['/.well-known/x', '/_next/static/a..b.js', '/x?next=/../y'])(
  'leaves %s to the pages',
  async (path) => {
    expect(await statusOf(path)).toBe(404);
  },
);
