// Hostile callers against sign-in, roles and environments (abuse-cases.json, category authz).
import { readdirSync, writeFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { encode } from 'next-auth/jwt';
import { projectRoot } from '@/db/project-root';
import { insertMember } from '@/db/queries/environment';
import { AppError } from '@/lib/app-error';
import { createCaller } from '@/server/api/procedure';
import { appRouter } from '@/server/api/router';
import { parseEmail } from '@/server/auth/email';
import { hashPassword } from '@/server/auth/password';
import { readSessionKey } from '@/server/auth/session-key';
import { createLog } from '@/server/log';
import { makeConnection, makeConnector, makeFlow } from '../server/api/makers';
import { signInOver, signOutOver } from '../support/auth-route';
import { type Office, openOffice, password } from '../support/office';
import { startTestApi } from '../support/sample-api';
import { endsLiveViews } from './live-view';
import { searchesSafely } from './search';

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** The code a call ends with, or `in` when it was answered. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'in';
  } catch (error) {
    const { cause, code } = error as { cause?: unknown; code?: string };
    return cause instanceof AppError ? cause.code : String(code);
  }
}

async function refuses(work: Promise<unknown>, code: string, what: string): Promise<void> {
  const got = await codeOf(work);
  check(got === code, `${what}: wanted ${code}, got ${got}`);
}

async function inOffice(
  work: (office: Office) => Promise<void>,
  env: Record<string, string> = {},
): Promise<void> {
  const office = await openOffice(env);
  try {
    await work(office);
  } finally {
    await office.close();
  }
}

/** Out of reach of scripts and of other sites, and never in clear where the product is reached by https. */
function checkCookie(cookie: string, url: string): void {
  const [pair = '', ...flags] = cookie.split('; ');
  const secure = url.startsWith('https:');
  const name = `${secure ? '__Secure-' : ''}next-auth.session-token=`;
  check(pair.startsWith(name), `${url}: ${pair}`);
  const wanted = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(secure ? ['Secure'] : [])];
  const missing = wanted.filter((flag) => !flags.includes(flag));
  check(missing.length === 0, `${url}: the cookie lacks ${missing.join(', ')}`);
  check(!flags.some((flag) => flag.startsWith('Domain')), `${url}: other hosts get the cookie`);
}

/** A step that was added and has no connection yet. */
const unbound = (apiId: string) => ({
  type: 'OpenApiConnection',
  inputs: { host: { apiId, connectionName: '', operationId: 'ListThings' }, parameters: {} },
  runAfter: {},
});

/** A maker with a connector, a connection and a saved flow. */
async function furnish(office: Office) {
  const maker = await office.addPerson('maker').api();
  const connector = await makeConnector(maker);
  const connection = await makeConnection(maker, connector);
  const flow = await makeFlow(maker, connector, connection);
  return { maker, connector, connection, flow };
}

