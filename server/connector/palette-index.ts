// Keeps the palette's index in step with live versions: one entry per operation, in the transaction that makes a version live.
import { type Database, inTransaction } from '@/db/client';
import { findConnector, findConnectorVersion } from '@/db/queries/connector';
import { listUnindexedConnectors, replaceOperationEntries } from '@/db/queries/palette';
import type { Connector } from '@/lib/connector/model';
import { expandEntry, toCompactEntries } from '@/lib/connector/palette/entries';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { toApiId } from '@/lib/flow/api-id';
import type { JsonObject } from '@/lib/json';
import { brandColorOf, parseProperties } from './stored-connector';

export interface LiveVersion {
  id: string;
  environmentId: string;
  slug: string;
  name: string;
  version: number;
  /** Undefined where the definition cannot be read: the connector then has no entries. */
  connector: Connector | undefined;
  properties: JsonObject;
}

/** Replaces the entries of one connector by those of its live version. */
export function indexConnector(database: Database, live: LiveVersion): void {
  const { id: connectorId, environmentId, name, version, connector, properties } = live;
  const entries = connector ? toCompactEntries(connector, { apiId: toApiId(live.slug), name }) : [];
  const shown = entries.filter((entry) => entry.visibility !== 'internal');
  const triggers = shown.filter((entry) => entry.role === 'trigger').length;
  const head = {
    connectorId,
    environmentId,
    version,
    brandColor: brandColorOf(properties),
    actions: shown.length - triggers,
    triggers,
    operations: entries.length,
  };
  const rows = entries.map((entry) => ({
    operationId: entry.operationId,
    visibility: entry.visibility,
    entryText: JSON.stringify(entry),
    searchText: expandEntry(entry).text.all,
  }));
  replaceOperationEntries(database, head, rows);
}

/** The same from what is stored: after a connector got another name, and where an older database has no index. */
export function reindexConnector(database: Database, environmentId: string, id: string): void {
  const row = findConnector(database, environmentId, id);
  const key = row && { environmentId, connectorId: id, version: row.liveVersion };
  const live = key && findConnectorVersion(database, key);
  if (!live) return;
  const parsed = parseDefinition(live.definitionText);
  const properties = parseProperties(live.propertiesText);
  const connector = parsed.ok ? readConnector(parsed.document, properties).connector : undefined;
  const { slug, name, liveVersion: version } = row;
  indexConnector(database, { id, environmentId, slug, name, version, connector, properties });
}

/** Adds what is missing; answers how many connectors that were. Runs at every start and finds nothing to do from the second on. */
export function fillPaletteIndex(database: Database): number {
  const missing = listUnindexedConnectors(database);
  for (const { id, environmentId } of missing)
    inTransaction(database, () => reindexConnector(database, environmentId, id));
  return missing.length;
}
