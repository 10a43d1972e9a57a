// What a run begins with, as one text that is kept with it: the flow version (or the draft as it was) and the version of
// each connector it uses. A run finishes on these, whatever is published meanwhile.
import type { Database } from '@/db/client';
import { type FlowRow, findFlowVersion } from '@/db/queries/flow';
import { findSourceConnectors } from '@/db/queries/run-source';
import { AppError } from '@/lib/app-error';
import type { FlowOrigin } from '@/lib/flow/definition';
import { readReferences } from '../flow/references';

export interface FlowSource {
  flowId: string;
  environmentId: string;
  origin: FlowOrigin;
  /** A saved version, or the texts of a draft. */
  version?: number;
  draft?: { definitionText: string; referencesText: string };
  /** apiId -> version of the connector. */
  connectors: Record<string, { connectorId: string; version: number }>;
}

/** The draft as it is now. */
export function toDraftSource(database: Database, flow: FlowRow): string {
  const { definitionText, referencesText } = flow;
  return toText(database, flow, { draft: { definitionText, referencesText } }, referencesText);
}

/** The live version. NOT_READY when the flow was never saved. */
export function toLiveSource(database: Database, flow: FlowRow): string {
  const { environmentId, id: flowId, liveVersion: version } = flow;
  const row = version === 0 ? undefined : findFlowVersion(database, { environmentId, flowId, version });
  if (row === undefined) throw new AppError('NOT_READY', 'This flow was never saved. Save it, then run it.');
  return toText(database, flow, { version }, row.referencesText);
}

function toText(
  database: Database,
  flow: FlowRow,
  what: Pick<FlowSource, 'version' | 'draft'>,
  referencesText: string,
): string {
  const references = readReferences(referencesText);
  const apiIds = [...new Set(Object.values(references).map((reference) => reference.apiId))].sort();
  const source: FlowSource = {
    flowId: flow.id,
    environmentId: flow.environmentId,
    origin: flow.origin,
    ...what,
    connectors: findSourceConnectors(database, flow.environmentId, apiIds),
  };
  return JSON.stringify(source);
}
