// The draft of a connector: every save names the revision it began with, so that nobody overwrites unseen work.
import { randomUUID } from 'node:crypto';
import { inTransaction } from '@/db/client';
import {
  deleteConnectorUndo,
  findConnectorUndo,
  findConnectorVersion,
  findVersionSource,
  insertConnectorVersion,
  updateConnector,
} from '@/db/queries/connector';
import { AppError } from '@/lib/app-error';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { voidUnfitConnections } from '../connection/origin';
import { nameKey, withUniqueName } from '../names';
import type { Scope } from '../services';
import { parseIcon, saveIcon } from './icon';
import { getConnectorRow, staleConnector } from './load';
import { indexConnector, reindexConnector } from './palette-index';
import { readStoredConnector, summarise } from './stored-connector';

export interface ConnectorDraft {
  id: string;
  revision: number;
  definitionText: string;
  propertiesText: string;
  name?: string | undefined;
}

export function saveConnectorDraft(scope: Scope, draft: ConnectorDraft): { revision: number } {
  checkPlainJson(draft.definitionText);
  const summaryText = JSON.stringify(summarise(readStoredConnector(draft)));
  const { database, now } = scope.services;
  const revision = draft.revision + 1;
  return inTransaction(database, () => {
    const row = getConnectorRow(scope, draft.id);
    const { definitionText, propertiesText, name = row.name } = draft;
    const values = {
      revision,
      definitionText,
      propertiesText,
      name,
      nameKey: nameKey(name),
      edited: !isLive(scope, row, draft),
      summaryText,
      modifiedAt: now(),
    };
    const key = { environmentId: scope.environmentId, id: draft.id, expectedRevision: draft.revision };
    if (!withUniqueName(name, () => updateConnector(database, key, values)))
      throw staleConnector(row.revision);
    if (name !== row.name) reindexConnector(database, scope.environmentId, draft.id);
    return { revision };
  });
}

/** "Update connector": the draft becomes the next version that flows use. Without a change the present version is the answer. */
export function publishConnector(
  scope: Scope,
  { id, revision }: { id: string; revision: number },
): { version: number } {
  const { database, now } = scope.services;
  return inTransaction(database, () => {
    const row = getConnectorRow(scope, id);
    if (row.revision !== revision) throw staleConnector(row.revision);
    if (!row.edited) return { version: row.liveVersion };
    const stored = readStoredConnector(row);
    if (stored.connector === undefined) {
      throw new AppError(
        'NOT_READY',
        stored.problems[0]?.message ?? 'The definition cannot be read as a connector.',
      );
    }
    const version = row.liveVersion + 1;
    insertConnectorVersion(database, {
      id: randomUUID(),
      environmentId: scope.environmentId,
      connectorId: id,
      version,
      definitionText: row.definitionText,
      propertiesText: row.propertiesText,
      sourceText: row.sourceText,
      createdBy: scope.user.userId,
      createdAt: now(),
    });
    updateConnector(
      database,
      { environmentId: scope.environmentId, id },
      { liveVersion: version, edited: false, modifiedAt: now() },
    );
    const { environmentId } = scope;
    indexConnector(database, { id, environmentId, slug: row.slug, name: row.name, version, ...stored });
    voidUnfitConnections(scope, id, stored.connector);
    return { version };
  });
}

/** Back to what flows use, with the file it came from: an update that goes with the draft was never imported. */
export function discardConnectorDraft(
  scope: Scope,
  { id, revision }: { id: string; revision: number },
): { revision: number } {
  const { environmentId } = scope;
  const { database, now } = scope.services;
  return inTransaction(database, () => {
    const row = getConnectorRow(scope, id);
    if (row.revision !== revision) throw staleConnector(row.revision);
    const key = { environmentId, connectorId: id, version: row.liveVersion };
    const live = findConnectorVersion(database, key);
    if (live === undefined) throw new AppError('NOT_FOUND', 'There is no version to go back to.');
    const { definitionText, propertiesText } = live;
    updateConnector(
      database,
      { environmentId, id },
      {
        revision: revision + 1,
        definitionText,
        propertiesText,
        sourceText: findVersionSource(database, key),
        edited: false,
        summaryText: JSON.stringify(summarise(readStoredConnector(live))),
        modifiedAt: now(),
      },
    );
    const undo = findConnectorUndo(database, environmentId, id);
    if (undo && undo.createdAt >= live.createdAt) deleteConnectorUndo(database, environmentId, id);
    return { revision: revision + 1 };
  });
}

/** The icon is not part of a version: it changes everywhere at once. */
export function setConnectorIcon(
  scope: Scope,
  { id, iconDataUrl }: { id: string; iconDataUrl: string | null },
): { iconUrl: string | undefined } {
  getConnectorRow(scope, id);
  const icon = iconDataUrl === null ? undefined : parseIcon(iconDataUrl);
  saveIcon(scope, id, icon);
  return { iconUrl: icon === undefined ? undefined : `/api/icons/${id}?v=${icon.version}` };
}

function isLive(scope: Scope, row: { id: string; liveVersion: number }, draft: ConnectorDraft): boolean {
  const key = { environmentId: scope.environmentId, connectorId: row.id, version: row.liveVersion };
  const live = findConnectorVersion(scope.services.database, key);
  return (
    live !== undefined &&
    live.definitionText === draft.definitionText &&
    live.propertiesText === draft.propertiesText
  );
}

/** A file may need repairs, which are listed when it is imported; what the editor sends is JSON as it stands. */
function checkPlainJson(definitionText: string): void {
  const parsed = parseDefinition(definitionText);
  if (!parsed.ok || (parsed.format === 'json' && parsed.text === definitionText)) return;
  throw new AppError('INVALID_INPUT', parsed.repairs[0]?.message ?? 'The definition is not valid JSON.', {
    field: 'definitionText',
    details: { repairs: parsed.repairs },
  });
}
