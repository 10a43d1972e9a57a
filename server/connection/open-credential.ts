// Opens the values of a connection for the outbound door, and for nobody else: where they go in the call is the connector's
// security, where they may go at all is the origin they were entered for.

import type { Logger } from 'pino';
import type { Database } from '@/db/client';
import { findConnection, listConnectionValues, updateConnection } from '@/db/queries/connection';
import { findConnector, findConnectorVersion } from '@/db/queries/connector';
import type { Connector } from '@/lib/connector/model';
import type { CredentialRef } from '@/lib/http';
import { readModel } from '../connector/stored-connector';
import type { Credential } from '../egress/egress';
import { keepBooks } from './keep-books';
import { openValue } from './sealed-value';
import { Secret, type SecretBox } from './secret-box';

export interface CredentialSource {
  database: Database;
  secretBox: SecretBox;
  now(): number;
  log: Pick<Logger, 'warn'>;
}

const usedEvery = 60_000;

/** Makes the function that the door calls; the security of a connector version is read once. */
export function createCredentialOpener(source: CredentialSource) {
  const securityOf = new Map<string, Connector['security'] | undefined>();

  return async (ref: CredentialRef): Promise<Credential | undefined> => {
    const { database } = source;
    const row = findConnection(database, ref.environmentId, ref.connectionId);
    if (row === undefined) return undefined;
    const connector = findConnector(database, ref.environmentId, row.connectorId);
    if (connector === undefined) return undefined;
    const { connectorVersion = connector.liveVersion } = ref;
    const cacheKey =
      ref.draft === true
        ? `${connector.id}:draft:${connector.revision}`
        : `${connector.id}:${connectorVersion}`;
    if (!securityOf.has(cacheKey)) {
      if (securityOf.size > 1_000) securityOf.clear();
      const version = {
        environmentId: ref.environmentId,
        connectorId: connector.id,
        version: connectorVersion,
      };
      const texts = ref.draft === true ? connector : findConnectorVersion(database, version);
      securityOf.set(cacheKey, texts && readModel(texts)?.security);
    }
    const security = securityOf.get(cacheKey);
    if (security === undefined) return undefined;
    keepBooks(source.log, row.id, () => markUsed(source, row, ref));
    const values = new Map(
      listConnectionValues(database, ref.environmentId, row.id).map(({ name, sealed }) => [
        name,
        openValue(source, { ...ref, name }, sealed),
      ]),
    );
    return { origin: row.origin, placements: placementsFor(security, values) };
  };
}

/** Which header or query parameter carries which value. */
export function placementsFor(
  security: Connector['security'],
  values: Map<string, Secret>,
): Credential['placements'] {
  switch (security.type) {
    case 'apiKey': {
      const { in: place, name, prefix, parameter = 'api_key' } = security;
      const value = values.get(parameter);
      if (value === undefined) return [];
      if (prefix === undefined) return [{ in: place, name, value }];
      return [{ in: place, name, value: new Secret(`${prefix}${value.reveal()}`), parts: [value] }];
    }
    case 'basic': {
      if (!values.has('username') && !values.has('password')) return [];
      const words = `${values.get('username')?.reveal() ?? ''}:${values.get('password')?.reveal() ?? ''}`;
      const value = new Secret(`Basic ${Buffer.from(words, 'utf8').toString('base64')}`);
      return [{ in: 'header', name: 'Authorization', value }];
    }
    case 'none':
    case 'unsupported':
      return [];
  }
}

function markUsed(
  { database, now }: CredentialSource,
  row: { lastUsedAt: number | null },
  ref: CredentialRef,
): void {
  if (row.lastUsedAt !== null && now() - row.lastUsedAt < usedEvery) return;
  updateConnection(
    database,
    { environmentId: ref.environmentId, id: ref.connectionId },
    { lastUsedAt: now() },
  );
}
