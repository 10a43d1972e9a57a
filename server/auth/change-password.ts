// Changing and resetting a password. Either ends every session that the old one began.
import { type Database, inTransaction } from '@/db/client';
import { deleteSessionsOf } from '@/db/queries/session';
import {
  findUser,
  findUserByEmail,
  listUsers,
  setPasswordHash,
  setSessionVersion,
  type UserRow,
} from '@/db/queries/user';
import { AppError } from '@/lib/app-error';
import { hashPassword, verifyPassword } from './password';

/** Whoever asks signs in again with the new password: a copy of a cookie must not outlive the old one. */
export async function changePassword(
  database: Database,
  userId: string,
  words: { current: string; next: string },
): Promise<void> {
  const user = findUser(database, userId);
  if (user === undefined) throw new AppError('UNAUTHENTICATED');
  if (!(await verifyPassword(words.current, user.passwordHash))) {
    throw new AppError('INVALID_INPUT', 'This is not the present password.', { field: 'current' });
  }
  await setPassword(database, user, words.next);
}

/** For the command line: whoever can open the database file may do this. Without an address the only account is meant. */
export async function resetPassword(
  database: Database,
  words: { email?: string | undefined; password: string },
): Promise<{ email: string }> {
  const users = listUsers(database);
  const user =
    words.email === undefined
      ? users.length === 1
        ? users[0]
        : undefined
      : findUserByEmail(database, words.email);
  if (user === undefined) {
    const known = users.map((one) => one.email).join(', ');
    throw new AppError(
      'NOT_FOUND',
      known === '' ? 'There is no account yet.' : `Name the account with --email: ${known}.`,
    );
  }
  await setPassword(database, user, words.password);
  return { email: user.email };
}

async function setPassword(database: Database, user: UserRow, password: string): Promise<void> {
  const hash = await hashPassword(password);
  inTransaction(database, () => {
    setPasswordHash(database, user.id, hash);
    setSessionVersion(database, user.id, user.sessionVersion + 1);
    deleteSessionsOf(database, user.id);
  });
}
