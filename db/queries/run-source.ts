// Which version of each connector a run begins with.
import { and, eq, inArray } from 'drizzle-orm';
import { slugOf } from '@/lib/flow/api-id';
import type { Database } from '../client';
import { connector } from '../schema/connector';

/** Live versions by apiId; an apiId that names no connector of the environment is absent. */
export function findSourceConnectors(
  database: Database,
  environmentId: string,
  apiIds: readonly string[],
): Record<string, { connectorId: string; version: number }> {
  const bySlug = new Map<string, string>();
  for (const apiId of apiIds) {
    const slug = slugOf(apiId);
    if (slug !== undefined) bySlug.set(slug, apiId);
  }
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
