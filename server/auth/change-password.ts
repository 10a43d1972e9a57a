// Changing and resetting a password. Either ends the sessions that the old one began.
import { type Database, inTransaction } from '@/db/client';
import { deleteSessionsOf } from '@/db/queries/session';
import { findUser, findUserByEmail, listUsers, setPasswordHash, setSessionVersion } from '@/db/queries/user';
import { AppError } from '@/lib/app-error';
import { hashPassword, verifyPassword } from './password';

/** The session that asks stays; all others of the user end. */
export async function changePassword(
  database: Database,
  who: { userId: string; sessionId: string },
  words: { current: string; next: string },
): Promise<void> {
  const user = findUser(database, who.userId);
  if (user === undefined) throw new AppError('UNAUTHENTICATED');
  if (!(await verifyPassword(words.current, user.passwordHash))) {
    throw new AppError('INVALID_INPUT', 'This is not the present password.', { field: 'current' });
  }
  const hash = await hashPassword(words.next);
  inTransaction(database, () => {
    setPasswordHash(database, user.id, hash);
    deleteSessionsOf(database, user.id, who.sessionId);
  });
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
  const hash = await hashPassword(words.password);
  inTransaction(database, () => {
    setPasswordHash(database, user.id, hash);
    setSessionVersion(database, user.id, user.sessionVersion + 1);
    deleteSessionsOf(database, user.id);
  });
  return { email: user.email };
}
