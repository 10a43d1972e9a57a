// "Update from OpenAPI file": what it would change, the change itself, and the way back to the exact former state.
import { inTransaction } from '@/db/client';
import {
  deleteConnectorUndo,
  findConnectorUndo,
  findConnectorVersion,
  putConnectorUndo,
  updateConnector,
} from '@/db/queries/connector';
import { listFlows } from '@/db/queries/flow';
import { AppError } from '@/lib/app-error';
import type { Connector } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { previewUpdate } from '@/lib/connector/update';
import { rewriteText } from '@/lib/document/text';
import { slugOf } from '@/lib/flow/api-id';
import type { FlowDefinition } from '@/lib/flow/definition';
import { listActions } from '@/lib/flow/tree';
import { isJsonObject, type JsonObject, ownProperty } from '@/lib/json';
import { readReferences } from '../flow/references';
import type { Scope } from '../services';
import { type DefinitionFile, readDefinitionFile } from './import';
import { getConnectorRow, staleConnector } from './load';
import { readStoredConnector, summarise } from './stored-connector';

export interface UpdateImpact {
  flowId: string;
  flowName: string;
  action: string;
  reason: string;
}

export function previewConnectorUpdate(scope: Scope, { id, ...file }: DefinitionFile & { id: string }) {
  const row = getConnectorRow(scope, id);
  const incoming = readDefinitionFile(file);
  if (!('document' in incoming) || incoming.connector === undefined) {
    const repairs = 'repairs' in incoming ? incoming.repairs : [];
    return {
      ok: false as const,
      changes: [],
      kept: [],
      problems: incoming.problems,
      repairs,
      impact: [] as UpdateImpact[],
    };
  }
  const { changes, kept, result } = mergeInto(row, incoming.document);
  const { problems, repairs } = incoming;
  return {
    ok: true as const,
    changes,
    kept,
    problems,
    repairs,
    impact: listImpact(scope, row.slug, readConnector(result).connector),
  };
}

export function applyConnectorUpdate(
  scope: Scope,
  { id, revision, ...file }: DefinitionFile & { id: string; revision: number },
) {
  const incoming = readDefinitionFile(file);
  if (!('document' in incoming) || incoming.connector === undefined) {
    throw new AppError(
      'INVALID_INPUT',
      incoming.problems[0]?.message ?? 'The file cannot be read as a definition.',
      {
        field: 'text',
        details: { problems: incoming.problems },
      },
    );
  }
  const { database, now } = scope.services;
  return inTransaction(database, () => {
    const row = getConnectorRow(scope, id);
    if (row.revision !== revision) throw staleConnector(row.revision);
    const { result, changes, document } = mergeInto(row, incoming.document);
    const { definitionText, propertiesText, sourceText, edited } = row;
    const label = `update from ${file.fileName === '' ? 'a file' : file.fileName}`;
    putConnectorUndo(database, {
      connectorId: id,
      environmentId: scope.environmentId,
      label,
      definitionText,
      propertiesText,
      sourceText,
      edited,
      createdAt: now(),
    });
    const next = rewriteText(definitionText, document, result);
    replaceDraft(scope, row, {
      definitionText: next,
      propertiesText,
      sourceText: file.text,
      edited: edited || next !== definitionText,
    });
    return {
      revision: row.revision + 1,
      summary: changes.length === 1 ? '1 change' : `${changes.length} changes`,
    };
  });
}

export function undoConnectorUpdate(
  scope: Scope,
  { id, revision }: { id: string; revision: number },
): { revision: number } {
  const { database } = scope.services;
  return inTransaction(database, () => {
    const row = getConnectorRow(scope, id);
    if (row.revision !== revision) throw staleConnector(row.revision);
    const undo = findConnectorUndo(database, scope.environmentId, id);
    if (undo === undefined) throw new AppError('NOT_READY', 'There is no update to undo.');
    const { definitionText, propertiesText, sourceText } = undo;
    const key = { environmentId: scope.environmentId, connectorId: id, version: row.liveVersion };
    const live = findConnectorVersion(database, key);
    const edited = live?.definitionText !== definitionText || live.propertiesText !== propertiesText;
    replaceDraft(scope, row, { definitionText, propertiesText, sourceText, edited });
    deleteConnectorUndo(database, scope.environmentId, id);
    return { revision: row.revision + 1 };
  });
}

interface Draft {
  definitionText: string;
  propertiesText: string;
  sourceText: string | null;
  edited: boolean;
}

function replaceDraft(scope: Scope, row: { id: string; revision: number }, draft: Draft): void {
  const summaryText = JSON.stringify(summarise(readStoredConnector(draft)));
  const { database, now } = scope.services;
  updateConnector(
    database,
    { environmentId: scope.environmentId, id: row.id },
    { ...draft, revision: row.revision + 1, summaryText, modifiedAt: now() },
  );
}

function mergeInto(row: { definitionText: string; sourceText: string | null }, incoming: JsonObject) {
  const document = parsedDocument(row.definitionText);
  if (document === undefined)
    throw new AppError(
      'NOT_READY',
      'The present definition cannot be read. Correct it in the Swagger editor first.',
    );
  const source = row.sourceText === null ? undefined : parsedDocument(row.sourceText);
  const merged = previewUpdate(
    source === undefined ? { definition: document, incoming } : { source, definition: document, incoming },
  );
  return { ...merged, document };
}

function parsedDocument(text: string): JsonObject | undefined {
  const parsed = parseDefinition(text);
  return parsed.ok ? parsed.document : undefined;
}

/** Steps of flows whose operation the updated connector no longer has. */
function listImpact(scope: Scope, slug: string, updated: Connector | undefined): UpdateImpact[] {
  const operations = new Set(updated?.operations.map((operation) => operation.id));
  const impact: UpdateImpact[] = [];
  for (const flow of listFlows(scope.services.database, scope.environmentId)) {
    const references = readReferences(flow.referencesText);
    const definition = JSON.parse(flow.definitionText) as FlowDefinition;
    for (const { name, action } of listActions(definition)) {
      const host = ownProperty(ownProperty(action, 'inputs'), 'host');
      const operationId = ownProperty(host, 'operationId');
      const reference = references[String(ownProperty(host, 'connectionName'))];
      const apiId = String(ownProperty(host, 'apiId') ?? reference?.apiId ?? '');
      if (
        !isJsonObject(host) ||
        slugOf(apiId) !== slug ||
        typeof operationId !== 'string' ||
        operations.has(operationId)
      )
        continue;
      impact.push({
        flowId: flow.id,
        flowName: flow.name,
        action: name,
        reason: `The operation ${operationId} is gone.`,
      });
    }
  }
  return impact;
}
