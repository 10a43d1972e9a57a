// What the record of a call says when it has ended: the answer as outputs, and a sentence for each way to fail.
import type { Value } from '../expression/value';
import type { ActionFault, Attempt } from './record';
import type { AttemptOutcome } from './retry-policy';
import { statusName } from './status-name';

/** Code and outputs of an answer. */
export function answerOf(outcome: AttemptOutcome): { code: string; outputs: Value } {
  if (outcome.kind !== 'response') return { code: 'OK', outputs: null };
  const outputs: Value = { statusCode: outcome.status, headers: outcome.headers };
  if (outcome.body !== undefined) outputs.body = outcome.body;
  return { code: statusName(outcome.status), outputs };
}

/** Code, error and, where there was an answer, outputs of a call that failed. `uncertain`: it may have done its work. */
export function failureOf(
  outcome: AttemptOutcome,
  attempts: readonly Attempt[],
  uncertain: boolean,
): { code: string; error: ActionFault; outputs?: Value } {
  const note = uncertain ? ' The request may have been processed all the same.' : '';
  if (outcome.kind === 'interrupted') {
    const message = `The server stopped while the call was under way, and the retry policy of the step says not to send it again.${note}`;
    return { code: 'Interrupted', error: { code: 'Interrupted', message } };
  }
  if (outcome.kind === 'failure') {
    const error: ActionFault = { code: outcome.code, message: `${outcome.message}${note}` };
    if (outcome.allow !== undefined) error.allow = outcome.allow;
    return { code: outcome.code, error };
  }
  const { code, outputs } = answerOf(outcome);
  const sentence = answerSentence(outcome.status, outcome.headers.location);
  return {
    code,
    outputs,
    error: { code, message: `${sentence}${note}${mayBeGone(outcome.status, attempts)}` },
  };
}

function answerSentence(status: number, location: string | undefined): string {
  const name = statusName(status).replace(/([a-z])([A-Z])/g, '$1 $2');
  if (status >= 300 && status < 400)
    return `The API answered ${status} ${name}${location ? ` and points to ${location}` : ''}. Redirects are not followed: call the new address itself.`;
  return `The API answered ${status} ${name}.`;
}

/** A DELETE that finds nothing after an attempt with an unknown end may find its own work. */
function mayBeGone(status: number, attempts: readonly Attempt[]): string {
  const last = attempts.at(-1);
  const unknown = attempts
    .slice(0, -1)
    .some((attempt) => attempt.statusCode === undefined || attempt.statusCode >= 500);
  return status === 404 && last?.method === 'DELETE' && unknown
    ? ' An earlier attempt may have deleted it already.'
    : '';
}
