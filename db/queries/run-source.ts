// Which version of each connector a run begins with, and those versions again when a run is taken up.
import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../client';
import { connector, connectorVersion } from '../schema/connector';

const prefix = '/providers/microsoft.powerapps/apis/shared_';

/** Live versions by apiId; an apiId that names no connector of the environment is absent. */
export function findSourceConnectors(
  database: Database,
  environmentId: string,
  apiIds: readonly string[],
): Record<string, { connectorId: string; version: number }> {
  const bySlug = new Map(
    apiIds
      .filter((apiId) => apiId.toLowerCase().startsWith(prefix))
      .map((apiId) => [apiId.slice(prefix.length).toLowerCase(), apiId]),
  );
  if (bySlug.size === 0) return {};
  const rows = database.orm
    .select({ slug: connector.slug, id: connector.id, version: connector.liveVersion })
    .from(connector)
    .where(and(eq(connector.environmentId, environmentId), inArray(connector.slug, [...bySlug.keys()])))
    .all();
  return Object.fromEntries(
    rows.map((row) => [bySlug.get(row.slug) ?? '', { connectorId: row.id, version: row.version }]),
  );
}

/** The texts of one version of a connector. */
export function findConnectorTexts(
  database: Database,
  key: { environmentId: string; connectorId: string; version: number },
): { definitionText: string; propertiesText: string } | undefined {
  return database.orm
    .select({
      definitionText: connectorVersion.definitionText,
      propertiesText: connectorVersion.propertiesText,
    })
    .from(connectorVersion)
    .where(
      and(
        eq(connectorVersion.environmentId, key.environmentId),
        eq(connectorVersion.connectorId, key.connectorId),
        eq(connectorVersion.version, key.version),
      ),
    )
    .get();
}
