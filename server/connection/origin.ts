// A connection is bound to the origin its values were entered for. When the connector moves, the connection is void.
import { listConnections, updateConnection } from '@/db/queries/connection';
import type { Scope } from '../services';

export function movedSentence(bound: string, now: string): string {
  return `The connector now calls ${now}, and these values were entered for ${bound}. Enter them again.`;
}

/** Marks the connections of a connector that were made for another origin. */
export function voidForeignConnections(scope: Scope, connectorId: string, origin: string): void {
  const { database, now } = scope.services;
  for (const row of listConnections(database, scope.environmentId, { connectorId })) {
    if (row.origin === origin) continue;
    updateConnection(
      database,
      { environmentId: scope.environmentId, id: row.id },
      { status: 'failing', lastError: movedSentence(row.origin, origin), modifiedAt: now() },
    );
  }
}
