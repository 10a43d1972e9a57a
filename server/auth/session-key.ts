// The secret that session tokens are sealed with: random, made at first start beside the key file, readable by its owner only.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Reads `<key file>.session`, or makes it. */
export function readSessionKey(keyFile: string): string {
  const path = `${keyFile}.session`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const text = readFileSync(path, 'utf8').trim();
  if (text.length < 43)
    throw new Error(`The session key in ${path} is damaged; delete it, and people sign in again.`);
  return text;
}
