// A connection whose connector declared no `api_key` field sent its first value as the key: the address of a tenant went
// out in the header that signs calls.
import { expect, it } from 'vitest';
import { placementsFor } from '@/server/connection/open-credential';
import { Secret } from '@/server/connection/secret-box';

const security = { type: 'apiKey', label: 'API Key', name: 'X-Key', in: 'header' } as const;
const values = new Map([
  ['hostUrl', new Secret('https://tenant.test')],
  ['appKey', new Secret('k-1')],
]);

it('sends no value as key that is not the key', () => {
  expect(placementsFor(security, values)).toEqual([]);
});

it('sends the value of the field that the connector names', () => {
  const [placement] = placementsFor({ ...security, parameter: 'appKey' }, values);
  expect(placement?.value.reveal()).toBe('k-1');
});
