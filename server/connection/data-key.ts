// The sealer of an environment: its data key is made when the first secret is stored, and lies wrapped in the database.
import { randomUUID } from 'node:crypto';
import { type Database, inTransaction } from '@/db/client';
import { findDataKey, insertDataKey } from '@/db/queries/data-key';
import type { Sealer, SecretBox } from './secret-box';

export interface SealerSource {
  database: Database;
  secretBox: SecretBox;
}

const opened = new WeakMap<SecretBox, Map<string, Sealer>>();

export function environmentSealer({ database, secretBox }: SealerSource, environmentId: string): Sealer {
  const known = opened.get(secretBox) ?? new Map<string, Sealer>();
  opened.set(secretBox, known);
  const ready = known.get(environmentId);
  if (ready !== undefined) return ready;
  const wrapped = inTransaction(database, () => {
    const stored = findDataKey(database, environmentId);
    if (stored !== undefined) return stored;
    const made = secretBox.createDataKey(environmentId);
    insertDataKey(database, { id: randomUUID(), environmentId, wrapped: made, createdAt: Date.now() });
    return made;
  });
  const sealer = secretBox.openDataKey(wrapped, environmentId);
  known.set(environmentId, sealer);
  return sealer;
}
