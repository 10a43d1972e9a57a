// Addresses of flows lie on the same origin as the pages: what a browser sends to one must not reach the history, and what
// a flow answers must not act there.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishHookFlow } from '../server/api/makers';
import { type Office, openOffice, type Person } from '../support/office';

let office: Office;
let maker: Person;
beforeAll(async () => {
  office = await openOffice();
  await office.listen();
  maker = office.addPerson('maker');
});
afterAll(() => office.close());

it('keeps the session of a caller out of the flow', async () => {
  const { hookUrl } = await publishHookFlow(await maker.api(), {
    name: 'Echo',
    actions: { Response: { type: 'Response', inputs: { body: '@triggerOutputs()' } } },
    trigger: { method: 'GET' },
  });
  const cookie = await maker.cookie();
  const response = await fetch(hookUrl, {
    headers: { cookie, authorization: 'Bearer secret', 'x-own': 'kept' },
  });
  const text = await response.text();
  expect(text).not.toContain(cookie.split('=')[1]);
  expect(text).not.toContain('Bearer secret');
  expect(JSON.parse(text).headers['x-own']).toBe('kept');
});

it('answers in a sandbox and sets no cookies', async () => {
  const Response = {
    type: 'Response',
    inputs: {
      headers: {
        'Content-Type': 'text/html',
        'Set-Cookie': 'next-auth.session-token=x; Path=/',
        'content-security-policy': "script-src 'unsafe-inline'",
        'X-Content-Type-Options': 'none',
        'Clear-Site-Data': '"*"',
        'Service-Worker-Allowed': '/',
      },
      body: '<script>alert(1)</script>',
    },
  };
  const { hookUrl } = await publishHookFlow(await maker.api(), { name: 'Page', actions: { Response } });
  const response = await fetch(hookUrl, { method: 'POST' });
  const { headers } = response;
  expect(headers.get('content-type')).toBe('text/html');
  expect(headers.get('content-security-policy')).toMatch(/sandbox/);
  expect(headers.get('content-security-policy')).not.toMatch(/allow-same-origin|unsafe-inline'?;? script/);
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('clear-site-data')).toBeNull();
  expect(headers.get('service-worker-allowed')).toBeNull();
});
