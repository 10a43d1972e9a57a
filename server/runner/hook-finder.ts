// From the public id of a `/hooks/` address to the flow: its live version, its method, its keys.
// The row is read for every call, so that switching a flow off or renewing its keys holds from the next request on.
import type { Database } from '@/db/client';
import { findFlow } from '@/db/queries/flow';
import { type HookFlowRow, prepareHookFlow } from '@/db/queries/run-hook';
import type { Plan } from '@/lib/engine/plan-model';
import { ownProperty } from '@/lib/json';
import { toLiveSource } from './flow-source';
import type { HookTarget } from './hook-target';
import type { LoadedFlow } from './ports';

export function createHookFinder(options: {
  database: Database;
  load(sourceText: string): LoadedFlow;
  /** Opens a sealed key to base64url. */
  openKey(name: { environmentId: string; flowId: string; keyId: string }, sealed: string): string;
}): (publicId: string) => HookTarget | undefined {
  const { database, load } = options;
  const find = prepareHookFlow(database);
  const opened = new Map<string, string>();
  const sources = new Map<string, { stamp: string; text: string }>();

  const openKey = (row: HookFlowRow, keyId: string): string | undefined => {
    const sealed =
      keyId === row.keyId ? row.keySealed : keyId === row.formerKeyId ? row.formerKeySealed : undefined;
    if (sealed === undefined || sealed === null || keyId === '') return undefined;
    const known = opened.get(sealed);
    if (known !== undefined) return known;
    const { environmentId, flowId } = row;
    const key = options.openKey({ environmentId, flowId, keyId }, sealed);
    if (opened.size > 1_000) opened.clear();
    opened.set(sealed, key);
    return key;
  };

  /** Read anew when the flow or any connector of the environment was published since. */
  const sourceOf = (row: HookFlowRow): string | undefined => {
    const stamp = `${row.version} ${row.connectorsChanged}`;
    const known = sources.get(row.flowId);
    if (known?.stamp === stamp) return known.text;
    const flow = findFlow(database, row.environmentId, row.flowId);
    if (flow === undefined) return undefined;
    const text = toLiveSource(database, flow);
    if (sources.size > 1_000) sources.clear();
    sources.set(row.flowId, { stamp, text });
    return text;
  };

  return (publicId) => {
    const row = find(publicId);
    if (row === undefined || row.state !== 'on' || row.version === 0) return undefined;
    const sourceText = sourceOf(row);
    if (sourceText === undefined) return undefined;
    const { plan } = load(sourceText);
    if (!isCallable(plan)) return undefined;
    const { environmentId, flowId, flowName, version } = row;
    return {
      start: { environmentId, flowId, flowName, kind: 'live', version, sourceText },
      method: triggerMethod(plan.trigger.definition),
      answers: plan.hasResponse,
      key: (keyId) => openKey(row, keyId),
    };
  };
}

/** Only a Request trigger of kind Http (or without a kind, as the original service writes it) has an address. */
function isCallable(plan: Plan): boolean {
  const { type, kind } = plan.trigger.definition;
  return type.toLowerCase() === 'request' && (kind === undefined || String(kind).toLowerCase() === 'http');
}

/** The method an Http trigger listens to: POST unless its inputs say otherwise. */
export function triggerMethod(trigger: Parameters<typeof ownProperty>[0]): string {
  const method = ownProperty(ownProperty(trigger, 'inputs'), 'method');
  return typeof method === 'string' && method !== '' ? method.toUpperCase() : 'POST';
}
