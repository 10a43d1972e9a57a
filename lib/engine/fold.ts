// The state of a run made again from its records: no code of the flow runs, so it holds across versions of the product.
// First every record is put in its place, in sequence order; then the scheduler's counters are counted anew.
import type { Value } from '../expression/value';
import { openLoop } from './actions/foreach';
import { iterationStatus, worse } from './containers';
import type { Plan, PlanAction, PlanBranch } from './plan-model';
import { type ActionRecord, inDoubtCode, isFinal } from './record';
import {
  createFrame,
  createState,
  type Frame,
  type LoopState,
  type RunIdentity,
  type RunState,
  recordOf,
  takenBranch,
} from './state';
import { applyEffect } from './variables';

/** `records` are the newest states, in sequence order; the first is the trigger's. `sequence` is the run's last number. */
export function foldRecords(
  plan: Plan,
  identity: RunIdentity,
  journal: { records: Iterable<ActionRecord>; sequence: number; status: RunState['status']; inDoubt: number },
): RunState {
  const state = createState(plan, identity);
  const frames = new Map<string, Frame>([['', state.root]]);
  for (const record of journal.records) {
    if (state.trigger === undefined) {
      state.trigger = record;
      continue;
    }
    applyEffect(state, record);
    const action = place(plan, frames, record);
    if (action?.type === 'response' && record.status === 'Succeeded') state.responded = true;
  }
  if (plan.keepsIterations) keepIterations(frames);
  state.sequence = journal.sequence;
  state.told = { status: journal.status, inDoubt: journal.inDoubt };
  state.root.left = resumeBranch({ plan, state, frames }, state.root, plan.root);
  return state;
}

interface Folding {
  plan: Plan;
  state: RunState;
  frames: Map<string, Frame>;
}

function place(plan: Plan, frames: Map<string, Frame>, record: ActionRecord): PlanAction | undefined {
  const action = plan.byName.get(record.name.toLowerCase());
  const frame = frameOf(plan, frames, record);
  if (action !== undefined && frame !== undefined) frame.records[action.index - frame.base] = record;
  return action;
}

/** Loops that have ended keep their iterations where result() reads them. Those going on are opened anew. */
function keepIterations(frames: Map<string, Frame>): void {
  for (const iteration of frames.values()) {
    const { parent, loop } = iteration;
    const record = parent === undefined || loop === undefined ? undefined : recordOf(parent, loop);
    if (parent === undefined || loop === undefined || record === undefined || !isFinal(record.status))
      continue;
    const items = Array.isArray(record.inputs) ? record.inputs : [];
    iteration.item = items[iteration.index];
    parent.loops ??= new Map();
    const loopState = parent.loops.get(loop) ?? endedLoop(items);
    parent.loops.set(loop, loopState);
    loopState.kept?.push(iteration);
    loopState.kept?.sort((a, b) => a.index - b.index);
  }
}

function endedLoop(items: Value[]): LoopState {
  return { items, next: items.length, active: new Map(), limit: 1, status: 'Succeeded', kept: [] };
}

/** The frame of a record's iteration, made when it is the first one of it. Items are filled in later, from the loop's record. */
function frameOf(plan: Plan, frames: Map<string, Frame>, record: ActionRecord): Frame | undefined {
  const known = frames.get(record.path);
  if (known !== undefined) return known;
  let frame = frames.get('');
  for (const { loop, index } of record.iteration) {
    const action = plan.byName.get(loop.toLowerCase());
    if (frame === undefined || action === undefined) return undefined;
    const made: Frame = createFrame(frame, action, index, undefined);
    frame = frames.get(made.path) ?? made;
    frames.set(frame.path, frame);
  }
  return frame;
}

/** Counts what is unfinished in a branch and puts back into the queue what was about to happen. */
function resumeBranch(folding: Folding, frame: Frame, branch: PlanBranch): number {
  const { state } = folding;
  let unfinished = 0;
  for (const action of branch.actions) {
    const record = recordOf(frame, action);
    if (record !== undefined && isFinal(record.status)) continue;
    unfinished += 1;
    if (record !== undefined) resumeAction(folding, frame, action, record);
    else {
      const left = action.predecessors.filter((each) => !hasEnded(frame, each.action)).length;
      frame.waiting[action.index - frame.base] = left;
      if (left === 0) state.queue.push({ step: 'ready', frame, action });
    }
  }
  return unfinished;
}

function hasEnded(frame: Frame, action: PlanAction): boolean {
  const record = recordOf(frame, action);
  return record !== undefined && isFinal(record.status);
}

function resumeAction(folding: Folding, frame: Frame, action: PlanAction, record: ActionRecord): void {
  const { state } = folding;
  if (action.call !== undefined) {
    const doubtful = record.status === 'Waiting' && record.code === inDoubtCode;
    const phase = doubtful ? 'in-doubt' : record.due === undefined ? 'in-flight' : 'waiting';
    if (doubtful) state.inDoubt += 1;
    state.pending.set(state.nextId, { id: state.nextId, frame, action, state: phase, request: undefined });
    state.nextId += 1;
    return;
  }
  if (action.isLoop) {
    resumeLoop(folding, frame, action, record.inputs);
    return;
  }
  const branch = takenBranch(action, record.inputs);
  const open = branch === undefined ? 0 : resumeBranch(folding, frame, branch);
  frame.open ??= new Map();
  frame.open.set(action.index, open);
  if (open === 0) state.queue.push({ step: 'close', frame, action });
}

function resumeLoop(folding: Folding, frame: Frame, loop: PlanAction, inputs: Value | undefined): void {
  const { plan, state, frames } = folding;
  const items = Array.isArray(inputs) ? inputs : [];
  const loopState = openLoop(plan, frame, loop, items);
  const branch = loop.branches[0];
  for (const iteration of iterationsOf(frames, frame, loop)) {
    iteration.item = items[iteration.index];
    loopState.next = Math.max(loopState.next, iteration.index + 1);
    iteration.left = branch === undefined ? 0 : resumeBranch(folding, iteration, branch);
    if (iteration.left > 0) loopState.active.set(iteration.index, iteration);
    else countIteration(loopState, iteration, loop);
  }
  state.queue.push({ step: 'loop', frame, action: loop });
}

function countIteration(loopState: LoopState, iteration: Frame, loop: PlanAction): void {
  loopState.status = worse(loopState.status, iterationStatus(iteration, loop));
  loopState.kept?.push(iteration);
}

function iterationsOf(frames: Map<string, Frame>, parent: Frame, loop: PlanAction): Frame[] {
  return [...frames.values()]
    .filter((frame) => frame.parent === parent && frame.loop === loop)
    .sort((a, b) => a.index - b.index);
}
