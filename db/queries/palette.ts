// The palette's index of one environment: an entry per operation of a live connector, found by full text.
import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { connector, connectorIcon } from '../schema/connector';
import { connectorPalette, operationEntry } from '../schema/operation-entry';

export type ConnectorPaletteRow = typeof connectorPalette.$inferSelect;
export type NewOperationEntry = Pick<
  typeof operationEntry.$inferInsert,
  'operationId' | 'visibility' | 'entryText' | 'searchText'
>;

/** Puts a connector's entries in the place of those it had. Belongs into the transaction that makes a version live. */
export function replaceOperationEntries(
  database: Database,
  head: ConnectorPaletteRow,
  entries: readonly NewOperationEntry[],
): void {
  const { environmentId, connectorId } = head;
  const { orm } = database;
  orm
    .delete(operationEntry)
    .where(and(eq(operationEntry.environmentId, environmentId), eq(operationEntry.connectorId, connectorId)))
    .run();
  for (const entry of entries)
    orm
      .insert(operationEntry)
      .values({ environmentId, connectorId, ...entry })
      .run();
  orm
    .insert(connectorPalette)
    .values(head)
    .onConflictDoUpdate({ target: connectorPalette.connectorId, set: head })
    .run();
}

/** Connectors of all environments whose live version is not the one in the index. */
export function listUnindexedConnectors(database: Database): { id: string; environmentId: string }[] {
  return database.orm
    .select({ id: connector.id, environmentId: connector.environmentId })
    .from(connector)
    .leftJoin(connectorPalette, eq(connectorPalette.connectorId, connector.id))
    .where(or(isNull(connectorPalette.version), ne(connectorPalette.version, connector.liveVersion)))
    .all();
}

/** One row per connector, by name, without its operations. */
export function listConnectorPalettes(database: Database, environmentId: string) {
  return database.orm
    .select({
      id: connector.id,
      slug: connector.slug,
      name: connector.name,
      iconVersion: connectorIcon.version,
      version: connectorPalette.version,
      brandColor: connectorPalette.brandColor,
      actions: connectorPalette.actions,
      triggers: connectorPalette.triggers,
      operations: connectorPalette.operations,
    })
    .from(connectorPalette)
    .innerJoin(connector, eq(connector.id, connectorPalette.connectorId))
    .leftJoin(connectorIcon, eq(connectorIcon.connectorId, connector.id))
    .where(eq(connectorPalette.environmentId, environmentId))
    .orderBy(asc(connector.nameKey))
    .all();
}

export function countOperations(database: Database, environmentId: string): number {
  const row = database.orm
    .select({ total: sql<number>`coalesce(sum(${connectorPalette.operations}), 0)` })
    .from(connectorPalette)
    .where(eq(connectorPalette.environmentId, environmentId))
    .get();
  return row?.total ?? 0;
}

/** In the order of the palette: connectors by name, the operations of each as `toPaletteEntries` has them. */
export function listOperationEntries(
  database: Database,
  environmentId: string,
): { id: number; entryText: string }[] {
  return database.orm
    .select({ id: operationEntry.id, entryText: operationEntry.entryText })
    .from(operationEntry)
    .innerJoin(connector, eq(connector.id, operationEntry.connectorId))
    .where(eq(operationEntry.environmentId, environmentId))
    .orderBy(asc(connector.nameKey), asc(operationEntry.id))
    .all();
}

/** The operations of one connector, in the order in which `toPaletteEntries` has them. */
export function listConnectorEntries(
  database: Database,
  environmentId: string,
  connectorId: string,
): { id: number; entryText: string }[] {
  return database.orm
    .select({ id: operationEntry.id, entryText: operationEntry.entryText })
    .from(operationEntry)
    .where(and(eq(operationEntry.connectorId, connectorId), eq(operationEntry.environmentId, environmentId)))
    .orderBy(asc(operationEntry.id))
    .all();
}

/** Differs after every change of the environment's entries: ids only grow, and a deletion lessens the count. */
export function readPaletteStamp(database: Database, environmentId: string): string {
  const row = database.orm
    .select({ last: sql<number>`coalesce(max(${operationEntry.id}), 0)`, count: sql<number>`count(*)` })
    .from(operationEntry)
    .where(eq(operationEntry.environmentId, environmentId))
    .get();
  return `${row?.last ?? 0} ${row?.count ?? 0}`;
}

/**
 * Ids of entries whose text has, for each of `terms`, at least one of the alternatives. Terms are in lower case and
 * have three characters or more: the index is one of trigrams, so it finds them inside words too.
 */
export function matchOperations(
  database: Database,
  environmentId: string,
  terms: readonly (readonly string[])[],
): number[] {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const match = terms.map((alternatives) => `(${alternatives.map(quote).join(' OR ')})`).join(' AND ');
  return database.sqlite
    .prepare<[string, string], number>(
      `SELECT entry.id FROM operation_text AS found CROSS JOIN operation_entry AS entry ON entry.id = found.rowid
       WHERE found.search_text MATCH ? AND entry.environment_id = ?`,
    )
    .pluck()
    .all(match, environmentId) as number[];
}
