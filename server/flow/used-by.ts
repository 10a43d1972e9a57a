// Which flows use a connector or a connection: read from the steps of drafts and live versions.
import type { Database } from '@/db/client';
import { findFlowTexts, listFlowStates } from '@/db/queries/flow';
import { slugOf } from '@/lib/flow/api-id';
import type { FlowDefinition } from '@/lib/flow/definition';
import { listUsedConnections, type UsedConnection } from '@/lib/flow/used-connections';
import type { Scope } from '../services';
import { readReferences } from './references';

export interface UsedBy {
  id: string;
  name: string;
}

interface Kept {
  /** Of which draft and live version. */
  state: string;
  used: UsedConnection[];
}

// Lists ask this of all flows each time they are shown; a flow is read again only after it has changed.
const kept = new WeakMap<Database, Map<string, Kept>>();

function listUse(scope: Scope): (UsedBy & { used: UsedConnection[] })[] {
  const { database } = scope.services;
  const known = kept.get(database) ?? new Map<string, Kept>();
  kept.set(database, known);
  return listFlowStates(database, scope.environmentId).map(({ id, name, revision, liveVersion }) => {
    const state = `${revision} ${liveVersion}`;
    const former = known.get(id);
    if (former?.state === state) return { id, name, used: former.used };
    const used = findFlowTexts(database, scope.environmentId, id).flatMap(
      ({ definitionText, referencesText }) =>
        listUsedConnections(JSON.parse(definitionText) as FlowDefinition, readReferences(referencesText)),
    );
    known.set(id, { state, used });
    return { id, name, used };
  });
}

function countFlows(scope: Scope, what: (one: UsedConnection) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { used } of listUse(scope))
    for (const key of new Set(used.map(what)))
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function listFlows(scope: Scope, isMeant: (one: UsedConnection) => boolean): UsedBy[] {
  return listUse(scope)
    .filter(({ used }) => used.some(isMeant))
    .map(({ id, name }) => ({ id, name }));
}

/** Slug of a connector -> number of flows. */
export function countFlowsByConnector(scope: Scope): Map<string, number> {
  return countFlows(scope, ({ apiId }) => slugOf(apiId));
}

/** Id of a connection -> number of flows. */
export function countFlowsByConnection(scope: Scope): Map<string, number> {
  return countFlows(scope, ({ connectionId }) => connectionId);
}

export function listFlowsUsingConnector(scope: Scope, slug: string): UsedBy[] {
  return listFlows(scope, ({ apiId }) => slugOf(apiId) === slug);
}

export function listFlowsUsingConnection(scope: Scope, id: string): UsedBy[] {
  return listFlows(scope, ({ connectionId }) => connectionId === id);
}