export const handlers: Record<string, (input: string) => void | Promise<void>> = {
  'authz-002': () =>
    inOffice(async (office) => {
      const { connector, connection, flow, maker } = await furnish(office);
      const { runId } = await maker.runs.start({ flowId: flow });
      const stranger = await office.addPerson('administrator', office.addEnvironment('Elsewhere')).api();
      for (const id of [connector, connection, flow, runId, crypto.randomUUID()]) {
        await refuses(stranger.connectors.get({ id }), 'NOT_FOUND', 'connectors.get');
        await refuses(stranger.connections.remove({ id, confirm: true }), 'NOT_FOUND', 'connections.remove');
        await refuses(stranger.flows.get({ id }), 'NOT_FOUND', 'flows.get');
        await refuses(stranger.runs.get({ id }), 'NOT_FOUND', 'runs.get');
        await refuses(stranger.runs.record({ runId: id, name: 'manual' }), 'NOT_FOUND', 'runs.record');
      }
    }),
  'authz-003': () =>
    inOffice(async (office) => {
      const { maker, flow } = await furnish(office);
      const { runId } = await maker.runs.start({ flowId: flow });
      const reader = await office.addPerson('reader').api();
      await refuses(reader.runs.start({ flowId: flow }), 'FORBIDDEN', 'start');
      await refuses(reader.runs.cancel({ id: runId }), 'FORBIDDEN', 'cancel');
      await refuses(
        reader.runs.decide({ runId, name: 'List_things', decision: 'send-again' }),
        'FORBIDDEN',
        'decide',
      );
    }),
  'authz-004': () =>
    inOffice(async (office) => {
      const { connector, connection, flow } = await furnish(office);
      const runner = await office.addPerson('runner').api();
      check((await codeOf(runner.runs.start({ flowId: flow }))) === 'in', 'a runner runs the flow');
      check((await runner.connections.list()).length === 0, 'a runner sees no connection');
      await refuses(runner.connections.test({ id: connection }), 'FORBIDDEN', 'testing it');
      const call = { id: connector, operationId: 'ListThings', connectionId: connection, parameters: {} };
      await refuses(runner.connectors.test(call), 'FORBIDDEN', 'calling with it');
      await refuses(makeFlow(runner, connector, connection, 'Mine'), 'FORBIDDEN', 'binding it');
      await refuses(runner.runs.start({ flowId: flow, draft: true }), 'FORBIDDEN', 'running a draft');
    }),
  'authz-005': () =>
    inOffice(async (office) => {
      const { connector } = await furnish(office);
      for (const role of ['runner', 'reader'] as const) {
        const guest = await office.addPerson(role).api();
        check((await guest.connections.list()).length === 0, `${role} sees none`);
        check(
          (await guest.connections.list({ connectorId: connector })).length === 0,
          `${role} sees none of a connector`,
        );
      }
    }),
  'authz-006': () =>
    inOffice(async (office) => {
      const { connector, flow } = await furnish(office);
      const { apiId } = await (await office.addPerson('maker').api()).connectors.get({ id: connector });
      const other = await office.addPerson('maker').api();
      const lure = await makeConnector(other, 'Lure');
      const lureApi = (await other.connectors.get({ id: lure })).apiId;
      const save = async (change: (text: string) => string, api = apiId) => {
        const { revision, definitionText, references } = await other.flows.get({ id: flow });
        const changed = Object.fromEntries(
          Object.entries(references).map(([key, reference]) => [key, { ...reference, apiId: api }]),
        );
        await other.flows.saveDraft({
          id: flow,
          revision,
          definitionText: change(definitionText),
          references: changed,
        });
      };
      const same = (text: string) => text;
      check((await codeOf(save((text) => text.replace('"List_things"', '"Renamed"')))) === 'in', 'an edit');
      const elsewhere = (text: string) => text.replace('"ListThings"', '"DeleteThings"');
      await refuses(save(elsewhere), 'FORBIDDEN', 'another operation');
      const computed = (text: string) => text.replace('"ListThings"', '"@{triggerBody()?.operation}"');
      await refuses(save(computed), 'FORBIDDEN', 'an operation that only the run knows');
      const hidden = (text: string) =>
        text.replace(
          /"connectionName": ("[^"]+")/,
          (_, key) => `"connectionName": "@{${key.replaceAll('"', "'")}}"`,
        );
      await refuses(save(hidden), 'FORBIDDEN', 'a connection that only the run knows');
      const wrapped = (text: string) => text.replace(/"host": \{[^}]*\}/, '"host": "@variables(\'host\')"');
      await refuses(save(wrapped), 'FORBIDDEN', 'a host that only the run knows');
      await refuses(save(same, lureApi), 'FORBIDDEN', 'an operation of that name in another connector');
      check((await codeOf(save((text) => text.replace('"Renamed"', '"List_things"')))) === 'in', 'undoing');
      const blank = (text: string) =>
        text.replace('"actions": {', `"actions": { "Mine": ${JSON.stringify(unbound(lureApi))},`);
      check((await codeOf(save(blank))) === 'in', 'a step without a connection');
    }),
  'authz-007': async () => {
    const [own, thief] = [await startTestApi(), await startTestApi()];
    try {
      const hosts = { FLOWRIGHT_ALLOW_HOSTS: `${own.host},${thief.host}` };
      await inOffice(async (office) => {
        const maker = await office.addPerson('maker').api();
        const id = await makeConnector(maker, 'Bound', own.host);
        const connectionId = await makeConnection(maker, id, 'Bound one', 'canary-key');
        const { definitionText, propertiesText } = await maker.connectors.get({ id });
        const moved = definitionText.replace(own.host, thief.host);
        const { revision } = await maker.connectors.saveDraft({
          id,
          revision: 1,
          definitionText: moved,
          propertiesText,
        });
        const call = { id, operationId: 'ListThings', connectionId, parameters: {} };
        check('failure' in (await maker.connectors.test(call)), 'the draft does not take the secret along');
        await maker.connectors.publish({ id, revision });
        check('failure' in (await maker.connectors.test(call)), 'nor does the published version');
        check((await maker.connections.list())[0]?.status === 'failing', 'the connection is void');
        check((await thief.readLog()).length === 0, 'the other host was called');
      }, hosts);
    } finally {
      await Promise.all([own.close(), thief.close()]);
    }
  },
  'authz-008': () =>
    inOffice(async (office) => {
      const { connector, connection } = await furnish(office);
      const other = await office.addPerson('maker').api();
      const call = { id: connector, operationId: 'ListThings', connectionId: connection, parameters: {} };
      await refuses(other.connectors.test(call), 'FORBIDDEN', 'another person’s connection');
    }),
  'authz-011': () =>
    inOffice(async (office) => {
      const person = office.addPerson('reader');
      const { auth, database } = office.services;
      const cookies = [await person.cookie(), await person.cookie()];
      check(cookies[0] !== cookies[1], 'each sign-in has a session of its own');
      const user = await auth.readSession(cookies[0]);
      const call = () =>
        createCaller(appRouter)({ services: office.services, user, environmentId: undefined, source: '' });
      await refuses(call().flows.create({ name: 'x', trigger: 'button' }), 'FORBIDDEN', 'a reader');
      const elsewhere = office.addEnvironment('Elsewhere');
      insertMember(database, {
        environmentId: elsewhere,
        userId: person.userId,
        role: 'maker',
        createdAt: 1,
      });
      const there = createCaller(appRouter)({
        services: office.services,
        user,
        environmentId: elsewhere,
        source: '',
      });
      check(
        (await codeOf(there.flows.create({ name: 'x', trigger: 'button' }))) === 'in',
        'a new role holds in the next call',
      );
      for (const url of ['http://127.0.0.1:3000', 'https://flows.example.test'])
        checkCookie(await signInOver(url, auth, { email: person.email, password }), url);
      const signedIn = await signInOver('http://127.0.0.1:3000', auth, { email: person.email, password });
      check((await auth.readSession(signedIn)) !== undefined, 'the cookie of the route is a session');
      await signOutOver('http://127.0.0.1:3000', auth, signedIn);
      check((await auth.readSession(signedIn)) === undefined, 'a session ends with signing out');
      await call().account.changePassword({ current: password, next: 'another-long-password' });
      for (const cookie of cookies)
        check((await auth.readSession(cookie)) === undefined, 'every session ends with the password');
    }),
  'authz-012': () =>
    inOffice(async (office) => {
      const person = office.addPerson('maker');
      const { auth } = office.services;
      const token = await encode({ token: { sub: person.userId, email: person.email }, secret: auth.secret });
      check(
        (await auth.readSession(`next-auth.session-token=${token}`)) === undefined,
        'a token without a session row',
      );
    }),
  'authz-014': () => {
    const hostile = [
      'a@evil.test,b@victim.test',
      'a@evil.test b@victim.test',
      'a@b.test\r\nBcc: c@d.test',
      '<b>a</b>@b.test',
      'a@b@c.test',
      'a@',
      '',
    ];
    for (const text of hostile)
      check(parseEmail(text) === undefined, `${JSON.stringify(text)} is no address`);
    check(parseEmail('  Maker@Example.TEST ') === 'maker@example.test', 'one form of one address');
  },
  'authz-015': () =>
    inOffice(async (office) => {
      const url = await office.listen();
      const cookie = await office.addPerson('maker').cookie();
      const body = '{"json":{"name":"F","trigger":"button"}}';
      const post = async (headers: Record<string, string>) =>
        (
          await fetch(`${url}/api/trpc/flows.create`, {
            method: 'POST',
            headers: { cookie, ...headers },
            body,
          })
        ).status;
      const type = { 'content-type': 'application/json' };
      check((await post(type)) === 403, 'without Origin');
      check((await post({ ...type, origin: 'null' })) === 403, 'Origin null');
      check((await post({ ...type, origin: 'http://sub.127.0.0.1.test' })) === 403, 'a sub-domain');
      check(
        (await post({ 'content-type': 'application/x-www-form-urlencoded', origin: 'http://evil.test' })) ===
          403,
        'a form',
      );
      check((await post({ 'content-type': 'text/plain', origin: 'http://evil.test' })) === 403, 'text/plain');
      check((await post({ ...type, origin: url })) === 200, 'our own page');
    }),
  'authz-016': () =>
    inOffice(async (office) => {
      const person = office.addPerson('maker');
      const attempt = (email: string) =>
        office.services.auth.signIn({ email, password: 'guess', source: 'one place' }).then(
          (user) => (user === undefined ? 'refused' : 'in'),
          (error: Error) => error.message,
        );
      for (let count = 0; count < 8; count += 1)
        check((await attempt(person.email)) === 'refused', 'a wrong password');
      check(/Too many tries/.test(await attempt(person.email)), 'an account is guarded');
      for (let count = 0; count < 42; count += 1) {
        check(
          (await attempt(`nobody${count}@example.test`)) === 'refused',
          'an unknown address is answered the same',
        );
      }
      check(/Too many tries/.test(await attempt('somebody@example.test')), 'a source is guarded');
      check((await hashPassword('a')).startsWith('scrypt$32768$8$1$'), 'scrypt with a high cost');
    }),
  'authz-018': () =>
    inOffice(async (office) => {
      const { keyFile } = office.settings;
      const elsewhere = `${keyFile}-2`;
      check(readSessionKey(keyFile) !== readSessionKey(elsewhere), 'every installation makes its own secret');
      writeFileSync(`${elsewhere}.session`, 'secret\n');
      let refused = false;
      try {
        readSessionKey(elsewhere);
      } catch {
        refused = true;
      }
      check(refused, 'a secret that is too short is refused');
    }),
  'authz-020': endsLiveViews,
  'authz-022': () => {
    const lines: string[] = [];
    const log = createLog(
      'info',
      new Writable({
        write(chunk, _encoding, done) {
          lines.push(String(chunk));
          done();
        },
      }),
    );
    const hostile = ['a\r\n{"level":60}', '\u001b[31mred', '"}, {"x": "', '\u2028next'];
    for (const name of hostile) log.info({ name }, name);
    check(lines.length === hostile.length, 'one line each');
    lines.forEach((line, index) => {
      check(line.trimEnd().split(/\r?\n/).length === 1, line);
      check((JSON.parse(line) as { name: string }).name === hostile[index], 'the text survives as data');
      check(!line.includes('\u001b'), 'no escape sequence');
    });
  },
  'authz-023': () =>
    inOffice(async (office) => {
      const { maker, connector } = await furnish(office);
      const texts = [
        "'; DROP TABLE user; --",
        "' OR 1=1 --",
        '" OR ""="',
        "Robert'); DELETE FROM flow;--",
        "\\'; SELECT 1",
        '%00',
        "x' UNION SELECT password_hash FROM user --",
      ];
      for (const name of texts) {
        const { id } = await maker.flows.create({ name, trigger: 'button' });
        check((await maker.flows.get({ id })).name === name, `${name} is kept as text`);
        await maker.connections.create({ connectorId: connector, name, values: { api_key: name } });
        check(
          (await maker.connections.list()).some((row) => row.name === name),
          `${name} names a connection`,
        );
        await refuses(maker.flows.get({ id: name }), 'NOT_FOUND', 'as an id');
        check((await maker.runs.list({ flowId: name })).runs.length === 0, 'as a filter');
      }
      const status = JSON.parse('"Failed\' OR 1=1"');
      await refuses(maker.runs.list({ status }), 'BAD_REQUEST', 'filters are a closed list');
      check((await maker.flows.list()).length === texts.length + 1, 'nothing was dropped');
    }),
  'authz-024': searchesSafely,
  'authz-027': () =>
    inOffice(async (office) => {
      const url = await office.listen();
      const policy = (await fetch(`${url}/`)).headers.get('content-security-policy') ?? '';
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
      check(/'nonce-[^']{20,}'/.test(scripts) && scripts.includes("'strict-dynamic'"), scripts);
      check(!/unsafe-inline|unsafe-eval|\*|https?:/.test(scripts), scripts);
      check(/object-src 'none'/.test(policy) && /base-uri 'self'/.test(policy), policy);
    }),
  'authz-028': () => {
    const names = readdirSync(`${projectRoot()}/public`, { recursive: true }).map(String);
    const odd = names.filter((name) => name.includes('.') && !/\.(svg|png|ico|webmanifest|txt)$/.test(name));
    check(odd.length === 0, `only pictures are served as files, not ${odd.join(', ')}`);
  },
};
