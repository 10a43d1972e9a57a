// "Update from OpenAPI file": what it would change, the change itself, and the way back to the exact former state.
import { inTransaction } from '@/db/client';
import {
  type ConnectorRow,
  deleteConnectorUndo,
  findConnectorUndo,
  findConnectorVersion,
  putConnectorUndo,
  updateConnector,
} from '@/db/queries/connector';
import { listFlows } from '@/db/queries/flow';
import { AppError } from '@/lib/app-error';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { withSecurity } from '@/lib/connector/properties';
import { readConnector } from '@/lib/connector/read-connector';
import { listRenamed, previewUpdate } from '@/lib/connector/update';
import { rewriteText } from '@/lib/document/text';
import { slugOf } from '@/lib/flow/api-id';
import type { FlowDefinition } from '@/lib/flow/definition';
import { listActions } from '@/lib/flow/tree';
import { isJsonObject, type JsonObject, ownProperty } from '@/lib/json';
import { readReferences } from '../flow/references';
import type { Scope } from '../services';
import { type DefinitionFile, readDefinitionFile } from './import';
import { getConnectorRow, staleConnector } from './load';
import { parseProperties, readStoredConnector, summarise } from './stored-connector';

export interface UpdateImpact {
  flowId: string;
  flowName: string;
  action: string;
  reason: string;
}

export interface ConnectorUpdate extends DefinitionFile {
  id: string;
  /** Operations that the maker removed and now wants from the file after all. */
  takenBack?: string[] | undefined;
}

export function previewConnectorUpdate(scope: Scope, { id, takenBack, ...file }: ConnectorUpdate) {
  const row = getConnectorRow(scope, id);
  const { revision } = row;
  const incoming = readDefinitionFile(file);
  if (!('document' in incoming) || incoming.connector === undefined) {
    const repairs = 'repairs' in incoming ? incoming.repairs : [];
    return {
      ok: false as const,
      revision,
      changes: [],
      kept: [],
      lost: [],
      leftOut: [],
      problems: incoming.problems,
      repairs,
      impact: [] as UpdateImpact[],
    };
  }
  const merged = mergeInto(row, incoming.document, takenBack);
  const { changes, kept, lost, leftOut, result } = merged;
  const { problems, repairs } = incoming;
  return {
    ok: true as const,
    /** Of the draft that was compared: applying names it, so that what was listed is what is done. */
    revision,
    changes,
    kept,
    lost,
    leftOut,
    problems,
    repairs,
    impact: listImpact(scope, row, result),
  };
}

export function applyConnectorUpdate(
  scope: Scope,
  { id, revision, takenBack, ...file }: ConnectorUpdate & { revision: number },
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
    const { result, changes, document } = mergeInto(row, incoming.document, takenBack);
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
    const next = {
      definitionText: rewriteText(definitionText, document, result),
      propertiesText: fitProperties(propertiesText, { before: document, after: result }),
    };
    const isChanged = next.definitionText !== definitionText || next.propertiesText !== propertiesText;
    replaceDraft(scope, row, { ...next, sourceText: file.text, edited: edited || isChanged });
    return {
      revision: row.revision + 1,
      summary: changes.length === 1 ? '1 change' : `${changes.length} changes`,
    };
  });
}

/** A connector that now signs its calls otherwise asks for other values; else the properties keep every byte. */
function fitProperties(text: string, { before, after }: { before: JsonObject; after: JsonObject }): string {
  const properties = parseProperties(text);
  const former = readConnector(before, properties).connector?.security;
  const security = readConnector(after, properties).connector?.security;
  if (!security || former?.type === security.type) return text;
  return rewriteText(text, properties, withSecurity(properties, security));
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

function mergeInto(
  row: { definitionText: string; sourceText: string | null },
  incoming: JsonObject,
  takenBack: readonly string[] = [],
) {
  const document = parsedDocument(row.definitionText);
  if (document === undefined)
    throw new AppError(
      'NOT_READY',
      'The present definition cannot be read. Correct it in the Swagger editor first.',
    );
  const source = row.sourceText === null ? undefined : parsedDocument(row.sourceText);
  const merged = previewUpdate({
    ...(source !== undefined && { source }),
    definition: document,
    incoming,
    takenBack,
  });
  return { ...merged, document };
}

function parsedDocument(text: string): JsonObject | undefined {
  const parsed = parseDefinition(text);
  return parsed.ok ? parsed.document : undefined;
}

/** Steps of flows, which use the live version, whose operation the update no longer has or calls by another ID. */
function listImpact(scope: Scope, row: ConnectorRow, after: JsonObject): UpdateImpact[] {
  const key = { environmentId: scope.environmentId, connectorId: row.id, version: row.liveVersion };
  const live = findConnectorVersion(scope.services.database, key);
  const renamed = listRenamed(parsedDocument(live?.definitionText ?? '') ?? {}, after);
  const operations = new Set(readConnector(after).connector?.operations.map((operation) => operation.id));
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
        slugOf(apiId) !== row.slug ||
        typeof operationId !== 'string' ||
        operations.has(operationId)
      )
        continue;
      const now = renamed.get(operationId);
      impact.push({
        flowId: flow.id,
        flowName: flow.name,
        action: name,
        reason:
          now === undefined
            ? `The operation ${operationId} is gone.`
            : `The operation ${operationId} is now called ${now}.`,
      });
    }
  }
  return impact;
}
