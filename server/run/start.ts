// Starting a run by hand: the draft as it is, or the version that is live.
import { AppError } from '@/lib/app-error';
import { objectOf } from '@/lib/expression/value';
import type { FlowDefinition } from '@/lib/flow/definition';
import { listTriggers } from '@/lib/flow/tree';
import { readTriggerInputs } from '@/lib/flow/trigger-inputs';
import type { JsonObject } from '@/lib/json';
import { getFlowRow } from '../flow/load';
import { toDraftSource, toLiveSource } from '../runner/flow-source';
import type { Scope } from '../services';

export interface StartInput {
  flowId: string;
  draft?: boolean | undefined;
  inputs?: JsonObject | undefined;
}

export async function startRun(
  scope: Scope,
  { flowId, draft = false, inputs = {} }: StartInput,
): Promise<{ runId: string }> {
  const { database, runner } = scope.services;
  const flow = getFlowRow(scope, flowId);
  if (draft && scope.role === 'runner') throw new AppError('FORBIDDEN', 'Only makers run a draft.');
  if (!draft && flow.state === 'off')
    throw new AppError('NOT_READY', 'This flow is turned off. Turn it on, then run it.');
  const sourceText = draft ? toDraftSource(database, flow) : toLiveSource(database, flow);
  if (draft) checkRequired(flow.definitionText, inputs);
  return runner.accept({
    environmentId: scope.environmentId,
    flowId,
    flowName: flow.name,
    kind: draft ? 'draft' : 'live',
    ...(!draft && { version: flow.liveVersion }),
    sourceText,
    triggerOutputs: objectOf([
      [
        'headers',
        objectOf([
          ['x-ms-user-email', scope.user.email],
          ['x-ms-user-name', scope.user.name],
        ]),
      ],
      ['body', inputs],
    ]),
  });
}

function checkRequired(definitionText: string, inputs: JsonObject): void {
  const trigger = listTriggers(JSON.parse(definitionText) as FlowDefinition)[0]?.trigger;
  if (trigger === undefined) throw new AppError('NOT_READY', 'This flow has no trigger. Add one first.');
  if (trigger.kind !== 'Button') return;
  const missing = readTriggerInputs(trigger).find(
    (input) => input.required && (inputs[input.key] ?? '') === '',
  );
  if (missing !== undefined) {
    throw new AppError('INVALID_INPUT', `${missing.title} is required.`, { field: `inputs.${missing.key}` });
  }
}
