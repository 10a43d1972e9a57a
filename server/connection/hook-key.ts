// The keys that sign a flow's `/hooks/` address: sealed in the row of the flow, opened when an address is made or checked.
import { environmentSealer, type SealerSource } from './data-key';
import { secretPlace } from './secret-box';

export interface HookKeyName {
  environmentId: string;
  flowId: string;
  keyId: string;
}

function placeOf({ flowId, keyId }: HookKeyName): string {
  return secretPlace({ table: 'flow', row: flowId, field: `hook_key_${keyId}` });
}

export function sealHookKey(source: SealerSource, name: HookKeyName, key: string): string {
  return environmentSealer(source, name.environmentId).seal(key, placeOf(name));
}

/** 256 bits in base64url. */
export function openHookKey(source: SealerSource, name: HookKeyName, sealed: string): string {
  return environmentSealer(source, name.environmentId).open(sealed, placeOf(name)).reveal();
}
