// The address that others call to start a flow.
import type { FlowRow } from '@/db/queries/flow';
import type { FlowDefinition } from '@/lib/flow/definition';
import { listTriggers } from '@/lib/flow/tree';
import { openHookKey } from '../connection/hook-key';
import { triggerMethod } from '../runner/hook-finder';
import { toHookPath } from '../runner/hook-signature';
import type { Services } from '../services';

/** Absolute, signed with the flow's present key, without expiry. */
export function hookUrl(services: Services, row: FlowRow): string {
  const { environmentId, id: flowId, hookKeyId: keyId, publicId } = row;
  const key = openHookKey(services, { environmentId, flowId, keyId }, row.hookKeySealed);
  const trigger = listTriggers(JSON.parse(row.definitionText) as FlowDefinition)[0]?.trigger;
  const method = triggerMethod(trigger);
  return `${services.publicUrl()}${toHookPath({ publicId, method, keyId, expires: 0 }, key)}`;
}
