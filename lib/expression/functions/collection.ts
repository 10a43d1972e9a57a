// Functions of arrays, and of texts and objects as collections.
import { limits } from '../../limits';
import { readProperty } from '../access';
import { checkedInteger } from '../arithmetic';
import { compareValues, identityOf, isSame } from '../comparison';
import { fail } from '../expression-error';
import type { EvaluationScope } from '../scope';
import { toText } from '../to-text';
import { emptyObject, isValueObject, type Value, type ValueObject } from '../value';
import {
  arrayAt,
  checkLength,
  countAt,
  describeValue,
  int64At,
  integerAt,
  refuse,
  spend,
  textAt,
  valueAt,
} from './arguments';
import { type FunctionGroup, values } from './implementation';

function contains(given: Value[], scope: EvaluationScope): boolean {
  const whole = valueAt(given, 0);
  const wanted = valueAt(given, 1);
  if (typeof whole === 'string') return whole.includes(textAt(given, 1));
  if (Array.isArray(whole)) {
    spend(scope, whole.length);
    return whole.some((item) => isSame(item, wanted));
  }
  if (isValueObject(whole)) return Object.hasOwn(whole, textAt(given, 1));
  return refuse(given, 0, 'text, an array or an object');
}

function isEmpty(given: Value[]): boolean {
  const whole = valueAt(given, 0);
  if (whole === null) return true;
  if (typeof whole === 'string' || Array.isArray(whole)) return whole.length === 0;
  if (isValueObject(whole)) return Object.keys(whole).length === 0;
  return refuse(given, 0, 'text, an array or an object');
}

function edge(given: Value[], index: 0 | -1): Value {
  const whole = valueAt(given, 0);
  if (Array.isArray(whole)) return whole.at(index) ?? null;
  if (typeof whole === 'string') return whole.at(index) ?? '';
  return refuse(given, 0, 'text or an array');
}

function take(given: Value[]): Value {
  const whole = valueAt(given, 0);
  if (typeof whole !== 'string' && !Array.isArray(whole)) refuse(given, 0, 'text or an array');
  const count = countAt(given, 1);
  return count < 0 ? refuse(given, 1, 'zero or more') : whole.slice(0, count);
}

function join(given: Value[], scope: EvaluationScope): string {
  const items = arrayAt(given, 0);
  const separator = textAt(given, 1);
  spend(scope, items.length);
  const texts: string[] = [];
  let length = 0;
  for (const item of items) {
    const text = toText(item);
    length += text.length + separator.length;
    checkLength(length - separator.length);
    texts.push(text);
  }
  return texts.join(separator);
}

function sort(given: Value[], scope: EvaluationScope): Value[] {
  const items = arrayAt(given, 0);
  spend(scope, items.length);
  const keyed = items.map((item) => ({ item, key: given.length > 1 ? keyOf(item, textAt(given, 1)) : item }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return (a.key === null ? 0 : 1) - (b.key === null ? 0 : 1);
    return compareValues(a.key, b.key);
  });
  return keyed.map((entry) => entry.item);
}

function keyOf(item: Value, name: string): Value {
  if (isValueObject(item)) return readProperty(item, name) ?? null;
  return fail('EXPR1300', `sort() by '${name}' needs an array of objects; there is ${describeValue(item)}.`);
}

type Sets = { arrays: Value[][] } | { objects: ValueObject[] };

function readSets(given: Value[], scope: EvaluationScope): Sets {
  const arrays: Value[][] = [];
  const objects: ValueObject[] = [];
  given.forEach((value, index) => {
    if (Array.isArray(value)) {
      arrays.push(value);
      spend(scope, value.length);
    } else if (isValueObject(value)) objects.push(value);
    else refuse(given, index, 'an array or an object');
  });
  if (objects.length === 0) return { arrays };
  if (arrays.length === 0) return { objects };
  return fail('EXPR1300', 'The values must be all arrays or all objects.');
}

function union(given: Value[], scope: EvaluationScope): Value {
  const sets = readSets(given, scope);
  if ('objects' in sets) return Object.assign(emptyObject(), ...sets.objects) as ValueObject;
  return distinct(sets.arrays.flat());
}

function distinct(items: Value[]): Value[] {
  const known = new Map<string, Value>();
  for (const item of items) {
    const identity = identityOf(item);
    if (!known.has(identity)) known.set(identity, item);
  }
  return [...known.values()];
}

function intersection(given: Value[], scope: EvaluationScope): Value {
  const sets = readSets(given, scope);
  if ('arrays' in sets) {
    const [first = [], ...others] = sets.arrays;
    const known = others.map((items) => new Set(items.map(identityOf)));
    return distinct(first).filter((item) => known.every((set) => set.has(identityOf(item))));
  }
  const [first = emptyObject(), ...others] = sets.objects;
  const common = emptyObject();
  for (const [name, value] of Object.entries(first)) {
    if (others.every((other) => Object.hasOwn(other, name) && isSame(value, other[name] ?? null))) {
      common[name] = value;
    }
  }
  return common;
}

function range(given: Value[], scope: EvaluationScope): Value[] {
  const start = int64At(given, 0);
  const count = integerAt(given, 1);
  if (count < 1) refuse(given, 1, 'one or more');
  if (count > limits.rangeItems.value) fail('EXPR1502', limits.rangeItems.sentence);
  spend(scope, count);
  const last = Number(start) + count - 1;
  if (typeof start === 'number' && Number.isSafeInteger(last))
    return Array.from({ length: count }, (_, index) => start + index);
  return Array.from({ length: count }, (_, index) => checkedInteger(BigInt(start) + BigInt(index)));
}

export const collectionImplementations: FunctionGroup = {
  contains: values(contains),
  empty: values(isEmpty),
  first: values((given) => edge(given, 0)),
  last: values((given) => edge(given, -1)),
  take: values(take),
  skip: values((given) => {
    const items = arrayAt(given, 0);
    const count = countAt(given, 1);
    return count < 0 ? refuse(given, 1, 'zero or more') : items.slice(count);
  }),
  join: values(join),
  reverse: values((given) => [...arrayAt(given, 0)].reverse()),
  sort: values(sort),
  union: values(union),
  intersection: values(intersection),
  createArray: values((given) => given),
  range: values(range),
};
