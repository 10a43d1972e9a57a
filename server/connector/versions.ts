// The two versions of a connector as models: the draft that its maker edits, and the one that flows use.
import { findConnectorVersion } from '@/db/queries/connector';
import type { Connector } from '@/lib/connector/model';
import type { Scope } from '../services';
import { getConnectorRow } from './load';
import { readModel } from './stored-connector';

/** A version that does not read as a connector is absent. */
export function readVersions(
  scope: Scope,
  id: string,
): { draft: Connector | undefined; live: Connector | undefined } {
  const row = getConnectorRow(scope, id);
  const draft = readModel(row);
  if (!row.edited) return { draft, live: draft };
  const key = { environmentId: scope.environmentId, connectorId: id, version: row.liveVersion };
  const texts = findConnectorVersion(scope.services.database, key);
  return { draft, live: texts && readModel(texts) };
}
