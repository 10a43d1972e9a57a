// All entries of the palette that are known here, and finding one by its id.
'use client';
import { useMemo } from 'react';
import type { Connector } from '@/lib/connector/model';
import { type PaletteEntry, type ShownEntry, toPaletteEntries } from '@/lib/connector/palette/entries';
import { builtInEntries, builtInOfEntry } from '@/lib/flow/palette-entries';
import type { StepTileLook } from '../step/step-face';
import { type Catalog, type CatalogEntry, findConnector } from '../store/catalog';
import { useDesignerContext } from '../store/designer-context';
import type { ConnectorHead, PaletteSource } from '../store/palette-source';

export interface ConnectorEntries {
  connector: ConnectorHead;
  /** Undefined until the connector's definition is loaded. */
  entries: readonly PaletteEntry[] | undefined;
}

export interface PaletteEntries {
  /** Undefined where the server searches. */
  all: readonly PaletteEntry[] | undefined;
  builtIn: readonly PaletteEntry[];
  connectors: ConnectorEntries[];
  find(id: string): PaletteEntry | undefined;
}

const prepared = new WeakMap<Connector, PaletteEntry[]>();

function entriesOf({ connector, apiId, name }: CatalogEntry): PaletteEntry[] {
  const known = prepared.get(connector);
  if (known && (known[0] === undefined || known[0].ownerName === name)) return known;
  const entries = toPaletteEntries(connector, { apiId, name });
  prepared.set(connector, entries);
  return entries;
}

/** API id in the id of an operation's entry; undefined for a built-in step. */
export function ownerOf(entryId: string): string | undefined {
  const end = entryId.indexOf('#');
  return end < 0 ? undefined : entryId.slice(0, end);
}

/** A built-in step, or an operation of a connector in the catalog. */
export function findEntry(id: string, catalog: Catalog): PaletteEntry | undefined {
  const connector = findConnector(catalog, ownerOf(id));
  return (connector ? entriesOf(connector) : builtInEntries).find((entry) => entry.id === id);
}

function groupByOwner(entries: readonly PaletteEntry[]): Map<string, PaletteEntry[]> {
  const groups = new Map<string, PaletteEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.owner);
    if (group) group.push(entry);
    else groups.set(entry.owner, [entry]);
  }
  return groups;
}

function collect(palette: PaletteSource, catalog: Catalog): PaletteEntries {
  const { entries } = palette;
  const byOwner = entries && groupByOwner(entries);
  const connectors = palette.heads.map((connector) => {
    const loaded = findConnector(catalog, connector.apiId);
    const own = byOwner ? (byOwner.get(connector.apiId) ?? []) : loaded && entriesOf(loaded);
    return { connector, entries: own };
  });
  const all = entries && [...builtInEntries, ...entries];
  const byId = all && new Map(all.map((entry) => [entry.id, entry]));
  return {
    all,
    builtIn: builtInEntries,
    connectors,
    find: (id) => (byId ? byId.get(id) : findEntry(id, catalog)),
  };
}

export function usePaletteEntries(): PaletteEntries {
  const { palette, catalog } = useDesignerContext();
  return useMemo(() => collect(palette, catalog), [palette, catalog]);
}

/** The tile of an entry: its connector's, or the icon of a built-in. */
export function tileOfEntry(entry: ShownEntry, palette: PaletteSource): StepTileLook {
  const connector = palette.byApiId.get(entry.owner.toLowerCase());
  if (connector) return { name: connector.name, color: connector.brandColor, iconUrl: connector.iconUrl };
  return { name: entry.label, icon: builtInOfEntry(entry)?.icon ?? 'circle-dashed' };
}
