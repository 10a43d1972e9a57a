// Reading a property or an item: exact name first, then without regard to case, then a/slash/path; `?` turns what is
// not there into null, never what cannot be read at all.
import { fail } from './expression-error';
import { isValueObject, typeOfValue, type Value, type ValueObject } from './value';

const shownNames = 20;

/** The own name of an object that matches, exactly or else the first without regard to case. */
export function findName(object: ValueObject, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  // Only where a name of that length is there: a name from outside may be long, and be asked of many objects.
  let wanted: string | undefined;
  for (const candidate in object) {
    if (candidate.length !== name.length || !Object.hasOwn(object, candidate)) continue;
    wanted ??= name.toLowerCase();
    if (candidate.toLowerCase() === wanted) return candidate;
  }
  return undefined;
}

/** The own property of an object, by `findName`. */
export function readProperty(object: ValueObject, name: string): Value | undefined {
  const found = findName(object, name);
  return found === undefined ? undefined : object[found];
}

/** One access step. */
export function access(target: Value, key: Value, optional: boolean): Value {
  if (typeof key === 'string') {
    if (isValueObject(target)) {
      const value = readProperty(target, key);
      if (value !== undefined) return value;
      if (key.includes('/')) return walkPath(target, key, optional);
    }
    return accessSegment(target, key, optional);
  }
  if (target === null) return accessSegment(target, String(key), optional);
  if (Array.isArray(target)) {
    if (typeof key === 'number' && Number.isInteger(key)) return accessItem(target, key, optional);
    return fail('EXPR1303', `An item of an array is read by a whole number, not by ${typeOfValue(key)}.`);
  }
  return fail(
    'EXPR1303',
    `A property of ${typeOfValue(target)} is read by its name as text, not by ${typeOfValue(key)}.`,
  );
}

function walkPath(target: Value, path: string, optional: boolean): Value {
  let value = target;
  for (const segment of path.split('/')) {
    value =
      Array.isArray(value) && /^[0-9]{1,9}$/.test(segment)
        ? accessItem(value, Number(segment), optional)
        : accessSegment(value, segment, optional);
  }
  return value;
}

function accessItem(target: Value[], index: number, optional: boolean): Value {
  const value = index >= 0 ? target[index] : undefined;
  if (value !== undefined) return value;
  if (optional) return null;
  return fail('EXPR1402', `Item ${index} does not exist; the array has ${target.length}.`);
}

function accessSegment(target: Value, name: string, optional: boolean): Value {
  if (target === null) {
    if (optional) return null;
    return fail('EXPR1401', `'${name}' cannot be read: what stands before it is null.`);
  }
  if (!isValueObject(target)) {
    return fail('EXPR1303', `'${name}' cannot be read: what stands before it is ${typeOfValue(target)}.`);
  }
  const value = readProperty(target, name);
  if (value !== undefined) return value;
  if (optional) return null;
  const names = Object.keys(target);
  const shown = names.slice(0, shownNames).join("', '") + (names.length > shownNames ? "', …" : "'");
  const hint = names.length === 0 ? 'The object is empty.' : `There is '${shown}.`;
  return fail('EXPR1401', `Property '${name}' does not exist. ${hint}`);
}
