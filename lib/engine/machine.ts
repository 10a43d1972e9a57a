// The moves every action type is made of: finish, skip, begin a branch, begin an iteration.
// Implements "Ordering" of the Workflow Definition Language: an action is ready when all its predecessors have finished.
import type { Value } from '../expression/value';
import type { PlanAction, PlanBranch } from './plan-model';
import type { ActionFault, ActionRecord, ActionStatus, VariableEffect } from './record';
import { createFrame, type Frame, type LoopState, recordOf } from './state';
import type { Turn } from './turn';

interface Ending {
  status: ActionStatus;
  code?: string | undefined;
  /** Taken only when the record is new. */
  inputs?: Value | undefined;
  outputs?: Value | undefined;
  error?: ActionFault | undefined;
  effect?: VariableEffect | undefined;
}

/** Gives the record the next sequence number of the run and tells that it changed. */
export function tellRecord(turn: Turn, record: ActionRecord): void {
  turn.state.sequence += 1;
  record.sequence = turn.state.sequence;
  if (record.begun === 0) record.begun = record.sequence;
  turn.commands.push({ type: 'record', record });
}

/** A new record in its place, not yet told. */
export function addRecord(turn: Turn, frame: Frame, action: PlanAction, ending: Ending): ActionRecord {
  const record: ActionRecord = {
    name: action.name,
    iteration: frame.iteration,
    path: frame.path,
    status: ending.status,
    code: ending.code,
    inputs: ending.inputs,
    outputs: ending.outputs,
    error: ending.error,
    startTime: turn.env.now(),
    endTime: undefined,
    attempts: undefined,
    due: undefined,
    effect: ending.effect,
    sequence: 0,
    begun: 0,
    stored: 0,
  };
  frame.records[action.index - frame.base] = record;
  return record;
}

/** The record of an action that has begun and goes on, e.g. a container or a call. */
export function begin(turn: Turn, frame: Frame, action: PlanAction, inputs: Value | undefined): ActionRecord {
  const record = addRecord(turn, frame, action, { status: 'Running', inputs });
  tellRecord(turn, record);
  return record;
}

/** Ends an action, frees its successors, and closes its container when it was the last one in there. */
export function finish(turn: Turn, frame: Frame, action: PlanAction, ending: Ending): void {
  let record = recordOf(frame, action);
  if (record === undefined) record = addRecord(turn, frame, action, ending);
  else {
    record.status = ending.status;
    record.code = ending.code;
    record.outputs = ending.outputs;
    record.error = ending.error;
    record.effect = ending.effect;
    record.due = undefined;
  }
  record.endTime = turn.env.now();
  tellRecord(turn, record);
  settle(turn, frame, action);
}

/** Ends an action that could not do its work. */
export function fail(turn: Turn, frame: Frame, action: PlanAction, fault: ActionFault, inputs?: Value): void {
  finish(turn, frame, action, { status: 'Failed', code: fault.code, error: fault, inputs });
}

function settle(turn: Turn, frame: Frame, action: PlanAction): void {
  const { queue } = turn.state;
  for (const successor of action.successors) {
    const slot = successor.index - frame.base;
    const left = (frame.waiting[slot] ?? 0) - 1;
    frame.waiting[slot] = left;
    if (left === 0) queue.push({ step: 'ready', frame, action: successor });
  }
  const owner = action.parent;
  if (owner === undefined || owner === frame.loop) {
    frame.left -= 1;
    if (frame.left === 0 && owner !== undefined) queue.push({ step: 'end-iteration', frame, action: owner });
    return;
  }
  const open = (frame.open?.get(owner.index) ?? 0) - 1;
  frame.open?.set(owner.index, open);
  if (open === 0) queue.push({ step: 'close', frame, action: owner });
}

/** Ends an action without running it, and everything inside it. */
export function skip(
  turn: Turn,
  frame: Frame,
  action: PlanAction,
  error: ActionFault,
  code = 'ActionSkipped',
): void {
  for (const branch of action.branches) skipBranch(turn, frame, branch, error, code);
  finish(turn, frame, action, { status: 'Skipped', code, error });
}

/** Records of a branch that will not run. They count for nobody: the branch was never open. */
export function skipBranch(
  turn: Turn,
  frame: Frame,
  branch: PlanBranch,
  error: ActionFault,
  code = 'ActionSkipped',
): void {
  for (const action of branch.actions) {
    const reached = recordOf(frame, action) !== undefined;
    // What is inside a loop that began belongs to its iterations, each of which has a frame of its own.
    if (reached && action.isLoop) continue;
    for (const inner of action.branches) skipBranch(turn, frame, inner, error, code);
    if (reached) continue;
    const record = addRecord(turn, frame, action, { status: 'Skipped', code, error });
    record.endTime = record.startTime;
    tellRecord(turn, record);
  }
}

/** Begins the branch of a container whose record is already there. */
export function openBranch(turn: Turn, frame: Frame, owner: PlanAction, branch: PlanBranch): void {
  frame.open ??= new Map();
  frame.open.set(owner.index, branch.actions.length);
  if (branch.actions.length === 0) turn.state.queue.push({ step: 'close', frame, action: owner });
  for (const action of branch.starts) turn.state.queue.push({ step: 'ready', frame, action });
}

/** Begins the next iteration of a loop. */
export function openIteration(turn: Turn, frame: Frame, loop: PlanAction, loopState: LoopState): void {
  const index = loopState.next;
  loopState.next += 1;
  const iteration = createFrame(frame, loop, index, loopState.items[index]);
  loopState.active.set(index, iteration);
  const branch = loop.branches[0];
  iteration.left = branch?.actions.length ?? 0;
  if (iteration.left === 0) turn.state.queue.push({ step: 'end-iteration', frame: iteration, action: loop });
  for (const action of branch?.starts ?? [])
    turn.state.queue.push({ step: 'ready', frame: iteration, action });
}
