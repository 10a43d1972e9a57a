// Cancelling a run, and deciding about a call whose outcome nobody knows.
import type { Decision, IterationStep } from '@/lib/engine/record';
import { toIterationPath } from '@/lib/engine/record';
import type { JsonValue } from '@/lib/json';
import type { Scope } from '../services';
import { getRunRow } from './load';

export async function cancelRun(scope: Scope, id: string): Promise<void> {
  getRunRow(scope, id);
  await scope.services.runner.cancel(id);
}

export interface DecisionInput {
  runId: string;
  name: string;
  iteration?: IterationStep[] | undefined;
  decision: Decision;
  /** What the call answered, where the person knows. */
  output?: JsonValue | undefined;
}

export async function decideRun(
  scope: Scope,
  { runId, name, iteration = [], decision, output }: DecisionInput,
): Promise<void> {
  getRunRow(scope, runId);
  await scope.services.runner.decide(runId, {
    name,
    path: toIterationPath(iteration),
    decision,
    by: scope.user.email,
    ...(output !== undefined && { output }),
  });
}
