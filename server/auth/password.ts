// Passwords: scrypt with a salt each. The parameters are kept with the hash, so that they can grow later.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from '../zod';

const cost = { N: 2 ** 15, r: 8, p: 1 };
const keyLength = 32;

export const passwordInput = z
  .string()
  .min(10, 'A password has at least 10 characters.')
  .max(200, 'A password may have up to 200 characters.');

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** False for a wrong password and for a text that is no hash of ours. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [kind, N, r, p, salt, hash] = stored.split('$');
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real check: an address nobody has must not answer sooner. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  await verifyPassword(password, await decoy);
  return false;
}

function derive(
  password: string,
  salt: Buffer,
  options: { N: number; r: number; p: number },
): Promise<Buffer> {
  const withMemory: ScryptOptions = { ...options, maxmem: 256 * options.N * options.r };
  return new Promise((done, failed) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, withMemory, (error, key) =>
      error ? failed(error) : done(key),
    );
  });
}
