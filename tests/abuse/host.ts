// Every spelling of an address that must not be called, against the outbound door (abuse-cases.json, category host).
// The test resolver answers every name with 127.0.0.1; no socket may be opened, and no administrator's leave exists.
import { createEgress } from '@/server/egress/egress';
import { check, watchSockets } from './sockets';

async function isRefused(url: string): Promise<void> {
  const egress = createEgress({
    openCredential: async () => undefined,
    isAllowed: () => false,
    lookup: async () => ['127.0.0.1'],
  });
  await watchSockets(async ({ opened }) => {
    const outcome = await egress.request({ method: 'GET', url, headers: {} });
    check(outcome.kind === 'failure', `${url} was called`);
    if (outcome.kind !== 'failure') return;
    check(outcome.code === 'HostNotAllowed' && outcome.sent === 'no', `${url}: ${JSON.stringify(outcome)}`);
    check(/its address is [\w -]+\./.test(outcome.message), `${url}: no rule in "${outcome.message}"`);
    check(opened.length === 0, `${url} opened ${opened}`);
  });
  await egress.close();
}

async function allRefused(input: string): Promise<void> {
  const urls = input.match(/https?:\/\/\S+/g) ?? [];
  check(urls.length > 0, `no address in ${input}`);
  for (const url of urls) await isRefused(url);
}

const ids = [
  1, 2, 3, 7, 8, 9, 11, 12, 13, 14, 15, 17, 18, 20, 23, 24, 26, 28, 29, 30, 32, 33, 35, 37, 39, 40, 42, 43,
  44, 45, 46, 47, 48,
];

export const handlers: Record<string, (input: string) => Promise<void>> = Object.fromEntries(
  ids.map((id) => [`host-${String(id).padStart(3, '0')}`, allRefused]),
);
