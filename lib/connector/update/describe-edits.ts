// What becomes of a maker's edits: those that stay against the new file, and those that have no place in the result.
// Both are told from what the result says, never from what the merge meant to do.
import { isSameJson } from '../../document/equal';
import { operationLabel } from '../label';
import type { Connector, Operation } from '../model';
import { factName, factText, titleOf, type UpdateChange } from './change';
import { type Described, describeSchema, namedSchemas } from './facts';
import { saysSame } from './meaning';
import {
  type Connectors,
  describeSides,
  differingFacts,
  editedSides,
  isMakersFact,
  type Quad,
} from './sides';

export interface EditsTold {
  /** Edits of the maker's that the update leaves in place, though the file says otherwise. */
  kept: UpdateChange[];
  /** Texts, visibility and defaults of the maker's that the result does not hold any more. */
  lost: UpdateChange[];
  /** Operations of the file that stay out, because the maker removed them: their ID in the last file, and a title. */
  leftOut: { id: string; label: string }[];
}

/** What becomes of every edit. */
export function describeEdits(connectors: Connectors): EditsTold {
  const told = createTold();
  describeGeneralEdits(connectors, told);
  describeSchemaEdits(connectors, told);
  for (const operation of editedSides(connectors)) describeOperationEdits(connectors, operation, told);
  return told.edits();
}

interface Told {
  kept(key: string, change: UpdateChange): void;
  /** Said again elsewhere: not lost, wherever it was missed. */
  found(key: string): void;
  lost(key: string, change: UpdateChange): void;
  leftOut(id: string, label: string): void;
  edits(): EditsTold;
}

/** Each statement of the edited connector is told once, however many operations share it. */
function createTold(): Told {
  const kept = new Map<string, UpdateChange>();
  const lost = new Map<string, UpdateChange>();
  const found = new Set<string>();
  const leftOut: EditsTold['leftOut'] = [];
  return {
    kept(key, change) {
      found.add(key);
      if (!kept.has(key)) kept.set(key, change);
    },
    found: (key) => found.add(key),
    lost: (key, change) => lost.set(key, change),
    leftOut: (id, label) => leftOut.push({ id, label }),
    edits: () => ({
      kept: [...kept.values()],
      lost: [...lost].filter(([key]) => !found.has(key)).map(([, change]) => change),
      leftOut,
    }),
  };
}

function describeGeneralEdits({ base, mine, theirs, result }: Connectors, told: Told): void {
  if (!base || !mine || !theirs || !result) return;
  const addressOf = ({ scheme, host, basePath }: Connector) => `${scheme}://${host}${basePath}`;
  const facts: [string, string, (connector: Connector) => string][] = [
    ['Title', '/info/title', ({ title }) => title],
    ['Description', '/info/description', ({ description }) => description],
    ['Address', '/host', (connector) => (connector.host === '' ? '' : addressOf(connector))],
  ];
  for (const [name, at, read] of facts) {
    const value = read(mine);
    if (value === '' || value === read(base) || value !== read(result)) continue;
    const incoming = read(theirs);
    if (value === incoming) continue;
    const label = `${name} of the connector: “${value}”`;
    told.kept(at, { kind: 'changed', subject: 'general', at, label, before: incoming, after: value });
  }
}

function describeSchemaEdits(connectors: Connectors, told: Told): void {
  const { mine } = connectors;
  const written = (connector: Connector | undefined) =>
    new Map(connector ? namedSchemas(connector).map(({ name, schema }) => [name, schema]) : []);
  const schemas = {
    base: written(connectors.base),
    theirs: written(connectors.theirs),
    result: written(connectors.result),
  };
  for (const { name, schema } of mine ? namedSchemas(mine) : []) {
    const former = schemas.base.get(name);
    if (!mine || !former || isSameJson(former.value, schema.value)) continue;
    const on = (side: keyof typeof schemas): Map<string, Described> => {
      const connector = connectors[side];
      const own = schemas[side].get(name);
      const places = connector && own ? describeSchema(connector, name, own) : [];
      return new Map(places.map((place) => [place.key, place]));
    };
    const [base, theirs, result] = [on('base'), on('theirs'), on('result')];
    for (const place of describeSchema(mine, name, schema)) {
      const { key } = place;
      const quad = { base: base.get(key), mine: place, theirs: theirs.get(key), result: result.get(key) };
      describePlace(quad, { names: [], told });
    }
  }
}

