// One normalised address: trimmed, lower case, no list, no header tricks.
import { z } from '../zod';

export const emailInput = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z.email('This is not an e-mail address.').max(254, 'An e-mail address may have up to 254 characters.'),
  );

/** The normalised address, or undefined for anything that is not exactly one. */
export function parseEmail(text: unknown): string | undefined {
  const read = emailInput.safeParse(text);
  return read.success ? read.data : undefined;
}
