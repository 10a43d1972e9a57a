// The life of a call: sent, answered, sent again, in doubt, decided by a person.
// A call's record is told before the call leaves, so that after a crash nobody has to guess whether it might have left.

import type { Value } from '../expression/value';
import type { JsonValue } from '../json';
import { answerOf, failureOf } from './call-failure';
import { addRecord, finish, tellRecord } from './machine';
import { judgeCall, lastAttempt, mayRepeat, partsOf, requestOf, timeLimit } from './pending-call';
import type { PlanAction } from './plan-model';
import { type ActionFault, type Attempt, type Decision, inDoubtCode } from './record';
import type { AttemptOutcome } from './retry-policy';
import type { Frame, Pending } from './state';
import type { Turn } from './turn';

/** Begins a call whose inputs are evaluated. */
export function startCall(turn: Turn, frame: Frame, action: PlanAction, inputs: Value): void {
  addRecord(turn, frame, action, { status: 'Running', inputs });
  const pending: Pending = { id: turn.state.nextId, frame, action, state: 'in-flight', request: undefined };
  turn.state.nextId += 1;
  turn.state.pending.set(pending.id, pending);
  sendCall(turn, pending);
}

/** Sends (again) what the record's inputs say. */
export function sendCall(turn: Turn, pending: Pending): void {
  const { record } = partsOf(pending);
  const call = requestOf(turn, pending);
  if ('code' in call) {
    endCall(turn, pending, { status: 'Failed', code: call.code, error: call });
    return;
  }
  const now = turn.env.now();
  const left = timeLimit(pending) - now;
  if (left <= 0) {
    timeOut(turn, pending);
    return;
  }
  const { method, url } = call.request;
  const attempt: Attempt = { startTime: now, method, url };
  if (call.key !== undefined) attempt.key = call.key;
  if (call.digest !== undefined) attempt.digest = call.digest;
  record.attempts ??= [];
  record.attempts.push(attempt);
  record.status = 'Running';
  record.code = undefined;
  record.error = undefined;
  record.due = undefined;
  pending.state = 'in-flight';
  tellRecord(turn, record);
  turn.commands.push({
    type: 'call',
    id: pending.id,
    request: left === Number.POSITIVE_INFINITY ? call.request : { ...call.request, timeout: left },
    reference: call.reference,
    repeatable: mayRepeat(turn, pending),
  });
}

/** Takes in how an attempt ended. */
export function callEnded(turn: Turn, pending: Pending, outcome: AttemptOutcome): void {
  noteOutcome(lastAttempt(partsOf(pending).record), outcome, turn.env.now());
  const verdict = judgeCall(turn, pending, outcome);
  switch (verdict.next) {
    case 'succeed':
      endCall(turn, pending, { status: 'Succeeded', ...answerOf(outcome) });
      return;
    case 'fail':
      failCall(turn, pending, outcome, verdict.uncertain);
      return;
    case 'doubt':
      doubt(turn, pending, outcome);
      return;
    case 'retry':
      retry(turn, pending, verdict.delay);
      return;
  }
}

/** Takes back an attempt that was told and never left, because the process is about to end. */
export function takeBackCall(turn: Turn, pending: Pending): void {
  const { record } = partsOf(pending);
  record.attempts?.pop();
  wait(turn, pending, turn.env.now());
}

function retry(turn: Turn, pending: Pending, delay: number): void {
  if (delay === 0) {
    sendCall(turn, pending);
    return;
  }
  const due = turn.env.now() + delay;
  if (due >= timeLimit(pending)) timeOut(turn, pending);
  else wait(turn, pending, due);
}

function wait(turn: Turn, pending: Pending, due: number): void {
  const { record } = partsOf(pending);
  record.due = due;
  pending.state = 'waiting';
  tellRecord(turn, record);
  turn.commands.push({ type: 'timer', id: pending.id, at: due });
}

function doubt(turn: Turn, pending: Pending, outcome: AttemptOutcome): void {
  const { record } = partsOf(pending);
  const what =
    outcome.kind === 'failure' ? outcome.message : 'The server stopped while the call was under way.';
  record.status = 'Waiting';
  record.code = inDoubtCode;
  record.error = {
    code: inDoubtCode,
    message: `${what} The API may or may not have done its work: decide what happened.`,
  };
  pending.state = 'in-doubt';
  turn.state.inDoubt += 1;
  tellRecord(turn, record);
}

function timeOut(turn: Turn, pending: Pending): void {
  const error = { code: 'ActionTimedOut', message: 'The step took longer than its time limit.' };
  endCall(turn, pending, { status: 'TimedOut', code: error.code, error });
}

function failCall(turn: Turn, pending: Pending, outcome: AttemptOutcome, uncertain: boolean): void {
  if (outcome.kind === 'failure' && outcome.code === 'Timeout') {
    timeOut(turn, pending);
    return;
  }
  const { record } = partsOf(pending);
  endCall(turn, pending, { status: 'Failed', ...failureOf(outcome, record.attempts ?? [], uncertain) });
}

function endCall(
  turn: Turn,
  pending: Pending,
  ending: { status: 'Succeeded' | 'Failed' | 'TimedOut'; code: string; outputs?: Value; error?: ActionFault },
): void {
  leaveDoubt(turn, pending);
  turn.state.pending.delete(pending.id);
  finish(turn, pending.frame, pending.action, ending);
}

function leaveDoubt(turn: Turn, pending: Pending): void {
  if (pending.state !== 'in-doubt') return;
  pending.state = 'in-flight';
  turn.state.inDoubt -= 1;
}

/** A person's word on a call in doubt. `cancel-run` is not handled here. */
export function decideCall(
  turn: Turn,
  pending: Pending,
  { decision, output, by }: { decision: Decision; output?: JsonValue; by?: string },
): void {
  const attempt = lastAttempt(partsOf(pending).record);
  attempt.decision = { choice: decision, at: turn.env.now(), ...(by !== undefined && { by }) };
  if (decision === 'worked') {
    const outputs: Value = { statusCode: 200, headers: {}, body: output ?? null };
    endCall(turn, pending, { status: 'Succeeded', code: 'OK', outputs });
    return;
  }
  if (decision === 'failed') {
    const error = { code: 'MarkedFailed', message: 'A person decided that this call failed.' };
    endCall(turn, pending, { status: 'Failed', code: error.code, error });
    return;
  }
  leaveDoubt(turn, pending);
  sendCall(turn, pending);
}

function noteOutcome(attempt: Attempt, outcome: AttemptOutcome, now: number): void {
  attempt.endTime = now;
  if (outcome.kind === 'response') attempt.statusCode = outcome.status;
  else if (outcome.kind === 'failure') {
    attempt.code = outcome.code;
    attempt.message = outcome.message;
  } else attempt.code = 'Interrupted';
}
