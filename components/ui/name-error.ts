// The rule that names of flows, connections and solutions share, said beside their field.
import { limits } from '@/lib/limits';

/** Why nothing can have this name; undefined when something can. `label` is that of the field. */
export function nameError(label: string, name: string): string | undefined {
  const trimmed = name.trim();
  if (trimmed === '') return `${label} is required.`;
  return trimmed.length > limits.displayName.value ? limits.displayName.sentence : undefined;
}
