// Attempts to lead a call elsewhere: names that change their mind, redirects, ports, our own listener
// (abuse-cases.json, category ssrf). Public addresses are led to loopback by the socket watch.
import type { HttpOutcome } from '@/lib/http';
import { Secret } from '@/server/connection/secret-box';
import { createEgress, type Egress, type EgressOptions } from '@/server/egress/egress';
import { openOffice } from '../support/office';
import { type RawServer, startRawServer } from '../support/raw-server';
import { check, watchSockets } from './sockets';

const publicA = '93.184.216.34';
const publicB = '93.184.216.35';
const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';
const ref = { connectionId: 'c', environmentId: 'e' };

/** A resolver that gives the next answer each time; the last one stays. */
function answers(...list: string[]): NonNullable<EgressOptions['lookup']> {
  let index = 0;
  return async () => [list[Math.min(index++, list.length - 1)] ?? ''];
}

async function withDoor(
  options: Partial<EgressOptions>,
  work: (egress: Egress) => Promise<void>,
): Promise<void> {
  const egress = createEgress({
    openCredential: async () => undefined,
    isAllowed: () => false,
    limits: { nameMilliseconds: 0 },
    ...options,
  });
  try {
    await work(egress);
  } finally {
    await egress.close();
  }
}

async function withServers(texts: string[], work: (...servers: RawServer[]) => Promise<void>): Promise<void> {
  const servers = await Promise.all(texts.map((text) => startRawServer((socket) => void socket.write(text))));
  try {
    await work(...servers);
  } finally {
    for (const server of servers) await server.close();
  }
}

const get = (egress: Egress, url: string) => egress.request({ method: 'GET', url, headers: {} });

function isClosed(outcome: HttpOutcome, what: string): void {
  check(
    outcome.kind === 'failure' && outcome.code === 'HostNotAllowed' && outcome.sent === 'no',
    `${what}: ${JSON.stringify(outcome)}`,
  );
}

const redirect = (location: string) =>
  `HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`;

/** The first service answers with `head` for the canary's address; the canary must hear nothing. */
async function isNotFollowed(makeAnswer: (canary: RawServer) => string, statuses: number[]): Promise<void> {
  await withServers([ok], async (canary) => {
    await withServers([makeAnswer(canary)], async (service) => {
      const secret = { in: 'header' as const, name: 'x-api-key', value: new Secret('canary-secret') };
      const options = {
        isAllowed: () => true,
        openCredential: async () => ({ origin: service.url, placements: [secret] }),
      };
      await withDoor(options, async (egress) => {
        const call = { method: 'GET', url: service.url, headers: {} };
        const outcome = await egress.request(call, { credential: ref });
        check(outcome.kind === 'response' && statuses.includes(outcome.status), JSON.stringify(outcome));
        check(
          service.received().includes('x-api-key: canary-secret'),
          'the service itself was not signed for',
        );
      });
      check(canary.connections() === 0, 'the canary was called');
    });
  });
}

async function keepsToTheCheckedAddress(): Promise<void> {
  await withServers([ok], async (canary) => {
    await withDoor({ lookup: answers(publicA, '127.0.0.1') }, (egress) =>
      watchSockets(async ({ opened }) => {
        const first = await get(egress, `http://rebind.test:8080/`);
        check(first.kind === 'response', JSON.stringify(first));
        check(opened.join() === `${publicA}:8080`, `opened ${opened}`);
        isClosed(await get(egress, 'http://rebind.test:8080/'), 'the second answer');
        check(opened.length === 1, `opened ${opened}`);
      }, canary.port),
    );
    check(canary.received().includes('host: rebind.test:8080'), 'the name was lost');
  });
}

async function checksEverySocket(): Promise<void> {
  await withServers([ok], async (server) => {
    await withDoor({ lookup: answers(publicA, publicA, publicB, '10.0.0.1', publicA) }, (egress) =>
      watchSockets(async ({ opened }) => {
        const url = 'http://rebind.test:8080/';
        for (const _ of [1, 2, 3])
          check((await get(egress, url)).kind === 'response', 'a public address was refused');
        const places = [...new Set(opened)];
        check(places.join() === `${publicA}:8080,${publicB}:8080`, `opened ${opened}`);
        isClosed(await get(egress, url), 'a kept connection was used for a name that became private');
        check((await get(egress, url)).kind === 'response', 'the name came back');
        check(new Set(opened).size === 2, `opened ${opened}`);
      }, server.port),
    );
  });
}

async function refusesPorts(): Promise<void> {
  await withDoor(
    { lookup: async () => [publicA], ownPorts: () => [3000], isAllowed: (place) => place.endsWith(':3000') },
    (egress) =>
      watchSockets(async ({ opened }) => {
        for (const port of [22, 25, 6379, 5432, 5080]) {
          const outcome = await get(egress, `http://api.test:${port}/`);
          isClosed(outcome, `port ${port}`);
          check(
            outcome.kind === 'failure' && outcome.allow === `api.test:${port}`,
            `port ${port} cannot be allowed`,
          );
        }
        for (const place of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000']) {
          const outcome = await get(egress, `http://${place}/`);
          isClosed(outcome, `our own listener at ${place}`);
          check(!('allow' in outcome), 'our own listener was offered');
        }
        for (const port of ['0', '65536', '-1', '99999999999']) {
          const outcome = await get(egress, `http://api.test:${port}/`);
          check(outcome.kind === 'failure' && outcome.code === 'RequestRefused', `port ${port}`);
        }
        check(opened.length === 0, `opened ${opened}`);
      }),
  );
}

