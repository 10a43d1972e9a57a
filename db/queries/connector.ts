// Connectors of one environment: the draft and what lists show of it.
import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { connection } from '../schema/connection';
import { connector, connectorIcon, connectorUndo, connectorVersion } from '../schema/connector';

export type ConnectorRow = typeof connector.$inferSelect;
/** A version without the file it came from, which only a discarded draft needs. */
export type ConnectorVersionRow = Omit<typeof connectorVersion.$inferSelect, 'sourceText'>;
export type ConnectorUndoRow = typeof connectorUndo.$inferSelect;
export type ConnectorIconRow = typeof connectorIcon.$inferSelect;
export type ConnectorWithIcon = ConnectorRow & { iconVersion: string | null };
/** A list row: no texts of definitions. */
export type ConnectorListRow = Omit<ConnectorWithIcon, 'definitionText' | 'propertiesText' | 'sourceText'> & {
  connections: number;
};

export function listConnectors(
  database: Database,
  environmentId: string,
  solutionId?: string,
): ConnectorListRow[] {
  const {
    definitionText: _definition,
    propertiesText: _properties,
    sourceText: _source,
    ...columns
  } = getTableColumns(connector);
  return database.orm
    .select({
      ...columns,
      iconVersion: connectorIcon.version,
      connections: sql<number>`(select count(*) from ${connection} where ${connection.connectorId} = ${connector.id} and ${connection.environmentId} = ${connector.environmentId})`,
    })
    .from(connector)
    .leftJoin(connectorIcon, eq(connectorIcon.connectorId, connector.id))
    .where(
      and(
        eq(connector.environmentId, environmentId),
        solutionId === undefined ? undefined : eq(connector.solutionId, solutionId),
      ),
    )
    .orderBy(asc(connector.nameKey))
    .all();
}

export function findConnector(
  database: Database,
  environmentId: string,
  id: string,
): ConnectorWithIcon | undefined {
  return database.orm
    .select({ ...getTableColumns(connector), iconVersion: connectorIcon.version })
    .from(connector)
    .leftJoin(connectorIcon, eq(connectorIcon.connectorId, connector.id))
    .where(and(eq(connector.environmentId, environmentId), eq(connector.id, id)))
    .get();
}

export function findConnectorBySlug(
  database: Database,
  environmentId: string,
  slug: string,
): ConnectorRow | undefined {
  return database.orm
    .select()
    .from(connector)
    .where(and(eq(connector.environmentId, environmentId), eq(connector.slug, slug)))
    .get();
}

export function insertConnector(database: Database, row: typeof connector.$inferInsert): void {
  database.orm.insert(connector).values(row).run();
}

/** Changes a connector; with `expectedRevision` only if nobody changed the draft meanwhile. False when nothing was changed. */
export function updateConnector(
  database: Database,
  key: { environmentId: string; id: string; expectedRevision?: number },
  values: Partial<typeof connector.$inferInsert>,
): boolean {
  const { changes } = database.orm
    .update(connector)
    .set(values)
    .where(
      and(
        eq(connector.environmentId, key.environmentId),
        eq(connector.id, key.id),
        key.expectedRevision === undefined ? undefined : eq(connector.revision, key.expectedRevision),
      ),
    )
    .run();
  return changes > 0;
}

export function deleteConnector(database: Database, environmentId: string, id: string): void {
  database.orm
    .delete(connector)
    .where(and(eq(connector.environmentId, environmentId), eq(connector.id, id)))
    .run();
}

export function insertConnectorVersion(database: Database, row: typeof connectorVersion.$inferInsert): void {
  database.orm.insert(connectorVersion).values(row).run();
}

export interface VersionKey {
  environmentId: string;
  connectorId: string;
  version: number;
}

function isVersion({ environmentId, connectorId, version }: VersionKey) {
  return and(
    eq(connectorVersion.environmentId, environmentId),
    eq(connectorVersion.connectorId, connectorId),
    eq(connectorVersion.version, version),
  );
}

export function findConnectorVersion(database: Database, key: VersionKey): ConnectorVersionRow | undefined {
  const { sourceText: _source, ...columns } = getTableColumns(connectorVersion);
  return database.orm.select(columns).from(connectorVersion).where(isVersion(key)).get();
}

/** The last import as it was when the version was made; null for a connector from blank. */
export function findVersionSource(database: Database, key: VersionKey): string | null {
  const { sourceText } = connectorVersion;
  return (
    database.orm.select({ sourceText }).from(connectorVersion).where(isVersion(key)).get()?.sourceText ?? null
  );
}

export interface LiveConnector {
  id: string;
  slug: string;
  name: string;
  iconVersion: string | null;
  versionId: string;
  version: number;
  definitionText: string;
  propertiesText: string;
}

/** The version that flows use now: of each connector, or of those with one of `slugs` (in lower case). */
export function listLiveConnectors(
  database: Database,
  environmentId: string,
  slugs?: readonly string[],
): LiveConnector[] {
  return database.orm
    .select({
      id: connector.id,
      slug: connector.slug,
      name: connector.name,
      iconVersion: connectorIcon.version,
      versionId: connectorVersion.id,
      version: connectorVersion.version,
      definitionText: connectorVersion.definitionText,
      propertiesText: connectorVersion.propertiesText,
    })
    .from(connector)
    .innerJoin(
      connectorVersion,
      and(
        eq(connectorVersion.connectorId, connector.id),
        eq(connectorVersion.version, connector.liveVersion),
      ),
    )
    .leftJoin(connectorIcon, eq(connectorIcon.connectorId, connector.id))
    .where(
      and(
        eq(connector.environmentId, environmentId),
        slugs === undefined ? undefined : inArray(connector.slug, [...slugs]),
      ),
    )
    .orderBy(asc(connector.nameKey))
    .all();
}

export function findConnectorUndo(
  database: Database,
  environmentId: string,
  connectorId: string,
): ConnectorUndoRow | undefined {
  return database.orm
    .select()
    .from(connectorUndo)
    .where(and(eq(connectorUndo.environmentId, environmentId), eq(connectorUndo.connectorId, connectorId)))
    .get();
}

export function putConnectorUndo(database: Database, row: ConnectorUndoRow): void {
  database.orm
    .insert(connectorUndo)
    .values(row)
    .onConflictDoUpdate({ target: connectorUndo.connectorId, set: row })
    .run();
}

export function deleteConnectorUndo(database: Database, environmentId: string, connectorId: string): void {
  database.orm
    .delete(connectorUndo)
    .where(and(eq(connectorUndo.environmentId, environmentId), eq(connectorUndo.connectorId, connectorId)))
    .run();
}

export function findConnectorIcon(
  database: Database,
  environmentId: string,
  connectorId: string,
): ConnectorIconRow | undefined {
  return database.orm
    .select()
    .from(connectorIcon)
    .where(and(eq(connectorIcon.environmentId, environmentId), eq(connectorIcon.connectorId, connectorId)))
    .get();
}

export function putConnectorIcon(database: Database, row: ConnectorIconRow): void {
  database.orm
    .insert(connectorIcon)
    .values(row)
    .onConflictDoUpdate({ target: connectorIcon.connectorId, set: row })
    .run();
}

export function deleteConnectorIcon(database: Database, environmentId: string, connectorId: string): void {
  database.orm
    .delete(connectorIcon)
    .where(and(eq(connectorIcon.environmentId, environmentId), eq(connectorIcon.connectorId, connectorId)))
    .run();
}
