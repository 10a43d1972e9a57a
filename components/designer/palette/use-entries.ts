// All entries of the palette, and finding one by its id.
'use client';
import { useMemo } from 'react';
import { type PaletteEntry, toPaletteEntries } from '@/lib/connector/palette-index';
import { builtInEntries, builtInOfEntry } from '@/lib/flow/palette-entries';
import type { StepTileLook } from '../step/step-face';
import { type Catalog, type CatalogEntry, findConnector } from '../store/catalog';
import { useCatalog } from '../store/designer-context';

export interface ConnectorEntries {
  connector: CatalogEntry;
  entries: PaletteEntry[];
}

export interface PaletteEntries {
  all: PaletteEntry[];
  builtIn: readonly PaletteEntry[];
  connectors: ConnectorEntries[];
  find(id: string): PaletteEntry | undefined;
}

const prepared = new WeakMap<Catalog, PaletteEntries>();

function prepare(catalog: Catalog): PaletteEntries {
  const connectors = catalog.entries.map((connector) => ({
    connector,
    entries: toPaletteEntries(connector.connector, { apiId: connector.apiId, name: connector.name }),
  }));
  const all = [...builtInEntries, ...connectors.flatMap(({ entries }) => entries)];
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  return { all, builtIn: builtInEntries, connectors, find: (id) => byId.get(id) };
}

/** Prepared once per set of connectors. */
export function entriesOf(catalog: Catalog): PaletteEntries {
  let known = prepared.get(catalog);
  if (!known) {
    known = prepare(catalog);
    prepared.set(catalog, known);
  }
  return known;
}

export function usePaletteEntries(): PaletteEntries {
  const catalog = useCatalog();
  return useMemo(() => entriesOf(catalog), [catalog]);
}

/** The tile of an entry: its connector's, or the icon of a built-in. */
export function tileOfEntry(entry: PaletteEntry, catalog: Catalog): StepTileLook {
  const connector = findConnector(catalog, entry.owner);
  if (connector) return { name: connector.name, color: connector.brandColor, iconUrl: connector.iconUrl };
  return { name: entry.label, icon: builtInOfEntry(entry)?.icon ?? 'circle-dashed' };
}