function describeOperationEdits(connectors: Connectors, operation: Quad<Operation>, told: Told): void {
  const { base, mine, theirs, result } = operation;
  if (!mine) {
    if (base && theirs) told.leftOut(base.id, titleOf(theirs));
    return;
  }
  if (!base && !theirs) {
    const label = `${mine.id}, which you added`;
    const change: UpdateChange = {
      kind: 'changed',
      subject: 'operation',
      at: result?.pointer ?? mine.pointer,
      label,
    };
    if (result) told.kept(`added ${mine.id}`, change);
    else told.lost(`added ${mine.id}`, change);
    return;
  }
  describeId(operation, told);
  const places = describeSides(connectors, operation);
  const names = [result?.id ?? mine.id];
  for (const place of places.mine?.values() ?? []) {
    const on = (side: Map<string, Described> | undefined) => side?.get(place.key);
    const quad = { base: on(places.base), mine: place, theirs: on(places.theirs), result: on(places.result) };
    const isOwn = base !== undefined && !quad.base && !quad.theirs && place.names.length > 0;
    if (isOwn) describeOwnPlace(quad, { names, told }, places.base);
    else describePlace(quad, { names, told });
  }
  describeRemoved(places, { names, told });
}

function describeId({ base, mine, theirs, result }: Quad<Operation>, told: Told): void {
  if (!mine || !theirs || !result || mine.id === base?.id || mine.id === theirs.id) return;
  const change: UpdateChange = {
    kind: 'changed',
    subject: 'operation',
    at: `${result.pointer}/operationId`,
    label: `Operation ID of ${operationLabel(result)}: “${mine.id}”`,
    before: theirs.id,
    after: mine.id,
  };
  if (result.id === mine.id) told.kept(`id ${mine.id}`, change);
  else told.lost(`id ${mine.id}`, change);
}

interface Context {
  names: readonly string[];
  told: Told;
}

/** A parameter, response or property that the maker added: one line, and none for what lies below it. */
function describeOwnPlace(
  { mine, result }: Quad<Described>,
  { names, told }: Context,
  base: Map<string, Described> | undefined,
): void {
  if (!mine) return;
  const parent = mine.key.slice(0, mine.key.lastIndexOf('/'));
  if (parent !== '' && mine.names.length > 1 && !base?.has(parent)) return;
  const label = `${[...names, ...mine.names].join(' › ')}, which you added`;
  const subject = mine.part === 'response' ? 'response' : 'parameter';
  const change: UpdateChange = { kind: 'changed', subject, at: result?.pointer ?? mine.pointer, label };
  if (result) told.kept(`own ${mine.pointer}`, change);
  else told.lost(`own ${mine.pointer}`, change);
}

/** What the maker took out and the file still has: one line for the topmost of it. */
function describeRemoved(places: Quad<Map<string, Described>>, { names, told }: Context): void {
  const { base, mine, theirs, result } = places;
  const isOut = (key: string) => Boolean(base?.has(key) && !mine?.has(key));
  for (const place of theirs?.values() ?? []) {
    const { key, pointer } = place;
    if (!isOut(key) || isOut(key.slice(0, key.lastIndexOf('/'))) || result?.has(key)) continue;
    const label = `${[...names, ...place.names].join(' › ')}, which you removed`;
    const subject = place.part === 'response' ? 'response' : 'parameter';
    told.kept(`removed ${names[0]} ${key}`, { kind: 'changed', subject, at: pointer, label });
  }
}

function describePlace({ base, mine, theirs, result }: Quad<Described>, { names, told }: Context): void {
  if (!mine) return;
  for (const name of differingFacts(mine.facts, base?.facts)) {
    if (!mayBeEdited(name)) continue;
    const value = mine.facts[name];
    const key = `${mine.pointer} ${name}`;
    const incoming = theirs?.facts[name];
    const shown =
      value === undefined ? 'removed' : typeof value === 'string' ? `“${value}”` : factText(value);
    const change: UpdateChange = {
      kind: 'changed',
      subject: mine.part === 'schema' ? 'schema' : 'operation',
      at: result?.pointer ?? mine.pointer,
      label: `${factName(name)} of ${[...names, ...mine.names].join(' › ')}: ${shown}`,
      ...(incoming !== undefined && { before: incoming }),
      ...(value !== undefined && { after: value }),
    };
    if (result && saysSame(result.facts[name], value)) {
      if (saysSame(incoming, value)) told.found(key);
      else told.kept(key, change);
    } else if (value !== undefined && isMakersFact(name)) told.lost(key, change);
  }
}

/** Where an operation stands is told as its address changes. */
function mayBeEdited(name: string): boolean {
  return isMakersFact(name) || ['required', 'type', 'format'].includes(name);
}
