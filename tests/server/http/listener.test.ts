// The listener: who is answered, under which name, with which headers.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, type Person } from '../../support/office';
import { makeConnector } from '../api/makers';

let office: Office;
let url: string;
let maker: Person;
let cookie: string;
beforeAll(async () => {
  office = await openOffice();
  url = await office.listen();
  maker = office.addPerson('maker');
  cookie = await maker.cookie();
});
afterAll(() => office.close());

function post(
  path: string,
  headers: Record<string, string>,
  body = '{"json":{"name":"F","trigger":"button"}}',
) {
  return fetch(`${url}/api/trpc/${path}`, { method: 'POST', headers: { cookie, ...headers }, body });
}

/** fetch refuses to set Host; a plain socket does not. */
function statusFor(host: string, path = '/api/health'): Promise<number> {
  return new Promise((done, failed) => {
    const { port } = new URL(url);
    request({ port, path, headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    })
      .on('error', failed)
      .end();
  });
}

describe('the Host header', () => {
  it('names this server or is refused', async () => {
    const { port } = new URL(url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
      expect(await statusFor(host), host).toBe(200);
    for (const host of [
      'evil.test',
      `evil.test:${port}`,
      '127.0.0.1',
      '127.0.0.1:1',
      `127.0.0.1.evil.test:${port}`,
    ]) {
      expect(await statusFor(host), host).toBe(400);
    }
  });
});

describe('a request that changes something', () => {
  const json = { 'content-type': 'application/json' };

  it('comes from our own pages', async () => {
    expect((await post('flows.create', { ...json, origin: url })).status).toBe(200);
    for (const origin of [
      undefined,
      'null',
      'http://evil.test',
      `${url}.evil.test`,
      url.replace('127.0.0.1', 'localhost'),
      'https://127.0.0.1',
    ]) {
      const response = await post('flows.create', origin === undefined ? json : { ...json, origin });
      expect(response.status, String(origin)).toBe(403);
    }
  });

  it('is JSON, and never a GET', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      expect((await post('flows.create', { 'content-type': type, origin: url })).status, type).toBe(400);
    }
    const input = encodeURIComponent('{"json":{"name":"G","trigger":"button"}}');
    expect((await fetch(`${url}/api/trpc/flows.create?input=${input}`, { headers: { cookie } })).status).toBe(
      405,
    );
  });
});

describe('a body that is too large', () => {
  const json = { 'content-type': 'application/json' };
  /** Without a length, in chunks, as long as anybody listens. */
  const endless = (bytes: number) => ({
    method: 'POST',
    duplex: 'half' as const,
    body: new ReadableStream({
      pull(controller) {
        if (bytes <= 0) return controller.close();
        bytes -= 65_536;
        controller.enqueue(Buffer.alloc(65_536, ' '));
      },
    }),
  });
  const large = (bytes: number) => `{"json":{"name":"F","trigger":"button","x":"${'x'.repeat(bytes)}"}}`;

  it('is told in the words of the interface to whoever is signed in', async () => {
    const announced = await post('flows.create', { ...json, origin: url }, large(24 * 1024 * 1024));
    expect(announced.status).toBe(413);
    const { error } = (await announced.json()) as { error: { json: object } };
    expect(error.json).toMatchObject({
      message: 'A page may send up to 24 MB at once.',
      data: { appError: { code: 'TOO_LARGE' } },
    });
    const headers = { cookie, ...json, origin: url };
    const chunked = await fetch(`${url}/api/trpc/flows.create`, { ...endless(30_000_000), headers });
    expect(chunked.status).toBe(413);
  });

  it('of a stranger is not read, and a draft of somebody whose session ended asks to sign in', async () => {
    const before = process.memoryUsage.rss();
    const headers = { ...json, origin: url };
    const stranger = { method: 'POST', headers, body: large(100_000) };
    expect((await fetch(`${url}/api/trpc/flows.saveDraft`, stranger)).status).toBe(401);
    const small = { ...stranger, body: large(1_000) };
    expect((await fetch(`${url}/api/trpc/flows.saveDraft`, small)).status).toBe(401);
    const chunked = await fetch(`${url}/api/trpc/setup.create`, { ...endless(200_000_000), headers });
    expect(chunked.status).toBe(401);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });

  it('does not reach the sign-in, announced or not', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: url };
    const path = `${url}/api/auth/callback/credentials`;
    const post = { method: 'POST', headers };
    expect((await fetch(path, { ...post, body: 'x'.repeat(65_537) })).status).toBe(413);
    expect((await fetch(path, { ...endless(1), headers })).status).toBe(413);
    const reached = await fetch(path, { ...post, body: 'email=a' });
    expect(await reached.text()).toBe('no page here');
  });
});

describe('a page', () => {
  it('is read and never posted to: nothing decodes what comes along', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const headers = { origin: url, 'next-action': 'x', 'content-type': 'text/plain' };
      const response = await fetch(`${url}/flows`, { method, headers, body: '[]' });
      expect(await response.json(), method).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
    expect(await (await fetch(`${url}/flows`)).text()).toBe('no page here');
  });
});

