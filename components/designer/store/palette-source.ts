// What the palette knows of the connectors: all their operations where they are few, else the connectors alone.
import type { PaletteEntry } from '@/lib/connector/palette/entries';
import { readOperationCall } from '@/lib/flow/connector-action';
import type { Flow } from '@/lib/flow/definition';
import { listActions, listTriggers } from '@/lib/flow/tree';
import { type Catalog, emptyCatalog } from './catalog';

/** A connector as the palette lists it, without its definition. */
export interface ConnectorHead {
  id: string;
  apiId: string;
  name: string;
  brandColor: string;
  iconUrl?: string | null | undefined;
  /** How many of each a maker may add. */
  actions: number;
  triggers: number;
}

export interface PaletteSource {
  /** By name. */
  heads: readonly ConnectorHead[];
  byApiId: ReadonlyMap<string, ConnectorHead>;
  /** Every operation; undefined where they are too many, and the server searches them. */
  entries: readonly PaletteEntry[] | undefined;
  /** Reads the definition of a connector into the catalog, and answers it. */
  load(apiId: string): Promise<Catalog>;
}

/** Of a place that adds nothing, such as the page of a run. */
export const emptyPalette: PaletteSource = {
  heads: [],
  byApiId: new Map(),
  entries: [],
  load: async () => emptyCatalog,
};

/** API ids that the steps of a flow call or its references name. */
export function listApiIds({ definition, connectionReferences }: Flow): string[] {
  const steps = [
    ...listTriggers(definition).map((each) => each.trigger),
    ...listActions(definition).map((each) => each.action),
  ];
  const called = steps.flatMap((step) => readOperationCall(step, connectionReferences)?.apiId ?? []);
  const named = Object.values(connectionReferences).map((reference) => reference.apiId);
  return [...new Set([...called, ...named])].sort();
}
