// A new flow: a draft with its trigger, switched on, and the keys of its address made and sealed at once.
import { randomBytes, randomUUID } from 'node:crypto';
import { inTransaction } from '@/db/client';
import { insertFlow } from '@/db/queries/flow';
import { toCanonicalText } from '@/lib/document/text';
import { sealHookKey } from '../connection/hook-key';
import { nameKey, withUniqueName } from '../names';
import type { Scope } from '../services';
import { checkSolution } from '../solution/load';
import { type FlowTemplate, newDefinition } from './templates';

export interface NewFlow {
  name: string;
  solutionId?: string | undefined;
  trigger: FlowTemplate;
}

export function createFlow(scope: Scope, input: NewFlow): { id: string } {
  const { services, environmentId } = scope;
  const id = randomUUID();
  const made = services.now();
  return inTransaction(services.database, () => {
    checkSolution(scope, input.solutionId);
    const row = {
      id,
      environmentId,
      solutionId: input.solutionId ?? null,
      name: input.name,
      nameKey: nameKey(input.name),
      origin: 'flowright' as const,
      state: 'on' as const,
      revision: 1,
      definitionText: toCanonicalText(newDefinition(input.trigger)),
      referencesText: '{}',
      liveVersion: 0,
      edited: true,
      publicId: randomBytes(16).toString('hex'),
      hookKeyId: '1',
      hookKeySealed: sealHookKey(
        services,
        { environmentId, flowId: id, keyId: '1' },
        randomBytes(32).toString('base64url'),
      ),
      createdBy: scope.user.userId,
      createdAt: made,
      modifiedAt: made,
    };
    withUniqueName(input.name, () => insertFlow(services.database, row));
    return { id };
  });
}
