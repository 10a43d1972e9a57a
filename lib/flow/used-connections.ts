// Which connectors and connections a flow really uses: those that its trigger and steps name. A reference that no step
// names any more is none of them.
import { readOperationCall } from './connector-action';
import type { ConnectionReferences, FlowDefinition } from './definition';
import { listActions, listTriggers } from './tree';

export interface UsedConnection {
  /** `/providers/Microsoft.PowerApps/apis/shared_<slug>`; empty where neither the step nor its reference says it. */
  apiId: string;
  /** Key of the reference; empty where the step names none. */
  key: string;
  /** What fills the reference. */
  connectionId?: string;
  /** The first step or trigger that uses it. */
  step: string;
}

/** One entry for each pair of API and reference, in the order of the steps that name them. */
export function listUsedConnections(
  definition: FlowDefinition,
  references: ConnectionReferences,
): UsedConnection[] {
  const used = new Map<string, UsedConnection>();
  const steps = [
    ...listTriggers(definition).map(({ name, trigger }) => ({ name, step: trigger })),
    ...listActions(definition).map(({ name, action }) => ({ name, step: action })),
  ];
  for (const { name, step } of steps) {
    const call = readOperationCall(step, references);
    if (!call) continue;
    const pair = `${call.apiId.toLowerCase()} ${call.connectionName}`;
    if (used.has(pair)) continue;
    const reference = Object.hasOwn(references, call.connectionName)
      ? references[call.connectionName]
      : undefined;
    used.set(pair, {
      apiId: call.apiId,
      key: call.connectionName,
      step: name,
      ...(reference?.connectionId !== undefined && { connectionId: reference.connectionId }),
    });
  }
  return [...used.values()];
}
