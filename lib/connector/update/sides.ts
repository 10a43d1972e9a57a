// An update seen through the model: every operation in the last file, in the connector as edited, in the new file and in
// the result, with what is said of it there.
import type { JsonObject } from '../../json';
import type { Connector, Operation } from '../model';
import { readConnector } from '../read-connector';
import { type Described, describeOperation, type Facts } from './facts';
import { saysSame } from './meaning';
import { pair, pairOperations } from './pair-operations';
import { findTouched } from './touched';

/** One thing on the sides of an update that have it. */
export interface Quad<T> {
  base?: T | undefined;
  mine?: T | undefined;
  theirs?: T | undefined;
  result?: T | undefined;
}

export type Side = keyof Quad<unknown>;

/** The connectors of an update; a side that does not read has none. */
export type Connectors = Quad<Connector>;

/** Reads the documents of an update. */
export function readSides({ base, mine, theirs, result }: Quad<JsonObject>): Connectors {
  const read = (document: JsonObject | undefined): Connector | undefined =>
    document && readConnector(document).connector;
  return { base: read(base), mine: read(mine), theirs: read(theirs), result: read(result) };
}

/** The operations that the maker may have edited, on their sides. */
export function editedSides(connectors: Connectors): Quad<Operation>[] {
  const { base, mine } = connectors;
  const isTouched = base && mine ? findTouched(base, mine) : () => true;
  return pairSides(connectors).filter(
    (sides) =>
      !sides.base || !sides.mine || sides.base.id !== sides.mine.id || isTouched(sides.base, sides.mine),
  );
}

/** Every operation on its sides. */
function pairSides({ base, mine, theirs, result }: Connectors): Quad<Operation>[] {
  const list = (connector: Connector | undefined): readonly Operation[] => connector?.operations ?? [];
  const fromMine = pair(list(mine), list(result));
  const fromTheirs = pair(list(theirs), list(result));
  return pairOperations({ base: list(base), mine: list(mine), theirs: list(theirs) }).map((sides) => {
    const isKept = sides.base === undefined || (sides.mine && sides.theirs);
    const found = (sides.mine && fromMine.get(sides.mine)) ?? (sides.theirs && fromTheirs.get(sides.theirs));
    return { ...sides, result: isKept ? found : undefined };
  });
}

/** What is said of an operation on each side, by place. */
export function describeSides(
  connectors: Connectors,
  operation: Quad<Operation>,
): Quad<Map<string, Described>> {
  const on = (side: Side): Map<string, Described> | undefined => {
    const connector = connectors[side];
    const own = operation[side];
    if (!connector || !own) return undefined;
    return placesOf(connector, own);
  };
  return { base: on('base'), mine: on('mine'), theirs: on('theirs'), result: on('result') };
}

const described = new WeakMap<Operation, Map<string, Described>>();

/** What is said of an operation, by place; read once. */
function placesOf(connector: Connector, operation: Operation): Map<string, Described> {
  const known = described.get(operation);
  if (known) return known;
  const places = new Map(describeOperation(connector, operation).map((place) => [place.key, place]));
  described.set(operation, places);
  return places;
}

/** Names of statements that two places do not share. */
export function differingFacts(one: Facts = {}, other: Facts = {}): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => !saysSame(one[name], other[name]));
}

const texts = new Set(['summary', 'description', 'visibility', 'default', 'dropdown']);

/** True for what makers write for makers; the rest is the contract with the API. */
export function isMakersFact(name: string): boolean {
  return texts.has(name) || name.startsWith('x-ms-');
}
