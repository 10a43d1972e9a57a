// Names to addresses, kept for a few seconds so that a busy flow does not ask the system thousands of times. What is
// kept are the addresses, and those are checked on every call and connected to as they are.
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';

export type Lookup = (host: string) => Promise<string[]>;

const loopback = ['127.0.0.1', '::1'];
const keptNames = 1_000;

async function lookupBySystem(host: string): Promise<string[]> {
  const found = await systemLookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address }) => address);
}

/** The system's resolver cannot be called off, so a slow one is left behind. */
async function withPatience<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the name service did not answer in time')), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

export interface ResolverTimes {
  /** Milliseconds a found name is kept. */
  keep: number;
  /** Milliseconds to wait for an answer. */
  patience: number;
}

/** A resolver over `lookup` (the system's when absent). */
export function createResolver(lookup: Lookup | undefined, { keep, patience }: ResolverTimes): Lookup {
  const known = new Map<string, { addresses: Promise<string[]>; until: number }>();

  return (host) => {
    if (isIP(host)) return Promise.resolve([host]);
    // RFC 6761: these names are this machine, whatever a name server says.
    if (host === 'localhost' || host.endsWith('.localhost')) return Promise.resolve(loopback);
    const entry = known.get(host);
    if (entry && entry.until > Date.now()) return entry.addresses;
    if (known.size >= keptNames) known.clear();
    const addresses = withPatience((lookup ?? lookupBySystem)(host), patience);
    known.set(host, { addresses, until: Date.now() + keep });
    // Failures are not kept: the next call asks again.
    addresses.catch(() => known.delete(host));
    return addresses;
  };
}
