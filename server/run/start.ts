// Starting a run by hand: the draft as it is, or the version that is live.
import { AppError } from '@/lib/app-error';
import { toButtonOutputs } from '@/lib/engine/button-inputs';
import { objectOf, type ValueObject } from '@/lib/expression/value';
import type { FlowDefinition } from '@/lib/flow/definition';
import { listTriggers } from '@/lib/flow/tree';
import type { JsonObject } from '@/lib/json';
import { getFlowRow, staleFlow } from '../flow/load';
import { readSourceTexts } from '../runner/flow-loader';
import { toDraftSource, toLiveSource } from '../runner/flow-source';
import type { Scope } from '../services';

export interface StartInput {
  flowId: string;
  draft?: boolean | undefined;
  /** Of the draft that is meant; STALE_EDIT where another one is stored by now. */
  revision?: number | undefined;
  inputs?: JsonObject | undefined;
}

export async function startRun(
  scope: Scope,
  { flowId, draft = false, revision, inputs = {} }: StartInput,
): Promise<{ runId: string }> {
  const { database, runner } = scope.services;
  const flow = getFlowRow(scope, flowId);
  if (draft && scope.role === 'runner') throw new AppError('FORBIDDEN', 'Only makers run a draft.');
  if (!draft && flow.state === 'off')
    throw new AppError('NOT_READY', 'This flow is turned off. Turn it on, then run it.');
  if (draft && revision !== undefined && revision !== flow.revision) throw staleFlow(flow.revision);
  const sourceText = draft ? toDraftSource(database, flow) : toLiveSource(database, flow);
  const { definitionText } = readSourceTexts(database, sourceText);
  return runner.accept({
    environmentId: scope.environmentId,
    flowId,
    flowName: flow.name,
    kind: draft ? 'draft' : 'live',
    ...(!draft && { version: flow.liveVersion }),
    sourceText,
    triggerOutputs: toTriggerOutputs(scope, JSON.parse(definitionText) as FlowDefinition, inputs),
  });
}

function toTriggerOutputs(scope: Scope, definition: FlowDefinition, inputs: JsonObject): ValueObject {
  const trigger = listTriggers(definition)[0]?.trigger;
  if (trigger === undefined) throw new AppError('NOT_READY', 'This flow has no trigger. Add one first.');
  if (trigger.kind !== 'Button')
    return objectOf([
      ['headers', objectOf([])],
      ['body', inputs],
    ]);
  const { name, email } = scope.user;
  const read = toButtonOutputs(trigger, inputs, {
    name,
    email,
    at: new Date(scope.services.now()).toISOString(),
  });
  if (read.ok) return read.outputs;
  const [first] = read.problems;
  throw new AppError('INVALID_INPUT', first?.message, {
    field: `inputs.${first?.field}`,
    details: { problems: read.problems },
  });
}
