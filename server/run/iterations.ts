// What is inside the loops of a run: the records of one iteration, and how all iterations of a loop stand.
import { listIterationRanks, listIterationRecords } from '@/db/queries/run-iteration';
import { listDecisive } from '@/lib/engine/decisive-steps';
import { type IterationSpan, iterationStates, toSpans } from '@/lib/engine/iteration-states';
import { type IterationStep, toIterationPath } from '@/lib/engine/record';
import type { Scope } from '../services';
import { getRunRow } from './load';
import { readRunDefinition, summaryReader } from './run-definition';
import type { RunRecordSummary } from './run-view';

/** The records that stand directly in one iteration. */
export function listIteration(
  scope: Scope,
  { runId, iteration }: { runId: string; iteration: IterationStep[] },
): { records: RunRecordSummary[] } {
  const { database } = scope.services;
  const run = getRunRow(scope, runId);
  const view = summaryReader(database, readRunDefinition(database, run));
  return { records: listIterationRecords(database, run.number, toIterationPath(iteration)).map(view) };
}

/** How the iterations of a loop stand that have begun; `within` is the iteration that the loop itself stands in. */
export function listIterations(
  scope: Scope,
  { runId, loop, within = [] }: { runId: string; loop: string; within?: IterationStep[] | undefined },
): { spans: IterationSpan[] } {
  const { database } = scope.services;
  const run = getRunRow(scope, runId);
  const definition = readRunDefinition(database, run);
  const ranks = listIterationRanks(database, run.number, {
    prefix: iterationPrefix(within, loop),
    failed: listDecisive(definition, loop, 'Failed'),
    timedOut: listDecisive(definition, loop, 'TimedOut'),
  });
  return {
    spans: toSpans(ranks.map(({ index, rank }) => ({ index, state: iterationStates[rank] ?? 'Running' }))),
  };
}

/** What the paths of a loop's iterations begin with: `For_each:3/Inner:`. */
export function iterationPrefix(within: readonly IterationStep[], loop: string): string {
  return toIterationPath([...within, { loop, index: 0 }]).slice(0, -1);
}
