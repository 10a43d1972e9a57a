// The draft of a flow: every save names the revision it began with. "Save" makes the draft the next live version.
import { randomUUID } from 'node:crypto';
import { inTransaction } from '@/db/client';
import { findFlowVersion, insertFlowVersion, updateFlow } from '@/db/queries/flow';
import { AppError } from '@/lib/app-error';
import type { ConnectionReferences, FlowDefinition } from '@/lib/flow/definition';
import { isJsonObject } from '@/lib/json';
import { scanJsonText } from '@/lib/json-text-scan';
import { limits } from '@/lib/limits';
import { nameKey, withUniqueName } from '../names';
import type { Scope } from '../services';
import { type ConnectionUse, checkConnectionUse } from './connection-use';
import { getFlowRow, staleFlow } from './load';
import { readReferences } from './references';

export interface FlowDraft {
  id: string;
  revision: number;
  definitionText: string;
  references: ConnectionReferences;
}

export interface StoredDraft {
  revision: number;
  savedAt: number;
  /** The draft differs from the live version. */
  edited: boolean;
}

export function saveFlowDraft(scope: Scope, draft: FlowDraft): StoredDraft {
  const definition = readDefinitionText(draft.definitionText);
  const { database, now } = scope.services;
  const savedAt = now();
  const revision = draft.revision + 1;
  const referencesText = JSON.stringify(draft.references);
  return inTransaction(database, () => {
    const row = getFlowRow(scope, draft.id);
    const live = findFlowVersion(database, {
      environmentId: scope.environmentId,
      flowId: row.id,
      version: row.liveVersion,
    });
    checkConnectionUse(
      scope,
      { definition: () => definition, references: draft.references },
      [row, ...(live ? [live] : [])].map(readUse),
    );
    const edited = live?.definitionText !== draft.definitionText || live.referencesText !== referencesText;
    const values = {
      revision,
      definitionText: draft.definitionText,
      referencesText,
      edited,
      modifiedAt: savedAt,
    };
    const key = { environmentId: scope.environmentId, id: draft.id, expectedRevision: draft.revision };
    if (!updateFlow(database, key, values)) throw staleFlow(row.revision);
    return { revision, savedAt, edited };
  });
}

export function publishFlow(
  scope: Scope,
  { id, revision, note }: { id: string; revision: number; note?: string | undefined },
): { version: number } {
  const { database, now } = scope.services;
  const { environmentId } = scope;
  return inTransaction(database, () => {
    const row = getFlowRow(scope, id);
    if (row.revision !== revision) throw staleFlow(row.revision);
    if (!row.edited) return { version: row.liveVersion };
    const version = row.liveVersion + 1;
    insertFlowVersion(database, {
      id: randomUUID(),
      environmentId,
      flowId: id,
      version,
      definitionText: row.definitionText,
      referencesText: row.referencesText,
      note: note ?? null,
      createdBy: scope.user.userId,
      createdAt: now(),
    });
    updateFlow(database, { environmentId, id }, { liveVersion: version, edited: false, modifiedAt: now() });
    return { version };
  });
}

export function discardFlowDraft(
  scope: Scope,
  { id, revision: expectedRevision }: { id: string; revision: number },
): { revision: number } {
  const { database, now } = scope.services;
  const { environmentId } = scope;
  return inTransaction(database, () => {
    const row = getFlowRow(scope, id);
    if (row.revision !== expectedRevision) throw staleFlow(row.revision);
    const live = findFlowVersion(database, { environmentId, flowId: id, version: row.liveVersion });
    if (live === undefined)
      throw new AppError('NOT_READY', 'This flow was never saved, so there is nothing to go back to.');
    const { definitionText, referencesText } = live;
    const revision = row.revision + 1;
    updateFlow(
      database,
      { environmentId, id },
      { revision, definitionText, referencesText, edited: false, modifiedAt: now() },
    );
    return { revision };
  });
}

export function renameFlow(scope: Scope, { id, name }: { id: string; name: string }): void {
  const { database, now } = scope.services;
  getFlowRow(scope, id);
  const values = { name, nameKey: nameKey(name), modifiedAt: now() };
  withUniqueName(name, () => updateFlow(database, { environmentId: scope.environmentId, id }, values));
}

export function setFlowState(scope: Scope, { id, state }: { id: string; state: 'on' | 'off' }): void {
  getFlowRow(scope, id);
  updateFlow(
    scope.services.database,
    { environmentId: scope.environmentId, id },
    { state, modifiedAt: scope.services.now() },
  );
}

/** A draft may be wrong in every way a checker names, but it is a JSON object of a bearable size. */
function readDefinitionText(text: string): FlowDefinition {
  if (Buffer.byteLength(text) > limits.definitionBytes.value) {
    throw new AppError('TOO_LARGE', limits.definitionBytes.sentence, { field: 'definitionText' });
  }
  // What reads it later goes down level by level; one draft that is too deep would stop what reads all of them.
  const { tooDeepAt } = scanJsonText(text, limits.documentDepth.value);
  if (tooDeepAt !== undefined)
    throw new AppError('TOO_LARGE', limits.documentDepth.sentence, { field: 'definitionText' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('INVALID_INPUT', 'The definition is not valid JSON.', {
      field: 'definitionText',
      cause,
    });
  }
  if (!isJsonObject(value) || !isJsonObject(value.triggers) || !isJsonObject(value.actions)) {
    throw new AppError('INVALID_INPUT', 'A definition is a JSON object with “triggers” and “actions”.', {
      field: 'definitionText',
    });
  }
  return value as unknown as FlowDefinition;
}

function readUse(texts: { definitionText: string; referencesText: string }): ConnectionUse {
  return {
    definition: () => JSON.parse(texts.definitionText) as FlowDefinition,
    references: readReferences(texts.referencesText),
  };
}
