// Resetting a password from the command line, on the database that the settings name.
import { existsSync } from 'node:fs';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { AppError } from '@/lib/app-error';
import { readSettings } from '../settings';
import { resetPassword } from './change-password';
import { parseEmail } from './email';
import { passwordInput } from './password';

export type ResetResult = { ok: true; email: string } | { ok: false; message: string };

export async function resetPasswordIn(
  env: Record<string, string | undefined>,
  words: { email?: string | undefined; password: string },
): Promise<ResetResult> {
  const password = passwordInput.safeParse(words.password);
  if (!password.success) return { ok: false, message: password.error.issues[0]?.message ?? '' };
  const { databaseFile } = readSettings(env);
  if (!existsSync(databaseFile))
    return {
      ok: false,
      message: `There is no database at ${databaseFile}. Set FLOWRIGHT_DATA to the data folder.`,
    };
  const database = openDatabase(databaseFile);
  try {
    migrateDatabase(database);
    const email = words.email === undefined ? undefined : parseEmail(words.email);
    if (words.email !== undefined && email === undefined)
      return { ok: false, message: `${words.email} is not an e-mail address.` };
    return { ok: true, ...(await resetPassword(database, { email, password: password.data })) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, message: error.message };
    throw error;
  } finally {
    database.close();
  }
}
