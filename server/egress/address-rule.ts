// Which addresses a call may reach. IPv4: everything but the special ranges (RFC 6890 and two cloud addresses).
// IPv6: only global unicast (2000::/3) without the ranges that carry an IPv4 address or a special purpose.
import ipaddr from 'ipaddr.js';

/** `forbidden` ranges stay closed even where an administrator allowed the place. */
export interface AddressRefusal {
  rule: string;
  forbidden: boolean;
}

type Range = [cidr: string, rule: string, forbidden?: 'forbidden'];

const ranges4: Range[] = [
  ['0.0.0.0/8', 'unspecified', 'forbidden'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'shared'],
  ['127.0.0.0/8', 'loopback'],
  ['168.63.129.16/32', 'cloud platform'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'protocol'],
  ['192.0.2.0/24', 'documentation'],
  ['192.31.196.0/24', 'protocol'],
  ['192.52.193.0/24', 'protocol'],
  ['192.88.99.0/24', 'tunnel'],
  ['192.168.0.0/16', 'private'],
  ['192.175.48.0/24', 'protocol'],
  ['198.18.0.0/15', 'benchmark'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast', 'forbidden'],
  ['240.0.0.0/4', 'reserved', 'forbidden'],
];

const ranges6: Range[] = [
  ['::1/128', 'loopback'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['2001::/23', 'tunnel', 'forbidden'],
  ['2001:db8::/32', 'documentation'],
  ['2002::/16', 'tunnel', 'forbidden'],
  ['2620:4f:8000::/48', 'protocol'],
  ['3fff::/20', 'documentation'],
];

type ParsedRange<T> = { network: [T, number]; refusal: AddressRefusal };

function parseRanges<T>(ranges: Range[], parse: (cidr: string) => [T, number]): ParsedRange<T>[] {
  return ranges.map(([cidr, rule, forbidden]) => ({
    network: parse(cidr),
    refusal: { rule, forbidden: forbidden === 'forbidden' },
  }));
}

const parsed4 = parseRanges(ranges4, (cidr) => ipaddr.IPv4.parseCIDR(cidr));
const parsed6 = parseRanges(ranges6, (cidr) => ipaddr.IPv6.parseCIDR(cidr));
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

const known = new Map<string, AddressRefusal | undefined>();
const knownAddresses = 10_000;

/** The rule that keeps an address closed, or undefined when anyone may call it. */
export function findAddressRefusal(address: string): AddressRefusal | undefined {
  if (known.has(address)) return known.get(address);
  if (known.size >= knownAddresses) known.clear();
  const refusal = checkAddress(address);
  known.set(address, refusal);
  return refusal;
}

function checkAddress(address: string): AddressRefusal | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    const parsed = ipaddr.IPv4.parse(address);
    return parsed4.find((range) => parsed.match(range.network))?.refusal;
  }
  if (!ipaddr.IPv6.isValid(address)) return { rule: 'not an address', forbidden: true };
  const parsed = ipaddr.IPv6.parse(address);
  const special = parsed6.find((range) => parsed.match(range.network))?.refusal;
  if (special) return special;
  return parsed.match(globalUnicast) ? undefined : { rule: 'not global', forbidden: true };
}
