// What is pasted as a sample.
import { expect, test } from 'vitest';
import { operationIdOf, withoutCredentials } from '@/components/connector/definition/sample-text';

test('Header lines that look like credentials are not kept in the browser', () => {
  const lines =
    'Accept: text/plain\nAuthorization: Bearer abc\nX-API-KEY 12\nX-Trace: 1\nCookie: s=1\nmy-token: t';
  expect(withoutCredentials(lines)).toBe('Accept: text/plain\nX-Trace: 1');
});

test.each([
  ['Get an order', 'GetAnOrder'],
  ['list invoices (open)', 'ListInvoicesOpen'],
  ['Große Änderung', 'GroEAnderung'],
  ['', ''],
])('“%s” is named %s', (summary, id) => {
  expect(operationIdOf(summary)).toBe(id);
});
