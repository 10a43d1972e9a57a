// Which ID each merged operation has: the maker's where the maker gave it, else the file's; and what called it by
// another ID follows.
import { applyChanges } from '../../document/change';
import type { JsonObject } from '../../json';
import { renameUses } from '../edit/operation';
import type { OperationSides } from './pair-operations';

/** The operations of the merged definition, each with its ID ('' for none). No ID is given twice where there is a choice. */
export function chooseIds(pairs: readonly OperationSides[]): Map<OperationSides, string> {
  const chosen = new Map<OperationSides, string>();
  const taken = new Set<string>();
  const take = (pair: OperationSides, id: string): void => {
    chosen.set(pair, id);
    taken.add(id);
  };
  const choices = pairs.filter(isKept).map((pair) => ({ pair, ids: idsOf(pair) }));
  for (const { pair, ids } of choices) if (ids.length < 2) take(pair, ids[0] ?? '');
  for (const { pair, ids } of choices) {
    if (ids.length > 1) take(pair, ids.find((id) => !taken.has(id)) ?? ids[0] ?? '');
  }
  return chosen;
}

/** What the maker or the file took out stays out. */
function isKept({ base, mine, theirs }: OperationSides): boolean {
  return base === undefined || (mine !== undefined && theirs !== undefined);
}

/** The IDs an operation may have, the better one first. */
function idsOf({ base, mine, theirs }: OperationSides): string[] {
  const isOwn = mine !== undefined && mine.id !== base?.id;
  const ids = (isOwn ? [mine, theirs] : [theirs, mine]).flatMap((side) =>
    side && side.id !== '' ? [side.id] : [],
  );
  return [...new Set(ids)];
}

/** Dropdowns, lookups and connection tests that call an operation by an ID it no longer has. */
export function followIds(document: JsonObject, ids: ReadonlyMap<OperationSides, string>): JsonObject {
  const present = new Set(ids.values());
  let current = document;
  for (const [{ base, mine, theirs }, id] of ids) {
    const former = new Set([base?.id, mine?.id, theirs?.id]);
    for (const old of former) {
      if (old === undefined || old === '' || present.has(old)) continue;
      current = applyChanges(current, renameUses(current, old, id));
    }
  }
  return current;
}
