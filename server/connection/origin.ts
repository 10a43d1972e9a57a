// A connection is bound to the origin its values were entered for. Where the connector that flows use moves, or signs its
// calls with other values, the connection is void until they are entered again.
import { listConnections, listConnectionValues, updateConnection } from '@/db/queries/connection';
import { connectionOrigin } from '@/lib/connector/connection';
import type { Connector } from '@/lib/connector/model';
import type { Scope } from '../services';

const again = 'Enter them again.';

export function movedSentence(bound: string, now: string): string {
  return `The connector now calls ${now || 'no address'}, and these values were entered for ${bound}. ${again}`;
}

function missingSentence(labels: readonly string[]): string {
  return `The connector now asks for ${labels.join(' and ')}, which this connection does not have. ${again}`;
}

/** Marks the connections of a connector that the version now live cannot use, and clears the mark of those it can. */
export function voidUnfitConnections(scope: Scope, connectorId: string, connector: Connector): void {
  const { database, now } = scope.services;
  const { environmentId } = scope;
  const origin = connectionOrigin(connector);
  for (const row of listConnections(database, environmentId, { connectorId })) {
    const names = new Set(listConnectionValues(database, environmentId, row.id).map(({ name }) => name));
    const missing = connector.connectionParameters.filter(
      ({ name, required, default: preset }) => required && preset === undefined && !names.has(name),
    );
    const problem =
      row.origin !== origin
        ? movedSentence(row.origin, origin)
        : missing.length > 0
          ? missingSentence(missing.map(({ label }) => label))
          : undefined;
    if (problem === undefined && !isVoid(row)) continue;
    const status = problem === undefined ? ('untested' as const) : ('failing' as const);
    updateConnection(
      database,
      { environmentId, id: row.id },
      { status, lastError: problem ?? null, modifiedAt: now() },
    );
  }
}

/** Whether the mark says that the values do not fit, and not that the service refused them. */
function isVoid({ status, lastError }: { status: string; lastError: string | null }): boolean {
  return status === 'failing' && lastError?.endsWith(` ${again}`) === true;
}
