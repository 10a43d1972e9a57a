// Accounts: made once, signed in revocably, guarded against guessing.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCaller } from '@/server/api/procedure';
import { appRouter } from '@/server/api/router';
import { hashPassword, verifyPassword } from '@/server/auth/password';
import { resetPasswordIn } from '@/server/auth/reset-password';
import { readSessionKey } from '@/server/auth/session-key';
import { createThrottle } from '@/server/auth/throttle';
import { type Office, openOffice, password } from '../../support/office';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const anybody = () =>
  createCaller(appRouter)({
    services: office.services,
    user: undefined,
    environmentId: undefined,
    source: 'test',
  });
const first = { name: 'First', email: ' First@Example.test ', password: 'a-long-enough-password' };

describe('the first run', () => {
  it('makes one account, an administrator of everything, and never another', async () => {
    expect(await anybody().setup.status()).toEqual({ needed: true, codeRequired: false });
    expect(await anybody().setup.create(first)).toEqual({ email: 'first@example.test' });
    expect(await anybody().setup.status()).toMatchObject({ needed: false });
    await expect(anybody().setup.create({ ...first, email: 'second@example.test' })).rejects.toMatchObject({
      cause: { code: 'NOT_READY' },
    });
  });

  it('makes one account even when two people are equally fast', async () => {
    const both = await Promise.allSettled([
      anybody().setup.create(first),
      anybody().setup.create({ ...first, email: 'b@example.test' }),
    ]);
    expect(both.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['everyone may reach the listener', { HOST: '0.0.0.0' }],
    ['people come through a proxy', { PUBLIC_URL: 'https://flows.example.test' }],
  ])('asks for the code of the terminal where %s', async (_where, env) => {
    const open = await openOffice(env);
    try {
      const from = (source: string) =>
        createCaller(appRouter)({
          services: open.services,
          user: undefined,
          environmentId: undefined,
          source,
        });
      const caller = from('a stranger');
      expect(await caller.setup.status()).toEqual({ needed: true, codeRequired: true });
      await expect(caller.setup.create(first)).rejects.toMatchObject({
        cause: { code: 'FORBIDDEN', field: 'code' },
      });
      for (let count = 0; count < 9; count += 1)
        await expect(caller.setup.create({ ...first, code: '00000000' })).rejects.toThrow();
      await expect(caller.setup.create({ ...first, code: open.services.setup.code })).rejects.toMatchObject({
        cause: { code: 'TOO_MANY' },
      });
      expect(await from('the owner').setup.create({ ...first, code: open.services.setup.code })).toEqual({
        email: 'first@example.test',
      });
    } finally {
      await open.close();
    }
  });

  it('says which field breaks a rule', async () => {
    await expect(anybody().setup.create({ ...first, password: 'short' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(anybody().setup.create({ ...first, email: 'a@b.test,c@d.test' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('a session', () => {
  it('ends with its row, at once', async () => {
    const person = office.addPerson('maker');
    const cookie = await person.cookie();
    const user = await office.services.auth.readSession(cookie);
    expect(user?.email).toBe(person.email);
    office.services.auth.endSession(user?.sessionId ?? '');
    expect(await office.services.auth.readSession(cookie)).toBeUndefined();
  });

  it('ends when the password is changed, one’s own and a copy of it too', async () => {
    const person = office.addPerson('maker');
    const [mine, other] = [await person.cookie(), await person.cookie()];
    const user = await office.services.auth.readSession(mine);
    const api = createCaller(appRouter)({
      services: office.services,
      user,
      environmentId: undefined,
      source: 'test',
    });
    await expect(
      api.account.changePassword({ current: 'wrong', next: 'another-long-password' }),
    ).rejects.toMatchObject({
      cause: { code: 'INVALID_INPUT', field: 'current' },
    });
    await api.account.changePassword({ current: password, next: 'another-long-password' });
    expect(await office.services.auth.readSession(mine)).toBeUndefined();
    expect(await office.services.auth.readSession(other)).toBeUndefined();
    expect(await office.services.auth.signIn({ email: person.email, password, source: 's' })).toBeUndefined();
    const words = { email: person.email, password: 'another-long-password', source: 's' };
    expect(await office.services.auth.signIn(words)).toMatchObject({ sessionVersion: 2 });
  });

  it('ends everywhere when the password is reset on the command line', async () => {
    const person = office.addPerson('maker');
    const cookie = await person.cookie();
    const env = { FLOWRIGHT_DATA: office.settings.dataFolder, FLOWRIGHT_KEY_FILE: office.settings.keyFile };
    expect(await resetPasswordIn(env, { password: 'short' })).toMatchObject({ ok: false });
    expect(
      await resetPasswordIn(env, { email: 'nobody@example.test', password: 'a-brand-new-password' }),
    ).toMatchObject({ ok: false });
    expect(await resetPasswordIn(env, { password: 'a-brand-new-password' })).toEqual({
      ok: true,
      email: person.email,
    });
    expect(await office.services.auth.readSession(cookie)).toBeUndefined();
    const words = { email: person.email.toUpperCase(), password: 'a-brand-new-password', source: 's' };
    expect(await office.services.auth.signIn(words)).toMatchObject({ sessionVersion: 2 });
  });

  it('is not made by a token without a row, of another person, or sealed with another secret', async () => {
    const [a, b] = [office.addPerson('maker'), office.addPerson('maker')];
    const { auth } = office.services;
    const user = await auth.readSession(await a.cookie());
    const session = { sessionId: user?.sessionId ?? '', sessionVersion: 1 };
    const tokens = [
      await encode({ token: { sub: a.userId }, secret: auth.secret }),
      await encode({ token: { sub: a.userId, sessionId: 'x', sessionVersion: 1 }, secret: auth.secret }),
      await encode({ token: { sub: b.userId, ...session }, secret: auth.secret }),
      await encode({ token: { sub: a.userId, ...session, sessionVersion: 2 }, secret: auth.secret }),
      await encode({ token: { sub: a.userId, ...session }, secret: 'another secret' }),
      'nonsense',
    ];
    for (const token of tokens)
      expect(await auth.readSession(`next-auth.session-token=${token}`)).toBeUndefined();
    expect(await auth.readSession(undefined)).toBeUndefined();
  });
});

describe('guessing', () => {
  it('is stopped per address after eight failures, with the same answer for addresses that nobody has', async () => {
    const { auth } = office.services;
    const person = office.addPerson('maker');
    for (const email of [person.email, 'nobody@example.test']) {
      for (let count = 0; count < 8; count += 1)
        expect(await auth.signIn({ email, password: 'wrong-password', source: email })).toBeUndefined();
      await expect(auth.signIn({ email, password, source: email })).rejects.toThrow(/Too many tries/);
    }
  });

  it('is forgotten when its time is over', () => {
    let now = 0;
    const throttle = createThrottle({ failures: 2, windowMilliseconds: 100, now: () => now });
    throttle.fail('a');
    expect(throttle.wait('a')).toBe(0);
    throttle.fail('a');
    expect(throttle.wait('a')).toBe(100);
    expect(throttle.wait('b')).toBe(0);
    now = 100;
    expect(throttle.wait('a')).toBe(0);
  });

  it('of a stored hash is slow, and no two hashes are alike', async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).not.toBe(two);
    expect(await verifyPassword('correct horse', one)).toBe(true);
    expect(await verifyPassword('correct horsf', one)).toBe(false);
    expect(await verifyPassword('correct horse', 'plain')).toBe(false);
  });
});

describe('the key of sessions', () => {
  it('is made once, random, for its owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowright-key-'));
    const file = join(folder, 'key');
    const made = readSessionKey(file);
    expect(readSessionKey(file)).toBe(made);
    expect(existsSync(`${file}.session`)).toBe(true);
    if (process.platform !== 'win32') expect(statSync(`${file}.session`).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });
});
