// Objects with a property more, less or changed, and the first value that is not null. Names match without regard to
// case, the exact one first.
import { findName } from '../access';
import { fail } from '../expression-error';
import { emptyObject, type Value, type ValueObject } from '../value';
import { objectAt, textAt, valueAt } from './arguments';
import { type FunctionGroup, lazy, values } from './implementation';

/** The object with `name` set; a property it replaces keeps its name and moves to the end. */
function withProperty(object: ValueObject, name: string, value: Value): ValueObject {
  const existing = findName(object, name);
  const copy = without(object, existing);
  copy[existing ?? name] = value;
  return copy;
}

function without(object: ValueObject, name: string | undefined): ValueObject {
  const copy = emptyObject();
  for (const key of Object.keys(object)) if (key !== name) copy[key] = object[key] ?? null;
  return copy;
}

export const manipulationImplementations: FunctionGroup = {
  addProperty: values((given) => {
    const object = objectAt(given, 0);
    const name = textAt(given, 1);
    const existing = findName(object, name);
    if (existing !== undefined) {
      fail('EXPR1403', `Property '${existing}' exists already; setProperty() replaces it.`);
    }
    return withProperty(object, name, valueAt(given, 2));
  }),
  setProperty: values((given) => withProperty(objectAt(given, 0), textAt(given, 1), valueAt(given, 2))),
  removeProperty: values((given) => {
    const object = objectAt(given, 0);
    return without(object, findName(object, textAt(given, 1)));
  }),
  mergeObjects: values((given) => {
    const merged = emptyObject();
    given.forEach((_, index) => {
      Object.assign(merged, objectAt(given, index));
    });
    return merged;
  }),
  coalesce: lazy((given, scope) => {
    for (const evaluate of given) {
      const value = evaluate(scope);
      if (value !== null) return value;
    }
    return null;
  }),
};
