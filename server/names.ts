// Names as people write them, and the keys they are compared by.
import { AppError } from '@/lib/app-error';

/** Names are unique without regard to case and to the form of Unicode. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Runs a write and turns a broken uniqueness into NAME_TAKEN on the field `name`. */
export function withUniqueName<T>(name: string, write: () => T, field = 'name'): T {
  try {
    return write();
  } catch (error) {
    if (isUniqueViolation(error)) {
      throw new AppError('NAME_TAKEN', `“${name}” exists already in this environment. Choose another name.`, {
        field,
        cause: error,
      });
    }
    throw error;
  }
}

/** `Contoso invoicing` becomes `contoso-invoicing`, then `contoso-invoicing-2` where it is taken. */
export function uniqueSlug(name: string, isTaken: (slug: string) => boolean): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const slug = plain === '' ? 'connector' : plain;
  if (!isTaken(slug)) return slug;
  let count = 2;
  while (isTaken(`${slug}-${count}`)) count += 1;
  return `${slug}-${count}`;
}

function isUniqueViolation(error: unknown): boolean {
  const code = (value: unknown) =>
    typeof value === 'object' && value !== null && 'code' in value ? value.code : undefined;
  const own = code(error);
  const cause = error instanceof Error ? code(error.cause) : undefined;
  return own === 'SQLITE_CONSTRAINT_UNIQUE' || cause === 'SQLITE_CONSTRAINT_UNIQUE';
}
