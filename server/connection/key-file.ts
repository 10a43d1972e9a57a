// The key file: 32 random bytes outside the data folder, readable by its owner only. Without it no stored secret opens.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '@/lib/app-error';

export const keyLength = 32;

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** Written whole beside its place and then linked there, so that nobody can read half a key or replace one. */
function createKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(file, randomBytes(keyLength));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function openKeyFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    createKeyFile(path);
    return openSync(path, 'r');
  }
}

/** The bytes of the key. Throws `AppError` NOT_READY, saying what to do, when the file is not as it must be. */
export function readKeyFile(path: string): Buffer {
  let file: number;
  try {
    file = openKeyFile(path);
  } catch (cause) {
    throw new AppError('NOT_READY', `The key file ${path} cannot be opened (${codeOf(cause)}).`, { cause });
  }
  try {
    const { mode, size } = fstatSync(file);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new AppError('NOT_READY', `Others can read the key file ${path}. Run: chmod 600 ${path}`);
    }
    if (size !== keyLength) {
      throw new AppError(
        'NOT_READY',
        `The key file ${path} has ${size} bytes instead of ${keyLength}. Bring back the file from the backup.`,
      );
    }
    const key = Buffer.alloc(keyLength);
    readSync(file, key, 0, keyLength, 0);
    if (key.every((byte) => byte === key[0])) {
      throw new AppError(
        'NOT_READY',
        `The key file ${path} holds no random key. Bring back the file from the backup.`,
      );
    }
    return key;
  } finally {
    closeSync(file);
  }
}
