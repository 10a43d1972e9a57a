// What a browser kept of a flow, read again, and how it stands to what the server has.
import { parseStoredDefinition } from '@/components/run/stored-definition';
import { isSameJson } from '@/lib/document/equal';
import type { ConnectionReferences, Flow } from '@/lib/flow/definition';
import { isJsonObject } from '@/lib/json';
import type { JournalEntry, KeptTexts } from './journal';
import type { LoadedDraft } from './save-state';

type Contents = Pick<Flow, 'definition' | 'connectionReferences'>;

/** True where both say the same, in whatever order. */
export function isSameFlow(one: Contents, other: Contents): boolean {
  return (
    isSameJson(one.definition, other.definition) &&
    isSameReferences(one.connectionReferences, other.connectionReferences)
  );
}

function isSameReferences(one: ConnectionReferences, other: ConnectionReferences): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => one[key]?.apiId === other[key]?.apiId && one[key]?.connectionId === other[key]?.connectionId,
    )
  );
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

/** The flow that texts of a journal hold. */
export function readKept(texts: KeptTexts, origin: Flow['origin']): Flow {
  return {
    definition: parseStoredDefinition(texts.definitionText),
    connectionReferences: parseReferences(texts.referencesText),
    origin,
  };
}

/**
 * How what was kept stands to the stored draft: it is stored already; it goes on from it (also where what is stored
 * was sent by the very window); or somebody else stored since.
 */
export function judgeEntry(
  entry: JournalEntry,
  stored: Pick<LoadedDraft, 'flow' | 'revision'>,
): 'stored' | 'continues' | 'apart' {
  const says = (texts: KeptTexts) => isSameFlow(readKept(texts, stored.flow.origin), stored.flow);
  if (says(entry)) return 'stored';
  return entry.revision === stored.revision || entry.sent.some(says) ? 'continues' : 'apart';
}
