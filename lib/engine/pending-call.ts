// A call under way, seen from its record: its request, its time limit, and what an end of its last attempt would lead to.
import { digestOf } from './digest';
import type { CallProgram, CallRequest } from './plan-model';
import type { ActionFault, ActionRecord, Attempt } from './record';
import { type AttemptOutcome, isRepeatable, judge, type Verdict } from './retry-policy';
import { type Pending, recordOf } from './state';
import { orFault, type Turn } from './turn';

/** The record and the compiled call of what is pending. Both are there as long as it is. */
export function partsOf(pending: Pending): { record: ActionRecord; program: CallProgram } {
  const record = recordOf(pending.frame, pending.action);
  const program = pending.action.call;
  if (record === undefined || program === undefined)
    throw new Error(`${pending.action.name} has no call under way.`);
  return { record, program };
}

/** The request, made once: every attempt sends the same bytes. */
export function requestOf(turn: Turn, pending: Pending): CallRequest | ActionFault {
  if (pending.request === undefined) {
    const { record, program } = partsOf(pending);
    const result = orFault(() => program.toRequest(turn, pending.frame, record.inputs ?? null));
    const made = result.ok ? result.value : result.fault;
    if (!('code' in made) && made.request.body !== undefined) made.digest = digestOf(made.request.body);
    pending.request = made;
  }
  return pending.request;
}

/** When the step's time is up, in epoch milliseconds; counted anew after a person said to send again. */
export function timeLimit(pending: Pending): number {
  const { record, program } = partsOf(pending);
  if (program.timeout === undefined) return Number.POSITIVE_INFINITY;
  const decided = record.attempts?.findLast((attempt) => attempt.decision !== undefined);
  return (decided?.decision?.at ?? record.startTime) + program.timeout;
}

export function lastAttempt(record: ActionRecord): Attempt {
  const last = record.attempts?.at(-1);
  if (last === undefined) throw new Error(`The call of ${record.name} has no attempt.`);
  return last;
}

/** What follows from this end of the last attempt. */
export function judgeCall(turn: Turn, pending: Pending, outcome: AttemptOutcome): Verdict {
  return judge({ ...factsOf(turn, pending), outcome }, turn.env);
}

/** True when the last attempt is sent again by itself if nobody learns how it ended. */
export function mayRepeat(turn: Turn, pending: Pending): boolean {
  return isRepeatable(factsOf(turn, pending));
}

/** Attempts before a person's decision no longer count. */
function factsOf(turn: Turn, pending: Pending) {
  const { record, program } = partsOf(pending);
  const all = record.attempts ?? [];
  const attempts = all.slice(all.findLastIndex((attempt) => attempt.decision !== undefined) + 1);
  const { method, key, digest } = lastAttempt(record);
  const request = requestOf(turn, pending);
  // After an upgrade the same inputs may make other bytes; the key that stood for the former ones then proves nothing.
  const keyed = key !== undefined && !('code' in request) && request.digest === digest;
  return { method, keyed, policy: program.retryPolicy, attempts };
}
