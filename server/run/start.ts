// Starting a run by hand: the draft as it is, or the version that is live, with new inputs or those of a former run.

import type { FlowRow } from '@/db/queries/flow';
import { findTriggerRecord } from '@/db/queries/run-record';
import { AppError } from '@/lib/app-error';
import { toButtonOutputs } from '@/lib/engine/button-inputs';
import { objectOf, type ValueObject } from '@/lib/expression/value';
import type { FlowDefinition, TriggerDefinition } from '@/lib/flow/definition';
import { listTriggers } from '@/lib/flow/tree';
import type { JsonObject } from '@/lib/json';
import { getFlowRow, staleFlow } from '../flow/load';
import { readSourceTexts } from '../runner/flow-loader';
import { toDraftSource, toLiveSource } from '../runner/flow-source';
import { fromStoredRecord } from '../runner/record-row';
import type { Scope } from '../services';
import { getRunRow } from './load';

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
  const flow = getFlowRow(scope, flowId);
  if (draft && scope.role === 'runner') throw new AppError('FORBIDDEN', 'Only makers run a draft.');
  if (draft && revision !== undefined && revision !== flow.revision) throw staleFlow(flow.revision);
  return accept(scope, flow, { draft, toOutputs: (trigger) => toTriggerOutputs(scope, trigger, inputs) });
}

/** Runs the live version of a run's flow with what its trigger had received. */
export async function resubmitRun(scope: Scope, runId: string): Promise<{ runId: string }> {
  const run = getRunRow(scope, runId);
  const row = findTriggerRecord(scope.services.database, run.number);
  const outputs = row && fromStoredRecord(row).outputs;
  return accept(scope, getFlowRow(scope, run.flowId), {
    draft: false,
    toOutputs(trigger) {
      if (trigger.type.toLowerCase() !== 'request' || typeof outputs !== 'object' || outputs === null)
        throw new AppError('NOT_READY', 'Only runs that a request or a person started can be resubmitted.');
      return outputs as ValueObject;
    },
  });
}

function accept(
  scope: Scope,
  flow: FlowRow,
  what: { draft: boolean; toOutputs(trigger: TriggerDefinition): ValueObject },
): Promise<{ runId: string }> {
  const { database, runner } = scope.services;
  const { draft } = what;
  if (!draft && flow.state === 'off')
    throw new AppError('NOT_READY', 'This flow is turned off. Turn it on, then run it.');
  const sourceText = draft ? toDraftSource(database, flow) : toLiveSource(database, flow);
  const definition = JSON.parse(readSourceTexts(database, sourceText).definitionText) as FlowDefinition;
  const trigger = listTriggers(definition)[0]?.trigger;
  if (trigger === undefined) throw new AppError('NOT_READY', 'This flow has no trigger. Add one first.');
  return runner.accept({
    environmentId: scope.environmentId,
    flowId: flow.id,
    flowName: flow.name,
    kind: draft ? 'draft' : 'live',
    ...(!draft && { version: flow.liveVersion }),
    sourceText,
    triggerOutputs: what.toOutputs(trigger),
  });
}

function toTriggerOutputs(scope: Scope, trigger: TriggerDefinition, inputs: JsonObject): ValueObject {
  if (String(trigger.kind).toLowerCase() !== 'button')
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
