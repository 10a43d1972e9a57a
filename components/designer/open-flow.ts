// A flow as the server hands it to the designer, and as the data that is edited.
import { parseStoredDefinition } from '@/components/run/stored-definition';
import type { ConnectionReferences, Flow, FlowOrigin } from '@/lib/flow/definition';
import { isJsonObject } from '@/lib/json';

export interface OpenFlow {
  id: string;
  name: string;
  origin: FlowOrigin;
  solutionId?: string | null | undefined;
  solutionName?: string | undefined;
  revision: number;
  version: number;
  edited: boolean;
  definitionText: string;
  references: ConnectionReferences;
  modifiedAt: number;
}

/** The flow as data. */
export function toFlow(open: Pick<OpenFlow, 'definitionText' | 'references' | 'origin'>): Flow {
  return {
    definition: parseStoredDefinition(open.definitionText),
    connectionReferences: open.references,
    origin: open.origin,
  };
}

/** Connection references that this browser kept as text. What is not a reference is left out. */
export function parseReferences(text: string): ConnectionReferences {
  const references: ConnectionReferences = {};
  for (const [key, reference] of Object.entries(parseObject(text))) {
    if (!isJsonObject(reference) || typeof reference.apiId !== 'string') continue;
    const { apiId, connectionId } = reference;
    references[key] = typeof connectionId === 'string' ? { apiId, connectionId } : { apiId };
  }
  return references;
}

function parseObject(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
