// Addresses of flows: signatures, methods, bodies, and how the caller is answered.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertFlow, insertFlowVersion, updateFlow } from '@/db/queries/flow';
import { createFlowLoader } from '@/server/runner/flow-loader';
import { createHookFinder } from '@/server/runner/hook-finder';
import { toHookPath } from '@/server/runner/hook-signature';
import { createRunner, type Runner } from '@/server/runner/runner';
import { systemClock, systemIds } from '@/server/runner/system-ports';
import { openTemporary } from './harness';

const key = Buffer.alloc(32, 1).toString('base64url');
const otherKey = Buffer.alloc(32, 3).toString('base64url');
const formerKey = Buffer.alloc(32, 2).toString('base64url');
const echo = {
  Response: {
    type: 'Response',
    inputs: { statusCode: 200, headers: { 'X-Kept': 'yes', Connection: 'close' }, body: '@triggerOutputs()' },
  },
};

describe('a flow with an address', () => {
  let temporary: ReturnType<typeof openTemporary>;
  let runner: Runner;
  beforeEach(async () => {
    temporary = openTemporary();
    const { database } = temporary;
    const load = createFlowLoader(database);
    runner = createRunner({
      database,
      works: true,
      egress: { request: () => new Promise(() => undefined) },
      load,
      findHook: createHookFinder({ database, load, openKey: (_name, sealed) => sealed }),
      clock: systemClock,
      ids: systemIds,
      random: Math.random,
      log: { warn: () => undefined, error: () => undefined },
    });
    await runner.start();
  });
  afterEach(async () => {
    await runner.stop({ graceMs: 0 });
    temporary.close();
  });

  const makeFlow = (id: string, actions: object, trigger: object = {}) => {
    const { database, environmentId } = temporary;
    const definition = { triggers: { manual: { type: 'Request', kind: 'Http', ...trigger } }, actions };
    const texts = { definitionText: JSON.stringify(definition), referencesText: '{}' };
    const common = { id, environmentId, createdBy: 'ada', createdAt: 0, ...texts };
    insertFlow(database, {
      ...common,
      name: id,
      nameKey: id,
      origin: 'flowright',
      state: 'on',
      revision: 1,
      liveVersion: 1,
      edited: false,
      publicId: id,
      hookKeySealed: key,
      hookKeyId: '2',
      formerHookKeySealed: formerKey,
      formerHookKeyId: '1',
      modifiedAt: 0,
    });
    insertFlowVersion(database, { ...common, flowId: id, version: 1 });
  };
  const address = (
    publicId: string,
    method = 'POST',
    more: { keyId?: string; key?: string; expires?: number } = {},
  ) =>
    toHookPath({ publicId, method, keyId: more.keyId ?? '2', expires: more.expires ?? 0 }, more.key ?? key);
  const call = async (
    url: string,
    more: { method?: string; body?: string; type?: string; from?: string } = {},
  ) => {
    const answer = await runner.handleHook({
      method: more.method ?? 'POST',
      url,
      headers: { ...(more.type !== undefined && { 'content-type': more.type }), 'x-a': 'b' },
      body: async () => Buffer.from(more.body ?? ''),
      remoteAddress: more.from ?? '10.0.0.1',
    });
    return { ...answer, text: answer.body.toString() };
  };

  it('answers with its Response, and gets headers, queries and body', async () => {
    makeFlow('echo', echo);
    const answer = await call(`${address('echo')}&n=5`, { body: '{"a":[1]}', type: 'application/json' });
    expect(answer.status).toBe(200);
    expect(answer.headers).toEqual({ 'X-Kept': 'yes', 'content-type': 'application/json; charset=utf-8' });
    expect(JSON.parse(answer.text)).toEqual({
      headers: { 'content-type': 'application/json', 'x-a': 'b' },
      queries: { n: '5' },
      body: { a: [1] },
    });
  });

  it.each([
    ['text/plain', 'hello', 'hello'],
    ['application/json; charset=utf-8', '"text"', 'text'],
    ['application/octet-stream', 'ab', { '$content-type': 'application/octet-stream', $content: 'YWI=' }],
  ])('reads a body of %s', async (type, body, wanted) => {
    makeFlow('echo', echo);
    expect(JSON.parse((await call(address('echo'), { type, body })).text).body).toEqual(wanted);
  });

  it.each([['{"a":'], ['{"a":1}}'], ['['.repeat(200_000)], ['']])(
    'never fails on the JSON %.20s',
    async (body) => {
      makeFlow('echo', echo);
      const answer = await call(address('echo'), { body, type: 'application/json' });
      expect(answer.status).toBe(body === '' ? 200 : 400);
    },
  );

  it('reads no body before the address is known to be good', async () => {
    makeFlow('echo', echo);
    let read = 0;
    const stranger = {
      method: 'POST',
      url: address('echo', 'POST', { key: otherKey }),
      headers: { 'content-length': '10000000' },
      body: async () => {
        read += 1;
        return Buffer.alloc(0);
      },
    };
    expect((await runner.handleHook(stranger)).status).toBe(401);
    expect(read).toBe(0);
    await runner.handleHook({ ...stranger, url: address('echo') });
    expect(read).toBe(1);
  });

  it.each([[''], ['a b'], ['x'.repeat(201)]])('refuses the Idempotency-Key %j', async (key) => {
    makeFlow('quiet', { A: { type: 'Compose', inputs: 1 } });
    const headers = { 'idempotency-key': key };
    const body = async () => Buffer.alloc(0);
    const answer = await runner.handleHook({ method: 'POST', url: address('quiet'), headers, body });
    expect(answer.status).toBe(400);
  });

  it('answers 202 at once without a Response, 502 when it ended before one', async () => {
    makeFlow('quiet', { A: { type: 'Compose', inputs: 1 } });
    const quiet = await call(address('quiet'));
    expect(quiet.status).toBe(202);
    expect(quiet.headers['x-run-id']).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    makeFlow('broken', {
      Bad: { type: 'Compose', inputs: "@int('x')" },
      Response: { type: 'Response', inputs: {}, runAfter: { Bad: ['Succeeded'] } },
    });
    expect((await call(address('broken'))).status).toBe(502);
  });

  it('listens to the method of its trigger only', async () => {
    makeFlow('get', echo, { inputs: { method: 'get' } });
    expect((await call(address('get', 'GET'), { method: 'GET' })).status).toBe(200);
    expect((await call(address('get', 'GET'), { method: 'POST' })).status).toBe(401);
    expect((await call(address('get', 'POST'), { method: 'POST' })).status).toBe(401);
  });

  it('takes the former key until it is gone', async () => {
    makeFlow('keys', echo);
    const former = address('keys', 'POST', { keyId: '1', key: formerKey });
    expect((await call(former)).status).toBe(200);
    const { environmentId, database } = temporary;
    updateFlow(database, { environmentId, id: 'keys' }, { formerHookKeyId: null, formerHookKeySealed: null });
    expect((await call(former)).status).toBe(401);
    expect((await call(address('keys'))).status).toBe(200);
  });

  it('is not there when it is off, was never saved, has no address of its own, or does not exist', async () => {
    makeFlow('off', echo);
    makeFlow('button', echo, { kind: 'Button' });
    updateFlow(temporary.database, { environmentId: temporary.environmentId, id: 'off' }, { state: 'off' });
    const bodies = new Set<string>();
    for (const url of [
      address('off'),
      address('button'),
      address('nobody'),
      '/hooks/',
      '/hooks/a/../b',
      '/hooks/%2e',
    ]) {
      const answer = await call(url);
      expect(answer.status).toBe(404);
      bodies.add(answer.text);
    }
    expect(bodies.size).toBe(1);
  });

  it('refuses every change of a signed address with the same words', async () => {
    makeFlow('one', echo);
    makeFlow('two', echo);
    const good = address('one');
    const sig = new URLSearchParams(good.split('?')[1]).get('sig') ?? '';
    const flipped = good.replace(sig, `${sig[0] === 'A' ? 'B' : 'A'}${sig.slice(1)}`);
    const bad = [
      good.replace(/&sig=.*/, ''),
      good.replace(sig, ''),
      flipped,
      address('two')
        .replace('two', 'one')
        .replace(/sig=.*/, `sig=${new URLSearchParams(address('two').split('?')[1]).get('sig')}`),
      good.replace('exp=0', 'exp=99999999999'),
      good.replace('v=1', 'v=2'),
      good.replace('kid=2', 'kid=1'),
      good.replace('kid=2', 'kid='),
      address('one', 'POST', { expires: 1 }),
      address('one', 'POST', { key: Buffer.alloc(32, 9).toString('base64url') }),
    ];
    const bodies = new Set<string>();
    for (const url of bad) {
      const answer = await call(url);
      expect([url, answer.status]).toEqual([url, 401]);
      bodies.add(answer.text);
    }
    expect(bodies.size).toBe(1);
    expect((await call(`${good}&sig=${sig}`)).status).toBe(400);
    expect((await call(good)).status).toBe(200);
  });

  it('slows down who guesses, and nobody else', async () => {
    makeFlow('guess', echo);
    const statuses: number[] = [];
    for (let count = 0; count < 40; count += 1) {
      const key = Buffer.alloc(32, 100 + count).toString('base64url');
      statuses.push((await call(address('guess', 'POST', { key }), { from: '10.9.9.9' })).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    expect(statuses).not.toContain(200);
    expect((await call(address('guess'), { from: '10.9.9.9' })).status).toBe(200);
    expect((await call(address('guess', 'POST', { keyId: 'x' }), { from: '10.1.1.1' })).status).toBe(401);
  });

  it('runs the version that is live at the moment of the call', async () => {
    makeFlow('live', echo);
    const { environmentId, database } = temporary;
    expect((await call(address('live'))).status).toBe(200);
    const definition = {
      triggers: { manual: { type: 'Request', kind: 'Http' } },
      actions: { Response: { type: 'Response', inputs: { statusCode: 201 } } },
    };
    const texts = { definitionText: JSON.stringify(definition), referencesText: '{}' };
    insertFlowVersion(database, {
      id: 'live2',
      environmentId,
      flowId: 'live',
      version: 2,
      ...texts,
      createdBy: 'ada',
      createdAt: 0,
    });
    updateFlow(database, { environmentId, id: 'live' }, { liveVersion: 2 });
    expect((await call(address('live'))).status).toBe(201);
  });
});
