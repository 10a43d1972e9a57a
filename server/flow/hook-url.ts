// The address that others call to start a flow.
import type { FlowRow } from '@/db/queries/flow';
import type { FlowDefinition } from '@/lib/flow/definition';
import { listTriggers } from '@/lib/flow/tree';
import { ownProperty } from '@/lib/json';
import { openHookKey } from '../connection/hook-key';
import { toHookPath } from '../runner/hook-signature';
import type { Services } from '../services';

/** Absolute, signed with the flow's present key, without expiry. */
export function hookUrl(services: Services, row: FlowRow): string {
  const { environmentId, id: flowId, hookKeyId: keyId, publicId } = row;
  const key = openHookKey(services, { environmentId, flowId, keyId }, row.hookKeySealed);
  const method = triggerMethod(JSON.parse(row.definitionText) as FlowDefinition);
  return `${services.publicUrl()}${toHookPath({ publicId, method, keyId, expires: 0 }, key)}`;
}

/** Upper case; POST where the trigger names none. */
export function triggerMethod(definition: FlowDefinition): string {
  const method = ownProperty(listTriggers(definition)[0]?.trigger.inputs, 'method');
  return typeof method === 'string' && method !== '' ? method.toUpperCase() : 'POST';
}
