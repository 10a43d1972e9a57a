// Who may have a flow use which connection. A connection of somebody else stays in the flow its owner put it in, for the
// operations that the flow calls with it; anything more is theirs to grant.
import { findConnection } from '@/db/queries/connection';
import { AppError } from '@/lib/app-error';
import { readOperationCall } from '@/lib/flow/connector-action';
import type { ConnectionReferences, FlowDefinition } from '@/lib/flow/definition';
import { listActions, listTriggers } from '@/lib/flow/tree';
import { ownProperty } from '@/lib/json';
import { mayUse } from '../connection/load';
import type { Scope } from '../services';

export interface ConnectionUse {
  /** Asked only where somebody else's connection is among the references. */
  definition(): FlowDefinition;
  references: ConnectionReferences;
}

/** Throws NOT_FOUND or FORBIDDEN for what `next` adds to the versions of the flow that were there before. */
export function checkConnectionUse(
  scope: Scope,
  next: ConnectionUse,
  former: readonly ConnectionUse[],
): void {
  const known = new Set(former.flatMap(({ references }) => idsOf(references)));
  const foreign = new Set<string>();
  for (const id of idsOf(next.references)) {
    const row = findConnection(scope.services.database, scope.environmentId, id);
    if (row === undefined && known.has(id)) continue;
    if (row === undefined)
      throw new AppError('NOT_FOUND', 'A connection that this flow names does not exist.', {
        field: 'references',
      });
    if (mayUse(scope, row)) continue;
    if (!known.has(id))
      throw new AppError('FORBIDDEN', 'A connection that this flow names belongs to somebody else.', {
        field: 'references',
      });
    foreign.add(id);
  }
  if (foreign.size > 0) checkForeign(foreign, next, former);
}

function checkForeign(
  foreign: ReadonlySet<string>,
  next: ConnectionUse,
  former: readonly ConnectionUse[],
): void {
  const granted = new Set(former.flatMap(listCalls).map(keyOf));
  const added = listCalls(next).find((call) => foreign.has(call.connectionId) && !granted.has(keyOf(call)));
  if (!added) return;
  const message = `The connection of “${added.step}” belongs to somebody else, and this flow has not called this operation with it. Choose a connection of your own.`;
  throw new AppError('FORBIDDEN', message, { field: 'references' });
}

function idsOf(references: ConnectionReferences): string[] {
  return Object.values(references).flatMap(({ connectionId }) => connectionId ?? []);
}

interface Call {
  step: string;
  connectionId: string;
  apiId: string;
  /** Where only the run knows, what it works it out from. */
  operationId: string;
}

function keyOf({ connectionId, apiId, operationId }: Call): string {
  return JSON.stringify([connectionId, apiId.toLowerCase(), operationId]);
}

/** What a run would call: there the API of the reference comes before the one that the step names. */
function listCalls({ definition, references }: ConnectionUse): Call[] {
  const flow = definition();
  const steps = [
    ...listTriggers(flow).map(({ name, trigger }) => ({ name, step: trigger })),
    ...listActions(flow).map(({ name, action }) => ({ name, step: action })),
  ];
  return steps.flatMap(({ name, step }): Call[] => {
    const call = readOperationCall(step, references);
    if (!call) return [];
    const host = JSON.stringify(ownProperty(ownProperty(step, 'inputs'), 'host') ?? null);
    const isPlain = !host.includes('@');
    // A name that the run works out may turn out to be that of any reference.
    return Object.entries(references).flatMap(([key, { apiId, connectionId }]): Call[] => {
      if (connectionId === undefined || (isPlain && key !== call.connectionName)) return [];
      const operationId = isPlain ? call.operationId : host;
      return [{ step: name, connectionId, apiId: apiId || call.apiId, operationId }];
    });
  });
}
