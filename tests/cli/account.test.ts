// `flowright account reset-password`, as a process on a database of its own.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { findUserByEmail } from '@/db/queries/user';
import { verifyPassword } from '@/server/auth/password';
import { createFirstAccount } from '@/server/auth/setup';
import { createThrottle } from '@/server/auth/throttle';
import { buildCommandLine, flowright, flowrightJson, writeFiles } from './command-line';

const email = 'maker@example.test';
const password = 'correct-horse-battery';

describe('account reset-password', () => {
  const folder = writeFiles({});
  const env = { FLOWRIGHT_DATA: join(folder, 'data'), FLOWRIGHT_KEY_FILE: join(folder, 'key') };
  const database = openDatabase(join(folder, 'data', 'flowright.db'));

  beforeAll(async () => {
    await buildCommandLine();
    migrateDatabase(database);
    await createFirstAccount(
      database,
      { name: 'Maker', email, password, source: 'test' },
      {
        code: undefined,
        throttle: createThrottle({ failures: 5, windowMilliseconds: 60_000, now: Date.now }),
      },
    );
  }, 120_000);
  afterAll(() => database.close());

  it('sets the password and ends the sessions', async () => {
    const before = findUserByEmail(database, email);
    const words = ['account', 'reset-password', '--password-stdin', '--json'];
    const ended = await flowrightJson(words, { env, input: 'another-horse-battery\n' });
    expect(ended).toMatchObject({ code: 0, stderr: '', json: { ok: true, email } });
    const after = findUserByEmail(database, email);
    expect(await verifyPassword('another-horse-battery', after?.passwordHash ?? '')).toBe(true);
    expect(after?.sessionVersion).toBe((before?.sessionVersion ?? 0) + 1);
  });

  it('says in words what it did, and never prints the password', async () => {
    const words = ['account', 'reset-password', '--password-stdin', '--email', email];
    const ended = await flowright(words, { env, input: 'third-horse-battery' });
    expect(ended).toMatchObject({ code: 0, stdout: `The password of ${email} was changed.\n` });
    expect(ended.stdout + ended.stderr).not.toContain('third-horse');
  });

  it.each([
    ['a short password', [], 'short', env],
    ['an unknown account', ['--email', 'nobody@example.test'], password, env],
    ['no address', ['--email', 'nobody'], password, env],
    ['no database', [], password, { ...env, FLOWRIGHT_DATA: join(folder, 'nothing') }],
  ])('refuses %s with one sentence', async (_name, words, input, env) => {
    const ended = await flowrightJson(['account', 'reset-password', '--password-stdin', '--json', ...words], {
      env,
      input,
    });
    expect(ended.code).toBe(1);
    expect(ended.json).toEqual({ ok: false, message: expect.stringMatching(/\.$/) });
  });

  it('is used wrongly under another name', async () => {
    expect(await flowright(['account', 'reset'], { env })).toMatchObject({ code: 2, stdout: '' });
  });
});
