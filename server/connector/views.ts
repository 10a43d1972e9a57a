// Connectors as screens see them: the list, the editor, the designer, the download.
import { findConnectorUndo, listConnectors, listLiveConnectors } from '@/db/queries/connector';
import { AppError } from '@/lib/app-error';
import { slugOf, toApiId } from '@/lib/flow/api-id';
import { limits } from '@/lib/limits';
import { countFlowsByConnector } from '../flow/used-by';
import type { Scope } from '../services';
import { listImportedSecurity } from './imported-security';
import { getConnectorRow } from './load';
import { isSmallPalette } from './palette';
import { brandColorOf, iconUrl, parseProperties, readSummary } from './stored-connector';

export function listConnectorViews(scope: Scope, solutionId: string | undefined) {
  const { database } = scope.services;
  const flows = countFlowsByConnector(scope);
  return listConnectors(database, scope.environmentId, solutionId).map((row) => {
    const { origin: _origin, ...summary } = readSummary(row.summaryText);
    return {
      id: row.id,
      slug: row.slug,
      apiId: toApiId(row.slug),
      name: row.name,
      ...summary,
      iconUrl: iconUrl(row.id, row.iconVersion),
      connections: row.connections,
      flows: flows.get(row.slug) ?? 0,
      version: row.liveVersion,
      hasDraft: row.edited,
      solutionId: row.solutionId,
      modifiedAt: row.modifiedAt,
    };
  });
}

export function getConnectorView(scope: Scope, id: string) {
  const row = getConnectorRow(scope, id);
  const undo = findConnectorUndo(scope.services.database, scope.environmentId, id);
  return {
    id: row.id,
    slug: row.slug,
    apiId: toApiId(row.slug),
    name: row.name,
    brandColor: readSummary(row.summaryText).brandColor,
    iconUrl: iconUrl(row.id, row.iconVersion),
    solutionId: row.solutionId,
    revision: row.revision,
    version: row.liveVersion,
    edited: row.edited,
    definitionText: row.definitionText,
    propertiesText: row.propertiesText,
    canUndoUpdate: undo !== undefined,
    undoLabel: undo?.label,
    importedSecurity: listImportedSecurity(row.sourceText),
    createdAt: row.createdAt,
    modifiedAt: row.modifiedAt,
  };
}

/**
 * Live versions: what flows that are made now will call. Those of `apiIds` that exist; all where it is absent, which
 * is refused where they are too many for one answer.
 */
export function listConnectorsForDesigner(scope: Scope, apiIds: readonly string[] | undefined) {
  if (apiIds === undefined && !isSmallPalette(scope)) {
    throw new AppError('INVALID_INPUT', limits.localPalette.sentence, {
      field: 'apiIds',
    });
  }
  const slugs = apiIds?.flatMap((apiId) => slugOf(apiId) ?? []);
  return listLiveConnectors(scope.services.database, scope.environmentId, slugs).map((row) => ({
    id: row.id,
    apiId: toApiId(row.slug),
    slug: row.slug,
    name: row.name,
    brandColor: brandColorOf(parseProperties(row.propertiesText)),
    iconUrl: iconUrl(row.id, row.iconVersion),
    definitionText: row.definitionText,
    propertiesText: row.propertiesText,
    version: row.version,
  }));
}

export function downloadConnector(scope: Scope, id: string): { fileName: string; text: string } {
  const row = getConnectorRow(scope, id);
  return { fileName: `${row.slug}.swagger.json`, text: row.definitionText };
}
