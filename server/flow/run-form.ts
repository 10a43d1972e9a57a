// What is asked and shown before a flow runs: the inputs of its trigger and the connections that its steps use, read from
// the very version that will run.
import { type ConnectionListRow, listConnections } from '@/db/queries/connection';
import { type LiveConnector, listLiveConnectors } from '@/db/queries/connector';
import { findFlowVersion } from '@/db/queries/flow';
import { AppError } from '@/lib/app-error';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { apiName, slugOf } from '@/lib/flow/api-id';
import type { FlowDefinition } from '@/lib/flow/definition';
import { listTriggers } from '@/lib/flow/tree';
import { readTriggerInputs, type TriggerInput } from '@/lib/flow/trigger-inputs';
import { listUsedConnections, type UsedConnection } from '@/lib/flow/used-connections';
import { mayUse } from '../connection/load';
import { brandColorOf, iconUrl, parseProperties } from '../connector/stored-connector';
import type { Scope } from '../services';
import { getFlowRow } from './load';
import { readReferences } from './references';

/** A connector of the flow whose calls need a connection, and how that stands. */
export interface RunConnection {
  /** Unique within the form. */
  key: string;
  connectorName: string;
  brandColor?: string;
  iconUrl?: string | undefined;
  /** Absent where none is chosen, or where it is none of this person's. */
  id?: string;
  /** As `id`. */
  name?: string;
  state: 'connected' | 'untested' | 'failing' | 'missing' | 'no-connector';
  lastError?: string;
  /** The first step that uses it. */
  step: string;
}

export interface RunForm {
  /** Of the draft; 0 for a live version. */
  revision: number;
  inputs: TriggerInput[];
  connections: RunConnection[];
}

export function getRunForm(scope: Scope, { id, draft }: { id: string; draft: boolean }): RunForm {
  const row = getFlowRow(scope, id);
  const version = { environmentId: scope.environmentId, flowId: id, version: row.liveVersion };
  const texts = draft ? row : findFlowVersion(scope.services.database, version);
  if (texts === undefined)
    throw new AppError('NOT_READY', 'This flow was never saved. Save it, then run it.');
  const definition = JSON.parse(texts.definitionText) as FlowDefinition;
  const trigger = listTriggers(definition)[0]?.trigger;
  return {
    revision: draft ? row.revision : 0,
    inputs: trigger === undefined ? [] : readTriggerInputs(trigger),
    connections: listRunConnections(
      scope,
      listUsedConnections(definition, readReferences(texts.referencesText)),
    ),
  };
}

function listRunConnections(scope: Scope, used: UsedConnection[]): RunConnection[] {
  if (used.length === 0) return [];
  const { database } = scope.services;
  const slugs = used.flatMap(({ apiId }) => slugOf(apiId)?.toLowerCase() ?? []);
  const bySlug = new Map(
    listLiveConnectors(database, scope.environmentId, slugs).map((row) => [row.slug.toLowerCase(), row]),
  );
  const byId = new Map(listConnections(database, scope.environmentId).map((row) => [row.id, row]));
  return used.flatMap((one): RunConnection[] => {
    const connector = bySlug.get(slugOf(one.apiId)?.toLowerCase() ?? '');
    const key = `${one.apiId} ${one.key}`;
    if (connector === undefined) {
      const connectorName = apiName(one.apiId) || one.key;
      return [{ key, connectorName, state: 'no-connector', step: one.step }];
    }
    if (!needsConnection(connector)) return [];
    const connection = one.connectionId === undefined ? undefined : byId.get(one.connectionId);
    return [{ key, step: one.step, ...faceOf(connector), ...stateOf(scope, connection) }];
  });
}

/** True where calls need stored values; of a connector that cannot be read nothing is known. */
function needsConnection(row: LiveConnector): boolean {
  const parsed = parseDefinition(row.definitionText);
  if (!parsed.ok) return true;
  const { connector } = readConnector(parsed.document, parseProperties(row.propertiesText));
  return connector?.connectionParameters.length !== 0;
}

function faceOf(row: LiveConnector) {
  return {
    connectorName: row.name,
    brandColor: brandColorOf(parseProperties(row.propertiesText)),
    iconUrl: iconUrl(row.id, row.iconVersion),
  };
}

/** Whoever runs a flow sees whether its connections work, and the names of those that are their own. */
function stateOf(
  scope: Scope,
  row: ConnectionListRow | undefined,
): Pick<RunConnection, 'id' | 'name' | 'state' | 'lastError'> {
  if (row === undefined) return { state: 'missing' };
  if (!mayUse(scope, row)) return { state: row.status };
  const { id, name, status: state, lastError } = row;
  return { id, name, state, ...(lastError !== null && { lastError }) };
}
