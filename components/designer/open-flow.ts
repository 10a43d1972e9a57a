// A flow as the server hands it to the designer, and as the data that is edited.
import { parseStoredDefinition } from '@/components/run/stored-definition';
import type { ConnectionReferences, Flow, FlowOrigin } from '@/lib/flow/definition';
import type { LoadedDraft } from './store/save-state';

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

/** The draft as the store takes it. */
export function toLoadedDraft(open: OpenFlow): LoadedDraft {
  const { definitionText, revision, version, edited, modifiedAt: at } = open;
  return { flow: toFlow(open), definitionText, revision, version, edited, at };
}
