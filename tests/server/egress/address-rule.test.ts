// Each closed range from its first address to its last, and no address more.
import { expect, it } from 'vitest';
import { findAddressRefusal } from '@/server/egress/address-rule';

it.each<[rule: string, first: string, last: string, after: string | undefined]>([
  ['unspecified', '0.0.0.0', '0.255.255.255', '1.0.0.0'],
  ['private', '10.0.0.0', '10.255.255.255', '11.0.0.0'],
  ['shared', '100.64.0.0', '100.127.255.255', '100.128.0.0'],
  ['loopback', '127.0.0.0', '127.255.255.255', '128.0.0.0'],
  ['cloud platform', '168.63.129.16', '168.63.129.16', '168.63.129.17'],
  ['link-local', '169.254.0.0', '169.254.255.255', '169.255.0.0'],
  ['private', '172.16.0.0', '172.31.255.255', '172.32.0.0'],
  ['protocol', '192.0.0.0', '192.0.0.255', '192.0.1.0'],
  ['documentation', '192.0.2.0', '192.0.2.255', '192.0.3.0'],
  ['protocol', '192.31.196.0', '192.31.196.255', '192.31.197.0'],
  ['tunnel', '192.88.99.0', '192.88.99.255', '192.88.100.0'],
  ['private', '192.168.0.0', '192.168.255.255', '192.169.0.0'],
  ['protocol', '192.175.48.0', '192.175.48.255', '192.175.49.0'],
  ['benchmark', '198.18.0.0', '198.19.255.255', '198.20.0.0'],
  ['documentation', '198.51.100.0', '198.51.100.255', '198.51.101.0'],
  ['documentation', '203.0.113.0', '203.0.113.255', '203.0.114.0'],
  ['multicast', '224.0.0.0', '239.255.255.255', undefined],
  ['reserved', '240.0.0.0', '255.255.255.255', undefined],
  ['not global', '::', '::', undefined],
  ['loopback', '::1', '::1', undefined],
  ['not global', '::2', '1fff:ffff::', '2000::'],
  ['not global', '::ffff:8.8.8.8', '::ffff:808:808', undefined],
  ['not global', '64:ff9b::808:808', '64:ff9b:1::7f00:1', undefined],
  ['tunnel', '2001::', '2001:1ff:ffff::1', '2001:200::'],
  ['documentation', '2001:db8::', '2001:db8:ffff::1', '2001:db9::'],
  ['tunnel', '2002::', '2002:ffff:ffff::1', '2003::'],
  ['protocol', '2620:4f:8000::', '2620:4f:8000:ffff::1', '2620:4f:8001::'],
  ['documentation', '3fff::', '3fff:fff:ffff::1', '3fff:1000::'],
  ['not global', '4000::', 'fbff::', undefined],
  ['private', 'fc00::', 'fdff:ffff::1', undefined],
  ['link-local', 'fe80::', 'febf:ffff::1', undefined],
  ['link-local', 'fe80::1%lo', 'fe80::1%eth0', undefined],
  ['not global', 'fec0::', 'ffff::', undefined],
  ['not an address', 'localhost', '', undefined],
])('%s: %s to %s', (rule, first, last, after) => {
  expect(findAddressRefusal(first)?.rule).toBe(rule);
  expect(findAddressRefusal(last)?.rule).toBe(rule);
  if (after !== undefined) expect(findAddressRefusal(after)).toBeUndefined();
});

it('what carries another address, many receivers or none is closed to administrators as well', () => {
  const never = ['0.0.0.0', '224.0.0.1', '255.255.255.255', '::ffff:10.0.0.1', '2002:7f00:1::', '64:ff9b::1'];
  for (const address of never) expect(findAddressRefusal(address)?.forbidden, address).toBe(true);
  for (const address of ['127.0.0.1', '::1', '10.0.0.1', 'fd00::1', '169.254.1.1'])
    expect(findAddressRefusal(address)?.forbidden, address).toBe(false);
});
