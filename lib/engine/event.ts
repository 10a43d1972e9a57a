// What goes into the engine and what comes out: plain data on both sides.
import type { Value, ValueObject } from '../expression/value';
import type { HttpOutcome, HttpRequest } from '../http';
import type { JsonValue } from '../json';
import type { ActionFault, ActionRecord, Decision, RunStatus } from './record';

/** Everything that is not determined by the state: passed in so that a test can decide it. */
export interface EngineEnv {
  /** Epoch milliseconds. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  guid(): string;
  /** True while nothing new may begin: what is ready then is taken up from the records at the next start. */
  holding?(): boolean;
}

export type EngineEvent =
  /** The run begins. `waiting` tells that somebody waits for the answer of a Response action. */
  | { type: 'accepted'; outputs: ValueObject; waiting: boolean }
  /** A call came to an end. `id` is the one its `call` command had. */
  | { type: 'called'; id: number; outcome: HttpOutcome }
  /** A call that was commanded never left: the process ends before it could. */
  | { type: 'unsent'; id: number }
  /** The time of a `timer` command has come. */
  | { type: 'due'; id: number }
  /** Work that was put off by a `continue` command. */
  | { type: 'continue' }
  /** A person decides about a call in doubt. The first decision wins; later ones change nothing. */
  | { type: 'decided'; name: string; path: string; decision: Decision; output?: JsonValue; by?: string }
  /** Nobody waits for a Response action any more. */
  | { type: 'caller-left' }
  | { type: 'cancelled' }
  /** The state was read back after the process that worked on it ended. */
  | { type: 'recovered' };

export type Command =
  /** The record is new or changed; it already carries its sequence number. */
  | { type: 'record'; record: ActionRecord }
  /** Send this, once the record changes so far are on disk. */
  | {
      type: 'call';
      id: number;
      request: HttpRequest;
      reference: string | undefined;
      /** False when nobody may send it again unasked once it has left and its outcome is unknown. */
      repeatable: boolean;
    }
  /** The outcome of a call in flight no longer matters. */
  | { type: 'abort'; id: number }
  /** Send a `due` event at `at` (epoch milliseconds). */
  | { type: 'timer'; id: number; at: number }
  /** Answer the waiting caller, once the record changes so far are on disk. */
  | { type: 'respond'; statusCode: number; headers: Record<string, string>; body: Value | undefined }
  /** The run's own row changed. */
  | { type: 'run'; change: RunChangeData }
  /** Send a `continue` event soon: there is more to do, but others want to breathe. */
  | { type: 'continue' };

export interface RunChangeData {
  status: RunStatus;
  sequence: number;
  inDoubt: number;
  /** Set when the run has ended. */
  endTime?: number;
  error?: ActionFault & { action?: string };
  outputs?: ValueObject;
}
