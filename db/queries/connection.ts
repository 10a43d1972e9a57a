// Connections of one environment and their sealed values.
import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../client';
import { connection, connectionValue } from '../schema/connection';
import { connector, connectorIcon } from '../schema/connector';

export type ConnectionRow = typeof connection.$inferSelect;
export type ConnectionListRow = ConnectionRow & {
  connectorName: string;
  connectorSummary: string;
  iconVersion: string | null;
};

export function listConnections(
  database: Database,
  environmentId: string,
  filter: { connectorId?: string | undefined; createdBy?: string | undefined } = {},
): ConnectionListRow[] {
  return database.orm
    .select({
      connection,
      connectorName: connector.name,
      connectorSummary: connector.summaryText,
      iconVersion: connectorIcon.version,
    })
    .from(connection)
    .innerJoin(connector, eq(connector.id, connection.connectorId))
    .leftJoin(connectorIcon, eq(connectorIcon.connectorId, connector.id))
    .where(
      and(
        eq(connection.environmentId, environmentId),
        filter.connectorId === undefined ? undefined : eq(connection.connectorId, filter.connectorId),
        filter.createdBy === undefined ? undefined : eq(connection.createdBy, filter.createdBy),
      ),
    )
    .orderBy(asc(connection.nameKey))
    .all()
    .map(({ connection: row, ...rest }) => ({ ...row, ...rest }));
}

export function findConnection(
  database: Database,
  environmentId: string,
  id: string,
): ConnectionRow | undefined {
  return database.orm
    .select()
    .from(connection)
    .where(and(eq(connection.environmentId, environmentId), eq(connection.id, id)))
    .get();
}

export function insertConnection(database: Database, row: typeof connection.$inferInsert): void {
  database.orm.insert(connection).values(row).run();
}

export function updateConnection(
  database: Database,
  key: { environmentId: string; id: string },
  values: Partial<typeof connection.$inferInsert>,
): void {
  database.orm
    .update(connection)
    .set(values)
    .where(and(eq(connection.environmentId, key.environmentId), eq(connection.id, key.id)))
    .run();
}

export function deleteConnection(database: Database, environmentId: string, id: string): void {
  database.orm
    .delete(connection)
    .where(and(eq(connection.environmentId, environmentId), eq(connection.id, id)))
    .run();
}

/** Sealed values by parameter name. */
export function listConnectionValues(
  database: Database,
  environmentId: string,
  connectionId: string,
): { name: string; sealed: string }[] {
  return database.orm
    .select({ name: connectionValue.name, sealed: connectionValue.sealed })
    .from(connectionValue)
    .where(
      and(eq(connectionValue.environmentId, environmentId), eq(connectionValue.connectionId, connectionId)),
    )
    .all();
}

/** Replaces all values of a connection. */
export function putConnectionValues(
  database: Database,
  key: { environmentId: string; connectionId: string },
  values: { name: string; sealed: string }[],
): void {
  database.orm
    .delete(connectionValue)
    .where(
      and(
        eq(connectionValue.environmentId, key.environmentId),
        eq(connectionValue.connectionId, key.connectionId),
      ),
    )
    .run();
  for (const value of values)
    database.orm
      .insert(connectionValue)
      .values({ ...key, ...value })
      .run();
}
