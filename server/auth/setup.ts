// The first run: one account, once. Where others can reach the server it needs the code that the terminal printed.
import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { type Database, inTransaction } from '@/db/client';
import { insertMember, listEnvironments } from '@/db/queries/environment';
import { countUsers, insertUser } from '@/db/queries/user';
import { AppError } from '@/lib/app-error';
import { hashPassword } from './password';
import type { Throttle } from './throttle';

export interface FirstAccount {
  name: string;
  /** Normalised. */
  email: string;
  password: string;
  code?: string | undefined;
  /** Address of whoever asks: guesses are counted by it, so that a stranger's do not shut out the owner. */
  source: string;
}

export interface SetupRules {
  /** Undefined where only this machine can reach the server. */
  code: string | undefined;
  throttle: Throttle;
}

/** Eight digits for the terminal. */
export function makeSetupCode(): string {
  return String(randomInt(10_000_000, 100_000_000));
}

/** Makes the administrator of the server, who administers every environment there is. */
export async function createFirstAccount(
  database: Database,
  account: FirstAccount,
  rules: SetupRules,
): Promise<void> {
  checkCode(account, rules);
  if (countUsers(database) > 0) throw alreadyDone();
  const passwordHash = await hashPassword(account.password);
  inTransaction(database, () => {
    if (countUsers(database) > 0) throw alreadyDone();
    const id = randomUUID();
    const now = Date.now();
    insertUser(database, {
      id,
      email: account.email,
      name: account.name,
      role: 'administrator',
      passwordHash,
      createdAt: now,
    });
    for (const environment of listEnvironments(database)) {
      insertMember(database, {
        environmentId: environment.id,
        userId: id,
        role: 'administrator',
        createdAt: now,
      });
    }
  });
}

function checkCode({ code: given, source }: FirstAccount, { code, throttle }: SetupRules): void {
  if (code === undefined) return;
  if (throttle.wait(source) > 0)
    throw new AppError('TOO_MANY', 'Too many tries. Wait a few minutes, then try again.');
  const a = Buffer.from(code);
  const b = Buffer.from((given ?? '').trim());
  if (a.length === b.length && timingSafeEqual(a, b)) return;
  throttle.fail(source);
  throw new AppError('FORBIDDEN', 'This is not the code that the terminal shows.', { field: 'code' });
}

function alreadyDone(): AppError {
  return new AppError('NOT_READY', 'The first account exists already. Sign in with it.');
}
