// The life of a call: sent, answered, sent again, in doubt, decided by a person.
// A call's record is told before the call leaves, so that after a crash nobody has to guess whether it might have left.

import type { Value } from '../expression/value';
import type { HttpOutcome } from '../http';
import type { JsonValue } from '../json';
import { addRecord, finish, tellRecord } from './machine';
import type { CallProgram, CallRequest, PlanAction } from './plan-model';
import { type ActionFault, type ActionRecord, type Attempt, type Decision, inDoubtCode } from './record';
import { type AttemptOutcome, judge } from './retry-policy';
import { type Frame, type Pending, recordOf } from './state';
import { statusName } from './status-name';
import type { Turn } from './turn';

/** Begins a call whose inputs are evaluated. */
export function startCall(turn: Turn, frame: Frame, action: PlanAction, inputs: Value): void {
  addRecord(turn, frame, action, { status: 'Running', inputs });
  const pending: Pending = { id: turn.state.nextId, frame, action, state: 'in-flight' };
  turn.state.nextId += 1;
  turn.state.pending.set(pending.id, pending);
  sendCall(turn, pending);
}

/** Sends (again) what the record's inputs say. */
export function sendCall(turn: Turn, pending: Pending): void {
  const { frame } = pending;
  const { record, program } = partsOf(pending);
  const call = program.toRequest(turn, frame, record.inputs ?? null);
  if ('code' in call) {
    endCall(turn, pending, { status: 'Failed', code: call.code, error: call });
    return;
  }
  const { request } = call;
  const left =
    program.timeout === undefined ? undefined : record.startTime + program.timeout - turn.env.now();
  if (left !== undefined && left <= 0) {
    timeOut(turn, pending);
    return;
  }
  if (left !== undefined) request.timeout = Math.min(left, request.timeout ?? left);
  record.attempts ??= [];
  record.attempts.push({ startTime: turn.env.now(), method: request.method, url: request.url });
  record.status = 'Running';
  record.code = undefined;
  record.error = undefined;
  record.due = undefined;
  pending.state = 'in-flight';
  tellRecord(turn, record);
  turn.commands.push({ type: 'call', id: pending.id, request, reference: call.reference });
}

/** Takes in how an attempt ended. */
export function callEnded(turn: Turn, pending: Pending, outcome: AttemptOutcome): void {
  const { record, program } = partsOf(pending);
  const attempt = lastAttempt(record);
  noteOutcome(attempt, outcome, turn.env.now());
  const request = program.toRequest(turn, pending.frame, record.inputs ?? null);
  const keyed = !('code' in request) && (request as CallRequest).keyed;
  const attempts = (record.attempts ?? []).filter((each) => each.code !== 'Interrupted').length;
  const verdict = judge(
    { outcome, method: attempt.method, keyed, policy: program.retryPolicy, attempts },
    turn.env,
  );
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

function retry(turn: Turn, pending: Pending, delay: number): void {
  const { record, program } = partsOf(pending);
  if (delay === 0) {
    sendCall(turn, pending);
    return;
  }
  const due = turn.env.now() + delay;
  if (program.timeout !== undefined && due >= record.startTime + program.timeout) {
    timeOut(turn, pending);
    return;
  }
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
  const note = uncertain ? ' The request may have been processed all the same.' : '';
  if (outcome.kind === 'response') {
    const { code, outputs } = answerOf(outcome);
    const error = { code, message: `${answerSentence(outcome.status, outcome.headers.location)}${note}` };
    endCall(turn, pending, { status: 'Failed', code, outputs, error });
    return;
  }
  if (outcome.kind === 'interrupted') return;
  if (outcome.code === 'Timeout') {
    timeOut(turn, pending);
    return;
  }
  const error: ActionFault = { code: outcome.code, message: `${outcome.message}${note}` };
  if (outcome.allow !== undefined) error.allow = outcome.allow;
  endCall(turn, pending, { status: 'Failed', code: outcome.code, error });
}

function answerSentence(status: number, location: string | undefined): string {
  const name = statusName(status).replace(/([a-z])([A-Z])/g, '$1 $2');
  if (status >= 300 && status < 400)
    return `The API answered ${status} ${name}${location ? ` and points to ${location}` : ''}. Redirects are not followed: call the new address itself.`;
  return `The API answered ${status} ${name}.`;
}

function answerOf(outcome: AttemptOutcome): { code: string; outputs: Value } {
  if (outcome.kind !== 'response') return { code: 'OK', outputs: null };
  const outputs: Value = { statusCode: outcome.status, headers: outcome.headers };
  if (outcome.body !== undefined) outputs.body = outcome.body;
  return { code: statusName(outcome.status), outputs };
}

function endCall(
  turn: Turn,
  pending: Pending,
  ending: { status: 'Succeeded' | 'Failed' | 'TimedOut'; code: string; outputs?: Value; error?: ActionFault },
): void {
  if (pending.state === 'in-doubt') turn.state.inDoubt -= 1;
  turn.state.pending.delete(pending.id);
  finish(turn, pending.frame, pending.action, ending);
}

/** A person's word on a call in doubt. `cancel-run` is not handled here. */
export function decideCall(
  turn: Turn,
  pending: Pending,
  { decision, output, by }: { decision: Decision; output?: JsonValue; by?: string },
): void {
  const { record } = partsOf(pending);
  const attempt = lastAttempt(record);
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
  turn.state.inDoubt -= 1;
  sendCall(turn, pending);
}

function noteOutcome(attempt: Attempt, outcome: HttpOutcome | { kind: 'interrupted' }, now: number): void {
  attempt.endTime = now;
  if (outcome.kind === 'response') attempt.statusCode = outcome.status;
  else if (outcome.kind === 'failure') {
    attempt.code = outcome.code;
    attempt.message = outcome.message;
  } else attempt.code = 'Interrupted';
}

function lastAttempt(record: ActionRecord): Attempt {
  const last = record.attempts?.at(-1);
  if (last === undefined) throw new Error(`The call of ${record.name} has no attempt.`);
  return last;
}

function partsOf(pending: Pending): { record: ActionRecord; program: CallProgram } {
  const record = recordOf(pending.frame, pending.action);
  const program = pending.action.call;
  if (record === undefined || program === undefined)
    throw new Error(`${pending.action.name} has no call under way.`);
  return { record, program };
}
