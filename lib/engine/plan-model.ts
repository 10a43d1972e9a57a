// The shape of a compiled flow: what `compilePlan` makes and the rest of the engine reads.
import type { Connector } from '../connector/model';
import type { Evaluator } from '../expression/compile';
import type { Value } from '../expression/value';
import type { ActionDefinition, Flow, RunAfterStatus, TriggerDefinition } from '../flow/definition';
import type { HttpRequest } from '../http';
import type { ActionFault } from './record';
import type { RetryPolicy } from './retry-policy';
import type { Frame } from './state';
import type { Turn } from './turn';

export interface Plan {
  flow: Flow;
  connectors: Record<string, Connector>;
  /** Connection reference -> origin and base path to call instead of the connector's own. */
  baseUrls: Record<string, string>;
  /** All actions, depth first in document order; an action's descendants follow it up to `end`. */
  actions: PlanAction[];
  root: PlanBranch;
  /** Lower-case name -> action. */
  byName: Map<string, PlanAction>;
  trigger: { name: string; definition: TriggerDefinition; fault: ActionFault | undefined };
  /** Number of predecessors of each action: the starting counters of a frame. */
  template: number[];
  parameters: Map<string, Evaluator>;
  /** The definition's own outputs, evaluated when the run ends. */
  outputs: [string, Evaluator][];
  /** True when finished iterations must stay readable for result(). */
  keepsIterations: boolean;
  hasResponse: boolean;
}

export interface PlanBranch {
  /** JSON Pointer below the container: `/actions`, `/else/actions`; empty for the flow itself. */
  at: string;
  actions: PlanAction[];
  starts: PlanAction[];
  leaves: PlanAction[];
}

export interface PlanAction {
  /** Position in `Plan.actions`. */
  index: number;
  name: string;
  /** Lower case. */
  type: string;
  definition: ActionDefinition;
  parent: PlanAction | undefined;
  branch: PlanBranch;
  /** Nearest enclosing loop. */
  loop: PlanAction | undefined;
  isLoop: boolean;
  /** Position after the last descendant. */
  end: number;
  predecessors: { action: PlanAction; statuses: readonly RunAfterStatus[] }[];
  successors: PlanAction[];
  branches: PlanBranch[];
  /** Starting counters of an iteration's frame (loops only use it). */
  template: number[];
  run: RunAction;
  call: CallProgram | undefined;
  /** Why the action can never run in its place, e.g. it waits for itself. */
  broken: ActionFault | undefined;
}

/** Runs an action whose predecessors allow it: finishes it, starts its branch, or asks for a call. */
type RunAction = (turn: Turn, frame: Frame) => void;

/** What an action with a call needs beside its evaluated inputs. */
export interface CallProgram {
  /** The request for already evaluated inputs, or why there is none. The same inputs give the same bytes. */
  toRequest(turn: Turn, frame: Frame, inputs: Value): CallRequest | ActionFault;
  /** undefined: the default policy. */
  retryPolicy: RetryPolicy | undefined;
  /** Milliseconds for all attempts together. */
  timeout: number | undefined;
}

export interface CallRequest {
  request: HttpRequest;
  /** Connection reference that signs the call. */
  reference: string | undefined;
  /** The idempotency key by which the API recognises a repetition. */
  key: string | undefined;
  /** Mark of the body, where there is one. */
  digest?: string;
}

interface CompiledAction {
  run: RunAction;
  call?: CallProgram;
}

export type ActionKind = (action: PlanAction, plan: Plan) => CompiledAction;