/** The real listener and the real door: an administrator who allows the product itself opens nothing. */
async function refusesTheProductItself(): Promise<void> {
  const office = await openOffice();
  try {
    const { port } = new URL(await office.listen());
    const person = office.addPerson('administrator', office.environmentId, 'administrator');
    const administrator = await person.api();
    for (const name of ['127.0.0.1', 'localhost']) {
      const place = `${name}:${port}`;
      await administrator.hosts.allow({ host: place });
      const outcome = await get(office.services.egress, `http://${place}/api/health`);
      isClosed(outcome, `the product at ${place}`);
      check(!('allow' in outcome), 'the product itself was offered');
    }
  } finally {
    await office.close();
  }
}

/** No socket is opened for either port, so neither text nor time can depend on who listens. */
async function tellsNothingAboutPorts(): Promise<void> {
  await withServers([ok], async (open) => {
    const closed = open.port === 65_535 ? 65_534 : open.port + 1;
    await withDoor({}, (egress) =>
      watchSockets(async ({ opened }) => {
        const texts = new Set<string>();
        for (const port of [open.port, closed]) {
          const outcome = await get(egress, `http://127.0.0.1:${port}/`);
          isClosed(outcome, `port ${port}`);
          if (outcome.kind === 'failure') texts.add(outcome.message.replaceAll(String(port), 'PORT'));
        }
        check(texts.size === 1, [...texts].join(' / '));
        check(opened.length === 0, `opened ${opened}`);
      }),
    );
  });
}

export const handlers: Record<string, () => void | Promise<void>> = {
  'ssrf-001': () =>
    withDoor({ lookup: async () => ['127.0.0.1'] }, (egress) =>
      watchSockets(async ({ opened }) => {
        isClosed(await get(egress, 'http://innocent.test/'), 'a name of 127.0.0.1');
        isClosed(await get(egress, 'https://innocent.test/'), 'a name of 127.0.0.1');
        check(opened.length === 0, `opened ${opened}`);
      }),
    ),
  'ssrf-003': keepsToTheCheckedAddress,
  'ssrf-004': checksEverySocket,
  'ssrf-007': () => isNotFollowed((canary) => redirect(`http://localhost:${canary.port}/`), [302]),
  'ssrf-009': async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      await isNotFollowed((canary) => redirect(canary.url).replace('302', String(status)), [status]);
    }
  },
  'ssrf-011': async () => {
    await isNotFollowed((canary) => redirect(`http://user:password@${canary.host}/`), [302]);
    await withServers(
      [redirect('http://a.test/\r\n x: 1'), redirect('http://a.test/\r')],
      async (...services) => {
        for (const service of services) {
          await withDoor({ isAllowed: () => true }, async (egress) => {
            const outcome = await get(egress, service.url);
            const location = outcome.kind === 'response' ? (outcome.headers.location ?? '') : '';
            check(!/[\r\n]/.test(location), `a line break came through: ${JSON.stringify(location)}`);
            const next = await get(egress, 'http://a.test/\r\n x: 1');
            check(next.kind === 'failure' && next.code === 'RequestRefused', 'a line break was sent');
          });
        }
      },
    );
  },
  'ssrf-013': () =>
    isNotFollowed(
      (canary) => `HTTP/1.1 202 Accepted\r\nlocation: ${canary.url}/metadata\r\ncontent-length: 0\r\n\r\n`,
      [202],
    ),
  'ssrf-017': async () => {
    await refusesPorts();
    await refusesTheProductItself();
  },
  'ssrf-018': () =>
    withDoor({ isAllowed: () => true }, (egress) =>
      watchSockets(async ({ opened }) => {
        for (const url of [
          'unix:/var/run/docker.sock',
          'http+unix://%2Fvar%2Frun%2Fa.sock/',
          '\\\\.\\pipe\\a',
          '//./pipe/a',
        ]) {
          const outcome = await get(egress, url);
          check(
            outcome.kind === 'failure' && outcome.code === 'RequestRefused',
            `${url}: ${JSON.stringify(outcome)}`,
          );
        }
        check(opened.length === 0, `opened ${opened}`);
      }),
    ),
  'ssrf-020': async () => {
    const file = new URL('../../next.config.js', import.meta.url).href;
    const { default: config } = (await import(file)) as { default: { images?: Record<string, unknown> } };
    check(config.images?.unoptimized === true, 'the image optimiser is on');
    check(!('remotePatterns' in (config.images ?? {})), 'pictures from elsewhere are let in');
  },
  'ssrf-022': tellsNothingAboutPorts,
  'ssrf-023': () =>
    withServers([ok, ok], async (sample, other) => {
      await withDoor({ isAllowed: (place) => place === sample.host }, async (egress) => {
        check((await get(egress, sample.url)).kind === 'response', 'the allowed place is closed');
        isClosed(await get(egress, other.url), 'another port');
        isClosed(await get(egress, `http://localhost:${sample.port}/`), 'another name');
      });
      check(other.connections() === 0, 'another port was touched');
    }),
};
