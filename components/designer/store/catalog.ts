// The connectors the designer knows: stored texts read once per version, in the browser.
import type { Connector } from '@/lib/connector/model';
import { readConnector } from '@/lib/connector/read-connector';
import { isJsonObject, type JsonObject } from '@/lib/json';

/** A connector as the server hands it out for designing, or as a run remembers it. */
export interface ConnectorSource {
  id: string;
  apiId: string;
  name: string;
  brandColor: string;
  iconUrl?: string | null | undefined;
  definitionText: string;
  propertiesText: string;
  version: number;
}

export interface CatalogEntry extends Omit<ConnectorSource, 'definitionText' | 'propertiesText'> {
  connector: Connector;
}

export interface Catalog {
  /** In the server's order; connectors that cannot be read are left out. */
  entries: CatalogEntry[];
  byApiId: ReadonlyMap<string, CatalogEntry>;
  /** The shape that checks and tokens take. */
  connectors: Record<string, Connector>;
}

export const emptyCatalog: Catalog = { entries: [], byApiId: new Map(), connectors: {} };

const read = new Map<string, Connector | undefined>();

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readOnce(source: ConnectorSource): Connector | undefined {
  const key = `${source.id} ${source.version} ${source.definitionText.length} ${source.propertiesText.length}`;
  if (!read.has(key)) {
    const document = parse(source.definitionText);
    read.set(key, document && readConnector(document, parse(source.propertiesText)).connector);
  }
  return read.get(key);
}

/** Reads the connectors that came from the server. */
export function toCatalog(sources: readonly ConnectorSource[]): Catalog {
  const entries = sources.flatMap((source): CatalogEntry[] => {
    const connector = readOnce(source);
    const { definitionText: _, propertiesText: __, ...rest } = source;
    return connector ? [{ ...rest, connector }] : [];
  });
  return {
    entries,
    byApiId: new Map(entries.map((entry) => [entry.apiId.toLowerCase(), entry])),
    connectors: Object.fromEntries(entries.map((entry) => [entry.apiId, entry.connector])),
  };
}

/** The connector of an API id, whatever its letter case. */
export function findConnector(catalog: Catalog, apiId: string | undefined): CatalogEntry | undefined {
  return apiId === undefined ? undefined : catalog.byApiId.get(apiId.toLowerCase());
}
