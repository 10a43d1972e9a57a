// Flows as screens see them.
import { type FlowWithNames, listFlows } from '@/db/queries/flow';
import { isJsonObject, type JsonValue, ownProperty } from '@/lib/json';
import { listFlowRunFigures } from '../run/figures';
import type { Scope } from '../services';
import { hookUrl } from './hook-url';
import { getFlowRow } from './load';
import { readReferences } from './references';

export interface TriggerView {
  type: string;
  kind?: string;
  label: string;
}

export function listFlowViews(scope: Scope, solutionId: string | undefined) {
  const figures = listFlowRunFigures(scope);
  return listFlows(scope.services.database, scope.environmentId, solutionId).map((row) => ({
    id: row.id,
    name: row.name,
    state: row.state,
    trigger: triggerOf(row.definitionText).view,
    lastRun: figures.get(row.id)?.lastRun,
    runs24h: figures.get(row.id)?.runs24h ?? { ok: 0, failed: 0 },
    inDoubt: figures.get(row.id)?.inDoubt ?? 0,
    modifiedAt: row.modifiedAt,
    owner: row.ownerName ?? '',
    solutionId: row.solutionId,
    solutionName: row.solutionName ?? undefined,
    hasDraft: row.edited,
    version: row.liveVersion,
  }));
}

export function getFlowView(scope: Scope, id: string) {
  const row = getFlowRow(scope, id);
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    origin: row.origin,
    owner: row.ownerName ?? '',
    trigger: triggerOf(row.definitionText).view,
    solutionId: row.solutionId,
    solutionName: row.solutionName ?? undefined,
    revision: row.revision,
    version: row.liveVersion,
    edited: row.edited,
    definitionText: row.definitionText,
    references: readReferences(row.referencesText),
    createdAt: row.createdAt,
    modifiedAt: row.modifiedAt,
    hookUrl: addressOf(scope, row),
  };
}

/** Only makers see the address, only once a version is live, only for a trigger that is called over HTTP. */
function addressOf(scope: Scope, row: FlowWithNames): string | undefined {
  const { trigger } = triggerOf(row.definitionText);
  const maker = scope.role === 'administrator' || scope.role === 'maker';
  if (!maker || row.liveVersion === 0 || ownProperty(trigger, 'type') !== 'Request') return undefined;
  return ownProperty(trigger, 'kind') === 'Button' ? undefined : hookUrl(scope.services, row);
}

function triggerOf(definitionText: string): { trigger: JsonValue | undefined; view: TriggerView } {
  const triggers = ownProperty(JSON.parse(definitionText), 'triggers');
  const trigger = isJsonObject(triggers) ? Object.values(triggers)[0] : undefined;
  const type = String(ownProperty(trigger, 'type') ?? '');
  const kind = ownProperty(trigger, 'kind');
  const view: TriggerView = { type, label: labelOf(type, kind) };
  return { trigger, view: typeof kind === 'string' ? { ...view, kind } : view };
}

function labelOf(type: string, kind: JsonValue | undefined): string {
  if (type === '') return 'No trigger';
  if (type !== 'Request') return type;
  return kind === 'Button' ? 'Manually trigger a flow' : 'When a HTTP request is received';
}
