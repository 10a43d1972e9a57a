// Keeps the state of connections true: what the API said to the last call with one is what the list shows.
import type { Logger } from 'pino';
import type { Database } from '@/db/client';
import { findConnection, updateConnection } from '@/db/queries/connection';
import type { CredentialRef, HttpOutcome } from '@/lib/http';
import type { Egress } from '../egress/egress';
import { keepBooks } from './keep-books';

interface Books {
  database: Database;
  log: Pick<Logger, 'warn'>;
}

/** The same door; a refused key marks the connection, an accepted one clears the mark. */
export function watchConnections(egress: Egress, { database, log }: Books): Egress {
  function note({ connectionId, environmentId }: CredentialRef, outcome: HttpOutcome): void {
    if (outcome.kind !== 'response') return;
    const refused = outcome.status === 401 || outcome.status === 403;
    if (!refused && (outcome.status < 200 || outcome.status >= 300)) return;
    const status = refused ? ('failing' as const) : ('connected' as const);
    const lastError = refused ? `The service rejected these values (${outcome.status}).` : null;
    // The row is asked, not remembered: values are replaced, and other processes write it too.
    const row = findConnection(database, environmentId, connectionId);
    if (row === undefined || (row.status === status && row.lastError === lastError)) return;
    updateConnection(database, { environmentId, id: connectionId }, { status, lastError });
  }

  return {
    ...egress,
    async request(request, options) {
      const outcome = await egress.request(request, options);
      const credential = options?.credential;
      if (credential) keepBooks(log, credential.connectionId, () => note(credential, outcome));
      return outcome;
    },
  };
}
