// The connection a new step uses by itself.
import type { ConnectionReferences } from '@/lib/flow/definition';

interface KnownConnection {
  id: string;
  connectorId: string;
  /** How many flows use it. */
  flows: number;
}

export interface ConnectionFacts {
  references: ConnectionReferences;
  connections: readonly KnownConnection[];
}

/**
 * The one this flow uses already, else the only one there is. One that no flow has used yet (it was made to test the
 * connector) is offered, not taken: the first use in a flow asks.
 */
export function chooseConnection(
  connector: { id: string; apiId: string },
  { references, connections }: ConnectionFacts,
): string | undefined {
  const used = Object.values(references).find(
    (each) => each.apiId.toLowerCase() === connector.apiId.toLowerCase() && each.connectionId !== undefined,
  );
  if (used) return used.connectionId;
  const own = connections.filter((each) => each.connectorId === connector.id);
  const only = own.length === 1 ? own[0] : undefined;
  return only && only.flows > 0 ? only.id : undefined;
}
