// The checker passed hosts that no call can reach (port 99999, the address 1.2.3.999), so the first fault was told by
// the call. The forms for a new connector and an import refused hosts that the checker passes. One rule decides now.
import { expect, test } from 'vitest';
import { checkConnector } from '@/lib/connector/check-connector';
import { connectionOrigin, isHostSyntax } from '@/lib/connector/connection';
import { readConnector } from '@/lib/connector/read-connector';

test.each([
  'api.example.com',
  'localhost',
  'my_host:5080',
  'müller.example',
  '127.0.0.1:65535',
  '[::1]:5080',
])('%s is a host, and calls can go there', (host) => {
  expect(isHostSyntax(host)).toBe(true);
  expect(connectionOrigin({ scheme: 'http', host })).toMatch(/^http:\/\//);
});

test.each([
  'example.com:99999',
  '1.2.3.999',
  '[::1',
  '[::::]',
  'a b',
  'me@example.com',
  'example.com/v1',
  '',
])('“%s” is none, and the checker says so', (host) => {
  expect(isHostSyntax(host)).toBe(false);
  expect(connectionOrigin({ scheme: 'https', host })).toBe('');
  const document = { swagger: '2.0', info: { title: 'x', version: '1' }, host, paths: {} };
  const { connector } = readConnector(document);
  expect(connector && checkConnector(connector).map(({ rule }) => rule)).toContain('HostNameNotValid');
});

// Values were bound to `https://api.example.com.`, the call went to `https://api.example.com`, and was refused for ever.
test('a name that ends in a dot is bound as it is called', () => {
  expect(connectionOrigin({ scheme: 'https', host: 'api.example.com.' })).toBe('https://api.example.com');
  expect(connectionOrigin({ scheme: 'http', host: 'api.example.com.:8080' })).toBe(
    'http://api.example.com:8080',
  );
});
