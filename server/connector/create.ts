// A new connector: its slug is fixed here, and version 1 is live at once.
import { randomUUID } from 'node:crypto';
import { inTransaction } from '@/db/client';
import { findConnectorBySlug, insertConnector, insertConnectorVersion } from '@/db/queries/connector';
import { blankDefinition } from '@/lib/connector/blank';
import { emptyProperties } from '@/lib/connector/properties';
import { toCanonicalText } from '@/lib/document/text';
import { nameKey, uniqueSlug, withUniqueName } from '../names';
import type { Scope } from '../services';
import { checkSolution } from '../solution/load';
import { parseIcon, saveIcon } from './icon';
import { indexConnector } from './palette-index';
import { readStoredConnector, summarise } from './stored-connector';

export interface BlankConnector {
  name: string;
  description: string;
  brandColor: string;
  iconDataUrl?: string | undefined;
  scheme: 'http' | 'https';
  host: string;
  basePath: string;
  solutionId?: string | undefined;
}

export function createBlankConnector(scope: Scope, blank: BlankConnector): { id: string } {
  const { name, description, scheme, host, basePath } = blank;
  return storeNewConnector(scope, {
    name,
    definitionText: toCanonicalText(blankDefinition({ title: name, description, scheme, host, basePath })),
    propertiesText: toCanonicalText(emptyProperties(blank.brandColor)),
    iconDataUrl: blank.iconDataUrl,
    solutionId: blank.solutionId,
  });
}

export interface NewConnector {
  name: string;
  definitionText: string;
  propertiesText: string;
  /** The file as it came, for later updates. */
  sourceText?: string;
  iconDataUrl?: string | undefined;
  solutionId?: string | undefined;
}

/** Stores all of it or nothing. */
export function storeNewConnector(scope: Scope, connector: NewConnector): { id: string } {
  const { database, now } = scope.services;
  const { environmentId } = scope;
  const icon = connector.iconDataUrl === undefined ? undefined : parseIcon(connector.iconDataUrl);
  const stored = readStoredConnector(connector);
  const summary = summarise(stored);
  const { definitionText, propertiesText } = connector;
  const id = randomUUID();
  const made = { createdBy: scope.user.userId, createdAt: now() };
  return inTransaction(database, () => {
    checkSolution(scope, connector.solutionId);
    const slug = uniqueSlug(
      connector.name,
      (candidate) => findConnectorBySlug(database, environmentId, candidate) !== undefined,
    );
    withUniqueName(connector.name, () =>
      insertConnector(database, {
        id,
        environmentId,
        solutionId: connector.solutionId ?? null,
        slug,
        name: connector.name,
        nameKey: nameKey(connector.name),
        revision: 1,
        definitionText,
        propertiesText,
        sourceText: connector.sourceText ?? null,
        liveVersion: 1,
        edited: false,
        summaryText: JSON.stringify(summary),
        modifiedAt: made.createdAt,
        ...made,
      }),
    );
    insertConnectorVersion(database, {
      id: randomUUID(),
      environmentId,
      connectorId: id,
      version: 1,
      definitionText,
      propertiesText,
      sourceText: connector.sourceText ?? null,
      ...made,
    });
    const { name } = connector;
    indexConnector(database, { id, environmentId, slug, name, version: 1, ...stored });
    if (icon !== undefined) saveIcon(scope, id, icon);
    return { id };
  });
}
