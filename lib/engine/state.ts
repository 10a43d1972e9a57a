// The state of one run in memory. It changes in place: finishing an action costs its successors, never all records.
// Everything in here can be made again from the records (`fold.ts`); nothing else has to survive a crash.
import type { Value, ValueObject } from '../expression/value';
import type { CallRequest, Plan, PlanAction, PlanBranch } from './plan-model';
import {
  type ActionFault,
  type ActionRecord,
  type IterationStep,
  iterationPart,
  type RunStatus,
  type VariableType,
} from './record';

export interface RunIdentity {
  runId: string;
  flowId: string;
  flowName: string;
  environmentId: string;
}

export interface RunState {
  identity: RunIdentity;
  root: Frame;
  trigger: ActionRecord | undefined;
  /** Lower-case name -> variable. */
  variables: Map<string, Variable>;
  /** Last sequence number given out. */
  sequence: number;
  status: RunStatus;
  /** True while a caller waits for a Response action. */
  callerWaits: boolean;
  responded: boolean;
  queue: WorkItem[];
  /** Calls in flight, waiting for their next attempt, or in doubt, by the id that commands and events name. */
  pending: Map<number, Pending>;
  nextId: number;
  inDoubt: number;
  /** Run row as last told by a `run` command, to tell only changes. */
  told: { status: RunStatus; inDoubt: number };
}

export interface Variable {
  name: string;
  type: VariableType;
  value: Value;
  /** True once an expression saw the array: an append must then copy it first. */
  shared: boolean;
}

/** The actions of the flow itself, or of one iteration of a loop: two iterations never see each other's records. */
export interface Frame {
  parent: Frame | undefined;
  loop: PlanAction | undefined;
  index: number;
  item: Value | undefined;
  iteration: readonly IterationStep[];
  path: string;
  /** `PlanAction.index` of the first slot. */
  base: number;
  records: (ActionRecord | undefined)[];
  /** Predecessors that have not finished, by slot. */
  waiting: number[];
  /** Unfinished actions of the branch that was taken, by slot of the container. */
  open: Map<number, number> | undefined;
  /** Unfinished actions of the frame's own top level. */
  left: number;
  loops: Map<PlanAction, LoopState> | undefined;
}

export interface LoopState {
  items: Value[];
  /** Index of the next iteration to begin. */
  next: number;
  active: Map<number, Frame>;
  limit: number;
  status: BranchStatus;
  /** Finished iterations, kept only where result() is used. */
  kept: Frame[] | undefined;
}

export type BranchStatus = 'Succeeded' | 'Failed' | 'TimedOut';

type WorkItem =
  | { step: 'ready'; frame: Frame; action: PlanAction }
  | { step: 'close'; frame: Frame; action: PlanAction }
  | { step: 'loop'; frame: Frame; action: PlanAction }
  | { step: 'end-iteration'; frame: Frame; action: PlanAction };

export interface Pending {
  id: number;
  frame: Frame;
  action: PlanAction;
  state: 'in-flight' | 'waiting' | 'in-doubt';
  /** Made when it is first needed, and again after a crash. */
  request: CallRequest | ActionFault | undefined;
}

/** A run before its first event. */
export function createState(plan: Plan, identity: RunIdentity): RunState {
  return {
    identity,
    root: {
      parent: undefined,
      loop: undefined,
      index: 0,
      item: undefined,
      iteration: [],
      path: '',
      base: 0,
      records: new Array(plan.actions.length),
      waiting: plan.template.slice(),
      open: undefined,
      left: 0,
      loops: undefined,
    },
    trigger: undefined,
    variables: new Map(),
    sequence: 0,
    status: 'Running',
    callerWaits: false,
    responded: false,
    queue: [],
    pending: new Map(),
    nextId: 1,
    inDoubt: 0,
    told: { status: 'Running', inDoubt: 0 },
  };
}

/** The frame of one iteration of `loop`, whose own record lies in `parent`. */
export function createFrame(parent: Frame, loop: PlanAction, index: number, item: Value | undefined): Frame {
  const part = iterationPart(loop.name, index);
  return {
    parent,
    loop,
    index,
    item,
    iteration: [...parent.iteration, { loop: loop.name, index }],
    path: parent.path === '' ? part : `${parent.path}/${part}`,
    base: loop.index + 1,
    records: new Array(loop.end - loop.index - 1),
    waiting: loop.template.slice(),
    open: undefined,
    left: 0,
    loops: undefined,
  };
}

/** The record of an action in this frame, undefined before it was reached. */
export function recordOf(frame: Frame, action: PlanAction): ActionRecord | undefined {
  return frame.records[action.index - frame.base];
}

/** The record an expression in `frame` means by the name of `action`: this iteration's first, then the enclosing ones'. */
export function findRecord(frame: Frame, action: PlanAction): ActionRecord | undefined {
  for (let each: Frame | undefined = frame; each !== undefined; each = each.parent) {
    const slot = action.index - each.base;
    if (slot < 0 || slot >= each.records.length) continue;
    const record = each.records[slot];
    if (record !== undefined) return record;
  }
  return undefined;
}

/** The branch of a container that runs: for a condition the one its result chose. */
export function takenBranch(action: PlanAction, inputs: Value | undefined): PlanBranch | undefined {
  if (action.type !== 'if') return action.branches[0];
  const result =
    typeof inputs === 'object' && inputs !== null ? (inputs as ValueObject).expressionResult : undefined;
  return action.branches[result === true ? 0 : 1];
}

/** What a container's status is made of: the worst of its effective leaves, and which action that was. */
export function worstLeaf(
  frame: Frame,
  branch: PlanBranch,
): { status: BranchStatus; action?: PlanAction; error?: ActionFault } {
  let worst: { status: BranchStatus; action?: PlanAction; error?: ActionFault } = { status: 'Succeeded' };
  const seen = new Set<PlanAction>();
  const stack = [...branch.leaves].reverse();
  for (let action = stack.pop(); action !== undefined; action = stack.pop()) {
    if (seen.has(action)) continue;
    seen.add(action);
    const record = recordOf(frame, action);
    if (record?.status === 'Skipped') {
      for (const { action: predecessor } of action.predecessors) stack.push(predecessor);
      continue;
    }
    const status = record?.status;
    if (
      (status === 'Failed' && worst.status !== 'Failed') ||
      (status === 'TimedOut' && worst.status === 'Succeeded')
    ) {
      worst = { status, action, ...(record?.error && { error: record.error }) };
    }
  }
  return worst;
}
