// Which keys of a path item are operations.
import { methods } from './read/paths-object';

/** True for the key of an operation in a path item, in any case. */
export function isMethod(key: string): boolean {
  return methods.includes(key.toLowerCase());
}
