// Keeps the state of connections true: what the API said to the last call with one is what the list shows.
import type { Database } from '@/db/client';
import { updateConnection } from '@/db/queries/connection';
import type { CredentialRef, HttpOutcome } from '@/lib/http';
import type { Egress } from '../egress/egress';

/** The same door; a refused key marks the connection, an accepted one clears the mark. */
export function watchConnections(egress: Egress, database: Database): Egress {
  const known = new Map<string, string>();

  function note({ connectionId, environmentId }: CredentialRef, outcome: HttpOutcome): void {
    const refused = outcome.kind === 'response' && (outcome.status === 401 || outcome.status === 403);
    const accepted = outcome.kind === 'response' && outcome.status < 400;
    if (!refused && !accepted) return;
    const lastError = refused ? `The service rejected these values (${outcome.status}).` : null;
    const status = refused ? ('failing' as const) : ('connected' as const);
    const seen = `${status}:${lastError ?? ''}`;
    if (known.get(connectionId) === seen) return;
    if (known.size > 10_000) known.clear();
    known.set(connectionId, seen);
    updateConnection(database, { environmentId, id: connectionId }, { status, lastError });
  }

  return {
    ...egress,
    async request(request, options) {
      const outcome = await egress.request(request, options);
      if (options?.credential !== undefined) note(options.credential, outcome);
      return outcome;
    },
  };
}
