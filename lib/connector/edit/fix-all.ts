// All safe fixes at once. A fix speaks of the document that was checked, so fixes of one place wait for the next check.
import { applyChanges } from '../../document/change';
import type { JsonObject } from '../../json';
import { atPointer } from '../../json-pointer';
import type { DocumentChange, ProblemFix } from '../../problem';
import { checkConnector } from '../check-connector';
import type { Connector } from '../model';
import { readConnector } from '../read-connector';

const roundLimit = 50;

/** The changes that make every safe fix, in order, and how many fixes they make. `properties` is apiProperties.json. */
export function fixAllSafe(
  start: Connector,
  properties?: JsonObject,
): { changes: DocumentChange[]; fixed: number } {
  const done = new Set<string>();
  const changes: DocumentChange[] = [];
  let connector: Connector | undefined = start;
  for (let round = 0; connector && round < roundLimit; round += 1) {
    const fixes = listFixes(connector, properties).filter((fix) => !done.has(JSON.stringify(fix.changes)));
    const apart = takeApart(connector.document, fixes);
    if (apart.length === 0) break;
    for (const fix of apart) done.add(JSON.stringify(fix.changes));
    const next = apart.flatMap((fix) => fix.changes);
    changes.push(...next);
    connector = readConnector(applyChanges(connector.document, next), properties).connector;
  }
  return { changes, fixed: done.size };
}

function listFixes(connector: Connector, properties: JsonObject | undefined): ProblemFix[] {
  return checkConnector(connector, properties).flatMap(({ fix }) => (fix?.safe ? [fix] : []));
}

/** Fixes of which none touches what another changes. */
function takeApart(document: JsonObject, fixes: readonly ProblemFix[]): ProblemFix[] {
  const taken: string[] = [];
  return fixes.filter((fix) => {
    const places = fix.changes.map((change) => reachOf(document, change));
    if (places.some((place) => taken.some((other) => isWithin(place, other) || isWithin(other, place))))
      return false;
    taken.push(...places);
    return true;
  });
}

/** What a change moves: taking an item out of a list moves the whole list. */
function reachOf(document: JsonObject, { op, at }: DocumentChange): string {
  const holder = at.slice(0, Math.max(at.lastIndexOf('/'), 0));
  return op === 'remove' && Array.isArray(atPointer(document, holder)) ? holder : at;
}

function isWithin(pointer: string, other: string): boolean {
  return pointer === other || pointer.startsWith(`${other}/`);
}
