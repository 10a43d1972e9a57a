// Which flows use a connector or a connection: read from the references of drafts and live versions.
import { listFlowReferences } from '@/db/queries/flow';
import { slugOf } from '@/lib/flow/api-id';
import type { ConnectionReference } from '@/lib/flow/definition';
import type { Scope } from '../services';
import { readReferences } from './references';

export interface UsedBy {
  id: string;
  name: string;
}

function listReferencesByFlow(scope: Scope): (UsedBy & { references: ConnectionReference[] })[] {
  return listFlowReferences(scope.services.database, scope.environmentId).map(
    ({ id, name, draft, live }) => ({
      id,
      name,
      references: [
        ...Object.values(readReferences(draft)),
        ...(live === null ? [] : Object.values(readReferences(live))),
      ],
    }),
  );
}

/** Slug of a connector -> number of flows. */
export function countFlowsByConnector(scope: Scope): Map<string, number> {
  const counts = new Map<string, number>();
  for (const flow of listReferencesByFlow(scope)) {
    const slugs = new Set(flow.references.map((reference) => slugOf(reference.apiId)));
    for (const slug of slugs) if (slug !== undefined) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return counts;
}

/** Id of a connection -> number of flows. */
export function countFlowsByConnection(scope: Scope): Map<string, number> {
  const counts = new Map<string, number>();
  for (const flow of listReferencesByFlow(scope)) {
    const ids = new Set(flow.references.map((reference) => reference.connectionId));
    for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export function listFlowsUsingConnector(scope: Scope, slug: string): UsedBy[] {
  return listReferencesByFlow(scope)
    .filter((flow) => flow.references.some((reference) => slugOf(reference.apiId) === slug))
    .map(({ id, name }) => ({ id, name }));
}

export function listFlowsUsingConnection(scope: Scope, connectionId: string): UsedBy[] {
  return listReferencesByFlow(scope)
    .filter((flow) => flow.references.some((reference) => reference.connectionId === connectionId))
    .map(({ id, name }) => ({ id, name }));
}
