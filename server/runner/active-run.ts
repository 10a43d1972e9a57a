// A run this process works on: its state, and what is under way for it outside.

import { createState, type RunIdentity, type RunState } from '@/lib/engine/state';
import type { Value } from '@/lib/expression/value';
import type { JournalRun } from './journal';
import type { LoadedFlow } from './ports';

export interface ActiveRun extends JournalRun {
  id: string;
  environmentId: string;
  loaded: LoadedFlow;
  state: RunState;
  /** Calls in flight by the id of their command. */
  calls: Map<number, OpenCall>;
  /** Timers by the id of their command: call them to forget the timer. */
  timers: Map<number, () => void>;
  /** Answers the caller who waits for a Response action. */
  caller: ((answer: RunAnswer) => void) | undefined;
  /** Called once when the run has ended and that is on disk. */
  ended: (() => void)[];
}

export interface OpenCall {
  abort: AbortController;
  /** False when nobody may send it again unasked if its outcome stays unknown. */
  repeatable: boolean;
}

export interface RunAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: Value | undefined;
  /** The run ended without a Response; this stands for it. */
  missing?: true;
}

/** Stands for the answer of a run that ended without a Response. */
export const missingAnswer: RunAnswer = {
  statusCode: 502,
  missing: true,
  headers: {},
  body: { error: { code: 'NoResponse', message: 'The flow ended without a response.' } },
};

/** A run with nothing under way; its state is new unless one is given. */
export function createActiveRun(
  loaded: LoadedFlow,
  identity: RunIdentity,
  more: Partial<Pick<ActiveRun, 'number' | 'fence' | 'state' | 'caller'>> = {},
): ActiveRun {
  return {
    id: identity.runId,
    number: 0,
    fence: 1,
    environmentId: identity.environmentId,
    loaded,
    state: createState(loaded.plan, identity),
    calls: new Map(),
    timers: new Map(),
    caller: undefined,
    ended: [],
    ...more,
  };
}