describe('a batch', () => {
  it('holds up to 20 calls', async () => {
    const get = (count: number) =>
      fetch(`${url}/api/trpc/${Array(count).fill('flows.list').join(',')}?batch=1`, { headers: { cookie } });
    expect((await get(20)).status).toBe(200);
    expect((await get(21)).status).toBe(400);
  });
});

describe('an error', () => {
  it('says its code, field and sentence, and nothing of our code', async () => {
    const response = await post(
      'solutions.create',
      { 'content-type': 'application/json', origin: url },
      '{"json":{"displayName":"","publisherId":"x"}}',
    );
    const { error } = (await response.json()) as {
      error: { json: { message: string; data: { appError: unknown; stack?: string } } };
    };
    expect(error.json).toMatchObject({
      message: 'A name is required.',
      data: { appError: { code: 'INVALID_INPUT', field: 'displayName' } },
    });
    expect(error.json.data.stack).toBeUndefined();
    expect(JSON.stringify(error)).not.toContain('node_modules');
  });

  it('says how deep an input may be nested, and not how our code ended', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const body = `{"json":{"id":"x","operationId":"x","parameters":{"a":${deep}}}}`;
    const response = await post('connectors.test', { 'content-type': 'application/json', origin: url }, body);
    const { error } = (await response.json()) as { error: { json: object } };
    expect(response.status).toBe(400);
    expect(error.json).toMatchObject({
      message: 'A document may be nested up to 100 levels deep.',
      data: { appError: { code: 'INVALID_INPUT' } },
    });
  });

  it('says what is wrong with each field', async () => {
    const response = await fetch(`${url}/api/trpc/setup.create`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: '{"json":{"name":"","email":"ada","password":"short"}}',
    });
    const { error } = (await response.json()) as { error: { json: { data: { appError: unknown } } } };
    expect(error.json.data.appError).toEqual({
      code: 'INVALID_INPUT',
      field: 'name',
      fields: {
        name: 'A name is required.',
        email: 'This is not an e-mail address.',
        password: 'A password has at least 10 characters.',
      },
    });
  });

  it('of an address that does not exist is 404, signed in or not', async () => {
    for (const path of [
      '/api/nothing',
      '/api',
      '/api/runs/x/records/y/inputs',
      '/api/icons/../../package.json',
      '/hooks/unknown',
    ]) {
      expect([401, 404], path).toContain((await fetch(`${url}${path}`)).status);
    }
    for (const path of [
      '/data/flowright.db',
      '/.env',
      '/.git/config',
      '/server/main.ts',
      '/dist/server.mjs',
    ]) {
      expect((await fetch(`${url}${path}`)).status, path).toBe(404);
    }
  });
});

describe('answers', () => {
  it('carry the headers that keep browsers from guessing', async () => {
    const { headers } = await fetch(`${url}/api/health`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    const page = await fetch(`${url}/flows`);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]+' 'strict-dynamic';/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect((await fetch(`${url}/flows`)).headers.get('content-security-policy')).not.toBe(policy);
  });

  it('show an icon in a sandbox, to people of its environment only', async () => {
    const api = await maker.api();
    const id = await makeConnector(api, 'Pictured');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const { iconUrl } = await api.connectors.setIcon({
      id,
      iconDataUrl: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    });
    const response = await fetch(`${url}${iconUrl}`, { headers: { cookie } });
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox/);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${url}${iconUrl}`)).status).toBe(401);
    const stranger = office.addPerson('administrator', office.addEnvironment('Elsewhere'));
    expect((await fetch(`${url}${iconUrl}`, { headers: { cookie: await stranger.cookie() } })).status).toBe(
      404,
    );
  });
});

describe('live events', () => {
  it('arrive as server-sent events with their sequence, and go on where a client left', async () => {
    const api = await maker.api();
    const { id } = await api.flows.create({ name: 'Watched', trigger: 'button' });
    const flow = await api.flows.get({ id });
    const actions = { One: { type: 'Compose', inputs: 1, runAfter: {} } };
    const definitionText = JSON.stringify({ ...JSON.parse(flow.definitionText), actions });
    await api.flows.saveDraft({ id, revision: flow.revision, definitionText, references: {} });
    const { runId } = await api.runs.start({ flowId: id, draft: true });
    const watch = async (after: number) => {
      const input = encodeURIComponent(JSON.stringify({ json: { runId, after } }));
      const response = await fetch(`${url}/api/trpc/runs.watch?input=${input}`, {
        headers: { cookie, accept: 'text/event-stream' },
      });
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      return (await response.text()).match(/"name":"\w+"/g) ?? [];
    };
    expect(await watch(0)).toEqual(['"name":"manual"', '"name":"One"']);
    expect(await watch(1)).toEqual(['"name":"One"']);
    const whole = await fetch(`${url}/api/runs/${runId}/records/One/outputs`, { headers: { cookie } });
    expect(await whole.text()).toBe('1');
    expect(whole.headers.get('content-disposition')).toContain('attachment');
  });
});
