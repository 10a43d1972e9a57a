// What happened to one action in one run (Workflow Definition Language, action record). Records are the run's only journal:
// the newest state of every record, read in sequence order, is enough to go on after a crash.
import type { Value } from '../expression/value';

export type ActionStatus =
  | 'Running'
  | 'Waiting'
  | 'Succeeded'
  | 'Failed'
  | 'Skipped'
  | 'TimedOut'
  | 'Cancelled';

export type RunStatus = 'Waiting' | 'Running' | 'Succeeded' | 'Failed' | 'Cancelled' | 'TimedOut';

export interface ActionFault {
  code: string;
  message: string;
  /** `host:port` that an administrator could allow, where the outbound door refused it. */
  allow?: string;
}

export interface IterationStep {
  loop: string;
  /** From 0. */
  index: number;
}

/** One sending of a call. Times are epoch milliseconds. */
export interface Attempt {
  startTime: number;
  endTime?: number;
  method: string;
  url: string;
  /** HTTP status of the answer, absent when there was none. */
  statusCode?: number;
  /** `HostNotFound`, `ConnectionLost`, `Interrupted` …, absent when there was an answer. */
  code?: string;
  message?: string;
  /** The idempotency key it carried. */
  key?: string;
  /** Mark of its body: tells after an upgrade whether the same would be sent again. */
  digest?: string;
  /** What a person decided about this attempt when its outcome was unknown. */
  decision?: { choice: Decision; at: number; by?: string };
}

export type Decision = 'send-again' | 'worked' | 'failed' | 'cancel-run';

/** What the record does to the run's variables. `set` takes `outputs.body.value`, `append` takes `inputs.value`. */
export type VariableEffect =
  | { declare: { name: string; type: VariableType; value: Value }[] }
  | { set: string }
  | { append: string };

export type VariableType = 'string' | 'integer' | 'float' | 'boolean' | 'object' | 'array';

/** Fields are always present so that all records share one shape; absent values are undefined. */
export interface ActionRecord {
  name: string;
  /** Enclosing iterations, outermost first. */
  iteration: readonly IterationStep[];
  /** The same as text, e.g. `For_each:3/Inner:0`; empty outside loops. */
  path: string;
  status: ActionStatus;
  code: string | undefined;
  inputs: Value | undefined;
  outputs: Value | undefined;
  error: ActionFault | undefined;
  /** Epoch milliseconds. */
  startTime: number;
  endTime: number | undefined;
  attempts: Attempt[] | undefined;
  /** Epoch milliseconds of the next attempt while the action waits for it. */
  due: number | undefined;
  effect: VariableEffect | undefined;
  /** Number of this change within the run, from 1; the trigger's record has 1. */
  sequence: number;
  /** Number of its first change: records sorted by it are in start order. */
  begun: number;
  /** The sequence number it was last stored under, 0 before; kept by whoever stores it. */
  stored: number;
}

/** The code of an action whose call may or may not have been processed; a person decides. */
export const inDoubtCode = 'InDoubt';

/** True when nothing more will happen to the record. */
export function isFinal(status: ActionStatus): boolean {
  return status !== 'Running' && status !== 'Waiting';
}

/** True when nothing more will happen to the run. */
export function isFinalRun(status: RunStatus): boolean {
  return status !== 'Running' && status !== 'Waiting';
}

/** `For_each:3/Inner:0`; slashes in names are escaped. */
export function toIterationPath(iteration: readonly IterationStep[]): string {
  return iteration.map((step) => iterationPart(step.loop, step.index)).join('/');
}

/** One part of an iteration path. */
export function iterationPart(loop: string, index: number): string {
  const name =
    loop.includes('/') || loop.includes('%') ? loop.replaceAll('%', '%25').replaceAll('/', '%2F') : loop;
  return `${name}:${index}`;
}

/** Reads what `toIterationPath` wrote. */
export function readIterationPath(path: string): IterationStep[] {
  if (path === '') return [];
  return path.split('/').map((part) => {
    const colon = part.lastIndexOf(':');
    const loop = part.slice(0, colon).replaceAll('%2F', '/').replaceAll('%25', '%');
    return { loop, index: Number(part.slice(colon + 1)) };
  });
}
