// Deleting names what depends on a thing, and goes on only when the person confirmed.
import { AppError } from '@/lib/app-error';

export interface Dependent {
  id: string;
  name: string;
}

/** Throws HAS_DEPENDENTS with the lists in `details`, unless all are empty or `confirm` is true. */
export function refuseWithDependents(
  what: string,
  dependents: Record<string, Dependent[]>,
  confirm: boolean | undefined,
): void {
  const all = Object.values(dependents).flat();
  if (all.length === 0 || confirm === true) return;
  const names = all.slice(0, 3).map((one) => `“${one.name}”`);
  const more = all.length > 3 ? ` and ${all.length - 3} more` : '';
  throw new AppError('HAS_DEPENDENTS', `${what} is used by ${names.join(', ')}${more}.`, {
    details: dependents,
  });
}
