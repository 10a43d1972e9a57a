// A run this process works on: its state, and what is under way for it outside.

import type { RunState } from '@/lib/engine/state';
import type { Value } from '@/lib/expression/value';
import type { JournalRun } from './journal';
import type { LoadedFlow } from './ports';

export interface ActiveRun extends JournalRun {
  id: string;
  environmentId: string;
  loaded: LoadedFlow;
  state: RunState;
  /** Calls in flight by the id of their command. */
  calls: Map<number, AbortController>;
  /** Timers by the id of their command: call them to forget the timer. */
  timers: Map<number, () => void>;
  /** Answers the caller who waits for a Response action. */
  caller: ((answer: RunAnswer) => void) | undefined;
  /** Called once when the run has ended and that is on disk. */
  ended: (() => void)[];
}

export interface RunAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: Value | undefined;
  /** The run ended without a Response; this stands for it. */
  missing?: true;
}
