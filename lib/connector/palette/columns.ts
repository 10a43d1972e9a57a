// Facts of all entries of a palette, one column for each, computed once per list. A key that is pressed looks at every
// entry: columns lie side by side in memory and tell for nearly all entries without reading a text.
import type { PaletteEntry, TextLetters } from './entries';
import { letterBit } from './letters';

export interface PaletteColumns extends Record<keyof TextLetters, Int32Array> {
  /** Position of an entry by its id. */
  positions: ReadonlyMap<string, number>;
  /** Number of an owner, as `owner` has it. */
  owners: ReadonlyMap<string, number>;
  owner: Int32Array;
  /** 1 for a trigger, plus 2 for an operation of a connector. */
  kind: Uint8Array;
  /** What the visibility and a deprecation make of a score; 0 for what is not shown. */
  factor: Float64Array;
  labelLength: Uint16Array;
  /** Bit of the label's first character; the other columns of letters are those of `TextLetters`. */
  labelFirst: Int32Array;
}

const byVisibility = { important: 1.25, none: 1, advanced: 0.75, internal: 0 };
const deprecatedFactor = 0.3;
const longestLabel = 65_535;

// A list is never changed in place.
const known = new WeakMap<readonly PaletteEntry[], PaletteColumns>();

/** The columns of a list of entries. */
export function columnsOf(entries: readonly PaletteEntry[]): PaletteColumns {
  const columns = known.get(entries) ?? makeColumns(entries);
  known.set(entries, columns);
  return columns;
}

function makeColumns(entries: readonly PaletteEntry[]): PaletteColumns {
  const bits = () => new Int32Array(entries.length);
  const owners = new Map<string, number>();
  const positions = new Map<string, number>();
  const columns = {
    positions,
    owners,
    owner: bits(),
    kind: new Uint8Array(entries.length),
    factor: new Float64Array(entries.length),
    labelLength: new Uint16Array(entries.length),
    labelFirst: bits(),
    label: bits(),
    labelStarts: bits(),
    idStarts: bits(),
    ownerStarts: bits(),
    descriptionStarts: bits(),
    rest: bits(),
  };
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at];
    if (entry) fillRow(columns, at, entry);
  }
  return columns;
}

interface FilledColumns extends PaletteColumns {
  positions: Map<string, number>;
  owners: Map<string, number>;
}

function fillRow(columns: FilledColumns, at: number, entry: PaletteEntry): void {
  const { label, letters } = entry.text;
  const owner = columns.owners.get(entry.owner) ?? columns.owners.size;
  columns.owners.set(entry.owner, owner);
  columns.positions.set(entry.id, at);
  columns.owner[at] = owner;
  columns.kind[at] = kindOf(entry);
  columns.factor[at] = byVisibility[entry.visibility] * (entry.deprecated ? deprecatedFactor : 1);
  columns.labelLength[at] = Math.min(label.length, longestLabel);
  columns.labelFirst[at] = letterBit(label.charCodeAt(0));
  columns.label[at] = letters.label;
  columns.labelStarts[at] = letters.labelStarts;
  columns.idStarts[at] = letters.idStarts;
  columns.ownerStarts[at] = letters.ownerStarts;
  columns.descriptionStarts[at] = letters.descriptionStarts;
  columns.rest[at] = letters.rest;
}

/** The kind that an entry of this role and origin has in its column. */
export function kindOf({ role, origin }: Pick<PaletteEntry, 'role' | 'origin'>): number {
  return (role === 'trigger' ? 1 : 0) + (origin === 'custom' ? 2 : 0);
}
