// One undici pool per origin and set of checked addresses. A new socket of a pool goes to these addresses only, under
// the name of the URL (Host, SNI), so a name that changes its mind cannot lead a later socket elsewhere.
import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { buildConnector, Pool } from 'undici';
import type { EgressLimits } from './limits';
import type { Target } from './target';

export interface Pools {
  get(target: Target, addresses: string[]): Pool;
  close(): Promise<void>;
}

const idleMilliseconds = 60_000;

interface PoolSettings {
  limits: EgressLimits;
  /** Certificates (PEM) to trust beside the public ones, for services of one's own. */
  ca?: string | undefined;
}

function pinnedConnector(
  { host }: Target,
  addresses: string[],
  { limits, ca }: PoolSettings,
): buildConnector.connector {
  const connect = buildConnector({
    timeout: limits.connectMilliseconds,
    maxCachedSessions: 20,
    ...(ca ? { ca: [...rootCertificates, ca] } : {}),
  });
  const servername = isIP(host) ? undefined : host;
  return (options, callback) => {
    const tryAddress = (index: number): void => {
      const hostname = addresses[index] ?? '';
      connect({ ...options, hostname, ...(servername ? { servername } : {}) }, (error, socket) => {
        const next = index + 1;
        if (error && next < addresses.length && isWorthAnother(error)) tryAddress(next);
        else if (error) callback(error, null);
        else callback(null, socket);
      });
    };
    tryAddress(0);
  };
}

/** A certificate that is wrong at one address is wrong: only failures to connect try the next. */
function isWorthAnother(error: Error): boolean {
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  return /^(ECONN|EHOST|ENET|ETIMEDOUT|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)/.test(code);
}

export function createPools(settings: PoolSettings): Pools {
  const { limits } = settings;
  const pools = new Map<string, { pool: Pool; usedAt: number }>();

  const sweep = setInterval(() => {
    const limit = Date.now() - idleMilliseconds;
    for (const [key, entry] of pools) {
      const { running, queued, pending } = entry.pool.stats;
      if (entry.usedAt > limit || running + queued + pending > 0) continue;
      pools.delete(key);
      void entry.pool.close();
    }
  }, idleMilliseconds / 2);
  sweep.unref();

  return {
    get(target, addresses) {
      const key = `${target.origin} ${addresses.join(' ')}`;
      const known = pools.get(key);
      if (known) {
        known.usedAt = Date.now();
        return known.pool;
      }
      const pool = new Pool(target.origin, {
        connect: pinnedConnector(target, addresses, settings),
        connections: limits.connectionsPerHost,
        pipelining: 1,
        maxHeaderSize: limits.responseHeaderBytes,
        // The deadline of the whole call is ours, see exchange.ts.
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      pools.set(key, { pool, usedAt: Date.now() });
      return pool;
    },
    async close() {
      clearInterval(sweep);
      const all = [...pools.values()];
      pools.clear();
      await Promise.all(all.map(({ pool }) => pool.destroy()));
    },
  };
}
