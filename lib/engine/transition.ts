// The engine: state + event -> commands. It changes the state in place and never waits, writes or calls anything itself.
// Actions without an effect outside run on, one after the other, up to the next call or the end of the run.

import { limits } from '../limits';
import { callEnded, decideCall, sendCall, takeBackCall } from './call';
import { advanceLoop, closeContainer, endIteration } from './containers';
import { endFinishedRun, endRun } from './end-run';
import type { Command, EngineEnv, EngineEvent } from './event';
import { finish, skip, tellRecord } from './machine';
import type { Plan, PlanAction } from './plan-model';
import { isFinalRun } from './record';
import { createRunScope, type RunScope } from './run-scope';
import { type Frame, type RunState, recordOf } from './state';
import type { Turn } from './turn';

/** Actions, and steps of their expressions, after which the engine gives others a chance: some 10 milliseconds. */
const actionsPerTurn = 4_000;
const expressionStepsPerTurn = 200_000;

const scopes = new WeakMap<RunState, RunScope>();

/** Takes in one event. An event that no longer fits the state (a late timer, a second decision) gives no commands. */
export function transition(plan: Plan, state: RunState, event: EngineEvent, env: EngineEnv): Command[] {
  if (isFinalRun(state.status)) return [];
  let scope = scopes.get(state);
  if (scope === undefined) {
    scope = createRunScope(plan, state, env);
    scopes.set(state, scope);
  }
  const turn: Turn = { plan, state, env, scope, commands: [] };
  receive(turn, event);
  drain(turn);
  return turn.commands;
}

function receive(turn: Turn, event: EngineEvent): void {
  const { state } = turn;
  switch (event.type) {
    case 'accepted':
      accept(turn, event);
      return;
    case 'called': {
      const pending = state.pending.get(event.id);
      if (pending?.state === 'in-flight') callEnded(turn, pending, event.outcome);
      return;
    }
    case 'unsent': {
      const pending = state.pending.get(event.id);
      if (pending?.state === 'in-flight') takeBackCall(turn, pending);
      return;
    }
    case 'due': {
      const pending = state.pending.get(event.id);
      if (pending?.state === 'waiting') sendCall(turn, pending);
      return;
    }
    case 'decided':
      decide(turn, event);
      return;
    case 'caller-left':
      state.callerWaits = false;
      return;
    case 'cancelled':
      endRun(turn, cancelling);
      return;
    case 'recovered':
      recover(turn);
      return;
    case 'continue':
      return;
  }
}

const cancelling = {
  status: 'Cancelled',
  code: 'Cancelled',
  reason: 'The run was cancelled.',
  error: undefined,
} as const;

function accept(turn: Turn, event: EngineEvent & { type: 'accepted' }): void {
  const { plan, state, env } = turn;
  const { name, fault } = plan.trigger;
  const now = env.now();
  state.callerWaits = event.waiting;
  state.trigger = {
    name,
    iteration: [],
    path: '',
    status: fault === undefined ? 'Succeeded' : 'Failed',
    code: fault?.code ?? 'OK',
    inputs: undefined,
    outputs: event.outputs,
    error: fault,
    startTime: now,
    endTime: now,
    attempts: undefined,
    due: undefined,
    effect: undefined,
    sequence: 0,
    begun: 0,
    stored: 0,
  };
  tellRecord(turn, state.trigger);
  if (fault !== undefined) {
    const error = { ...fault, action: name };
    endRun(turn, { status: 'Failed', code: 'ActionSkipped', reason: fault.message, error });
    return;
  }
  state.root.left = plan.root.actions.length;
  for (const action of plan.root.starts) state.queue.push({ step: 'ready', frame: state.root, action });
}

function decide(turn: Turn, event: EngineEvent & { type: 'decided' }): void {
  for (const pending of turn.state.pending.values()) {
    if (
      pending.state !== 'in-doubt' ||
      pending.action.name !== event.name ||
      pending.frame.path !== event.path
    )
      continue;
    event.decision === 'cancel-run' ? endRun(turn, cancelling) : decideCall(turn, pending, event);
    return;
  }
}

/** After a crash: what was in flight ended in an unknown way, and timers have to be set again. */
function recover(turn: Turn): void {
  for (const pending of [...turn.state.pending.values()]) {
    if (pending.state === 'in-flight') callEnded(turn, pending, { kind: 'interrupted' });
    else if (pending.state === 'waiting') {
      const due = recordOf(pending.frame, pending.action)?.due ?? turn.env.now();
      turn.commands.push({ type: 'timer', id: pending.id, at: due });
    }
  }
}

function drain(turn: Turn): void {
  const { state } = turn;
  if (state.sequence > limits.runChanges.value) {
    const { sentence } = limits.runChanges;
    const error = { code: 'TooManyChanges', message: sentence };
    endRun(turn, { status: 'Failed', code: error.code, reason: sentence, error });
  }
  const { queue } = state;
  let done = 0;
  turn.scope.spent = 0;
  const limit = turn.env.holding?.() === true ? 0 : actionsPerTurn;
  for (; done < queue.length && done < limit; done += 1) {
    if (turn.scope.spent > expressionStepsPerTurn) break;
    const item = queue[done];
    if (item === undefined) continue;
    if (item.step === 'ready') reach(turn, item.frame, item.action);
    else if (item.step === 'close') closeContainer(turn, item.frame, item.action);
    else if (item.step === 'end-iteration') endIteration(turn, item.frame, item.action);
    else advanceLoop(turn, item.frame, item.action);
  }
  if (isFinalRun(state.status)) {
    queue.length = 0;
    return;
  }
  queue.splice(0, done);
  if (queue.length > 0 && limit > 0) turn.commands.push({ type: 'continue' });
  else if (queue.length === 0 && state.root.left === 0 && state.trigger !== undefined) endFinishedRun(turn);
  tellStatus(turn);
}

/** An action whose predecessors have all finished: run or skip. */
function reach(turn: Turn, frame: Frame, action: PlanAction): void {
  if (recordOf(frame, action) !== undefined) return;
  for (const { action: predecessor, statuses } of action.predecessors) {
    const status = recordOf(frame, predecessor)?.status;
    if (status !== undefined && (statuses as readonly string[]).includes(status)) continue;
    const wanted = statuses.length > 0 ? statuses.join(' or ') : 'a status that no step has';
    const message = `“${predecessor.name}” ended as ${status ?? 'unknown'}; this step runs only after ${wanted}.`;
    skip(turn, frame, action, { code: 'ActionDependencyFailed', message });
    return;
  }
  try {
    action.run(turn, frame);
  } catch (error) {
    if (recordOf(frame, action)?.endTime !== undefined) throw error;
    const message = `The step failed inside the engine: ${error instanceof Error ? error.message : String(error)}`;
    finish(turn, frame, action, {
      status: 'Failed',
      code: 'InternalError',
      error: { code: 'InternalError', message },
    });
  }
}

/** A run waits when all that is left is somebody's decision. */
function tellStatus(turn: Turn): void {
  const { state } = turn;
  if (isFinalRun(state.status)) return;
  const status =
    state.inDoubt > 0 && state.inDoubt === state.pending.size && state.queue.length === 0
      ? 'Waiting'
      : 'Running';
  state.status = status;
  if (status === state.told.status && state.inDoubt === state.told.inDoubt) return;
  state.told = { status, inDoubt: state.inDoubt };
  state.sequence += 1;
  turn.commands.push({ type: 'run', change: { status, sequence: state.sequence, inDoubt: state.inDoubt } });
}
