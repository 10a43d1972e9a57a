// How containers go on and end: a branch that is done, an iteration that is done, the next iterations of a loop.
// Their status is that of the worst effective leaf (Workflow Definition Language, "final status").

import { finish, openIteration } from './machine';
import type { PlanAction } from './plan-model';
import type { ActionFault } from './record';
import { type BranchStatus, type Frame, recordOf, takenBranch, worstLeaf } from './state';
import type { Turn } from './turn';

const inner: ActionFault = {
  code: 'ActionFailed',
  message: 'An action failed. No dependent actions succeeded.',
};

/** Ends a Scope or If whose branch is done. */
export function closeContainer(turn: Turn, frame: Frame, action: PlanAction): void {
  const branch = takenBranch(action, recordOf(frame, action)?.inputs);
  endContainer(turn, frame, action, branch === undefined ? 'Succeeded' : worstLeaf(frame, branch).status);
}

/** Counts a finished iteration and lets the loop go on. */
export function endIteration(turn: Turn, iteration: Frame, loop: PlanAction): void {
  const frame = iteration.parent;
  const loopState = frame?.loops?.get(loop);
  if (frame === undefined || loopState === undefined) return;
  loopState.active.delete(iteration.index);
  loopState.kept?.push(iteration);
  loopState.status = worse(loopState.status, iterationStatus(iteration, loop));
  turn.state.queue.push({ step: 'loop', frame, action: loop });
}

/** Begins as many iterations as may run at once; ends the loop when none is left. */
export function advanceLoop(turn: Turn, frame: Frame, loop: PlanAction): void {
  const loopState = frame.loops?.get(loop);
  if (loopState === undefined) return;
  while (loopState.active.size < loopState.limit && loopState.next < loopState.items.length)
    openIteration(turn, frame, loop, loopState);
  if (loopState.active.size > 0) return;
  if (loopState.kept === undefined) frame.loops?.delete(loop);
  else loopState.kept.sort((a, b) => a.index - b.index);
  endContainer(turn, frame, loop, loopState.status);
}

/** Status of one finished iteration. */
export function iterationStatus(iteration: Frame, loop: PlanAction): BranchStatus {
  const branch = loop.branches[0];
  return branch === undefined ? 'Succeeded' : worstLeaf(iteration, branch).status;
}

/** The worse of two: Failed before TimedOut before Succeeded. */
export function worse(a: BranchStatus, b: BranchStatus): BranchStatus {
  if (a === 'Failed' || b === 'Failed') return 'Failed';
  return a === 'TimedOut' || b === 'TimedOut' ? 'TimedOut' : 'Succeeded';
}

function endContainer(turn: Turn, frame: Frame, action: PlanAction, status: BranchStatus): void {
  if (recordOf(frame, action)?.endTime !== undefined) return;
  if (status === 'Succeeded') finish(turn, frame, action, { status, code: 'NotSpecified' });
  else finish(turn, frame, action, { status, code: 'ActionFailed', error: inner });
}
