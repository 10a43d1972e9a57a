// Which operations of the last file, of the definition as edited and of the new file are the same: by operationId, and
// where an ID has no partner, by method and path.
import { isJsonObject, type JsonObject, ownProperty } from '../../json';
import { textMember } from '../read/members';
import { isMethod } from '../read/paths-object';
import type { Sides } from './merge-value';

export interface WrittenOperation {
  /** '' where the document gives none. */
  id: string;
  path: string;
  /** As written. */
  method: string;
  value: JsonObject;
}

/** What an operation is known by. */
interface Known {
  id: string;
  path: string;
  method: string;
}

/** One operation on the sides that have it. */
export type OperationSides<T = WrittenOperation> = Sides<T | undefined>;

/** Every operation on its sides: those of the last file, then those the maker added, then those new in the file. */
export function pairOperations<T extends Known>({
  base,
  mine,
  theirs,
}: Sides<readonly T[]>): OperationSides<T>[] {
  const inMine = pair(base, mine);
  const inTheirs = pair(base, theirs);
  const pairs: OperationSides<T>[] = base.map((operation) => ({
    base: operation,
    mine: inMine.get(operation),
    theirs: inTheirs.get(operation),
  }));
  const kept = new Set(inMine.values());
  const known = new Set(inTheirs.values());
  const added = mine.filter((operation) => !kept.has(operation));
  const fresh = theirs.filter((operation) => !known.has(operation));
  const both = pair(added, fresh);
  for (const operation of added)
    pairs.push({ base: undefined, mine: operation, theirs: both.get(operation) });
  const met = new Set(both.values());
  for (const operation of fresh) {
    if (!met.has(operation)) pairs.push({ base: undefined, mine: undefined, theirs: operation });
  }
  return pairs;
}

/** The operations of a document as written, in document order; those of shared path items are not among them. */
export function listWrittenOperations(document: JsonObject): WrittenOperation[] {
  const paths = ownProperty(document, 'paths');
  if (!isJsonObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, item]) => {
    if (!isJsonObject(item)) return [];
    return Object.entries(item).flatMap(([method, value]): WrittenOperation[] =>
      isMethod(method) && isJsonObject(value)
        ? [{ id: textMember(value, 'operationId'), path, method, value }]
        : [],
    );
  });
}

/** `get /items/{}`: what callers cannot tell apart. */
export function placeOf({ method, path }: Pick<Known, 'method' | 'path'>): string {
  return `${method.toLowerCase()} ${path.toLowerCase().replace(/\{[^{}]*\}/g, '{}')}`;
}

/** Partners of two sides, each used once. */
export function pair<T extends Known>(list: readonly T[], others: readonly T[]): Map<T, T> {
  const pairs = new Map<T, T>();
  const free = new Set(others);
  for (const keyOf of [(operation: T) => operation.id, placeOf]) {
    const byKey = new Map<string, T>();
    for (const other of free) {
      const key = keyOf(other);
      if (key !== '' && !byKey.has(key)) byKey.set(key, other);
    }
    for (const operation of list) {
      const found = pairs.has(operation) ? undefined : byKey.get(keyOf(operation));
      if (found && free.delete(found)) pairs.set(operation, found);
    }
  }
  return pairs;
}
