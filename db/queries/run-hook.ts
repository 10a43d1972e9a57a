// The flow behind a `/hooks/` address. Prepared on the driver itself: every call of a caller passes here.
import type { Database } from '../client';

export interface HookFlowRow {
  flowId: string;
  environmentId: string;
  flowName: string;
  state: 'on' | 'off';
  /** 0 while the flow was never saved. */
  version: number;
  keyId: string;
  keySealed: string;
  formerKeyId: string | null;
  formerKeySealed: string | null;
  /** Grows whenever a connector of the environment is published. */
  connectorsChanged: number;
}

export function prepareHookFlow({ sqlite }: Database): (publicId: string) => HookFlowRow | undefined {
  const select = sqlite.prepare(
    `SELECT id AS flowId, environment_id AS environmentId, name AS flowName, state, live_version AS version,
       hook_key_id AS keyId, hook_key_sealed AS keySealed, former_hook_key_id AS formerKeyId, former_hook_key_sealed AS formerKeySealed,
       (SELECT coalesce(sum(live_version), 0) + count(*) * 1000003 FROM connector WHERE connector.environment_id = flow.environment_id) AS connectorsChanged
     FROM flow WHERE public_id = ?`,
  );
  return (publicId) => select.get(publicId) as HookFlowRow | undefined;
}
