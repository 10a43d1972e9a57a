// The end of a run: by itself, by Terminate, or by somebody who cancels it. Every action gets its last record, the run one status.
import type { ValueObject } from '../expression/value';
import { skipBranch, tellRecord } from './machine';
import type { PlanBranch } from './plan-model';
import { type ActionFault, isFinal, isFinalRun } from './record';
import { type Frame, recordOf, worstLeaf } from './state';
import { evaluate, type Turn } from './turn';

type FinalStatus = 'Succeeded' | 'Failed' | 'Cancelled' | 'TimedOut';
type RunFault = ActionFault & { action?: string };

/** Ends a run at which nothing is left to do. */
export function endFinishedRun(turn: Turn): void {
  const worst = worstLeaf(turn.state.root, turn.plan.root);
  const { outputs, fault } = readOutputs(turn);
  if (worst.status === 'Succeeded' && fault !== undefined) {
    closeRun(turn, 'Failed', { error: fault });
    return;
  }
  const error =
    worst.error === undefined || worst.action === undefined
      ? undefined
      : { ...worst.error, action: worst.action.name };
  closeRun(turn, worst.status, { ...(error && { error }), ...(outputs && { outputs }) });
}

/** Ends a run at once: calls under way are given up, running actions Cancelled, the others Skipped with `code`. */
export function endRun(
  turn: Turn,
  ending: { status: FinalStatus; code: string; reason: string; error: RunFault | undefined },
): void {
  const { state, plan } = turn;
  state.queue.length = 0;
  for (const pending of state.pending.values())
    if (pending.state === 'in-flight') turn.commands.push({ type: 'abort', id: pending.id });
  state.pending.clear();
  state.inDoubt = 0;
  sweep(turn, state.root, plan.root, { code: ending.code, message: ending.reason });
  closeRun(turn, ending.status, ending.error === undefined ? {} : { error: ending.error });
}

function sweep(turn: Turn, frame: Frame, branch: PlanBranch, reason: ActionFault): void {
  skipBranch(turn, frame, branch, reason, reason.code);
  for (const action of branch.actions) {
    const record = recordOf(frame, action);
    if (record === undefined || isFinal(record.status)) continue;
    const iterations = frame.loops?.get(action)?.active.values();
    for (const inner of action.branches) {
      if (iterations === undefined) sweep(turn, frame, inner, reason);
      else for (const iteration of iterations) sweep(turn, iteration, inner, reason);
    }
    const sent = record.attempts !== undefined && record.attempts.length > 0 && record.due === undefined;
    record.error = sent
      ? {
          code: reason.code,
          message: `${reason.message} The call was under way; the API may have processed it.`,
        }
      : reason;
    record.status = 'Cancelled';
    record.code = reason.code;
    record.due = undefined;
    record.endTime = turn.env.now();
    tellRecord(turn, record);
  }
}

function closeRun(
  turn: Turn,
  status: FinalStatus,
  result: { error?: RunFault; outputs?: ValueObject },
): void {
  const { state } = turn;
  if (isFinalRun(state.status)) return;
  state.status = status;
  state.callerWaits = false;
  state.sequence += 1;
  turn.commands.push({
    type: 'run',
    change: { status, sequence: state.sequence, inDoubt: 0, endTime: turn.env.now(), ...result },
  });
}

function readOutputs(turn: Turn): { outputs?: ValueObject; fault?: ActionFault } {
  if (turn.plan.outputs.length === 0) return {};
  const outputs: ValueObject = Object.create(null);
  for (const [name, evaluator] of turn.plan.outputs) {
    const result = evaluate(turn, turn.state.root, undefined, evaluator);
    if (!result.ok)
      return { fault: { code: result.fault.code, message: `Output “${name}”: ${result.fault.message}` } };
    outputs[name] = result.value;
  }
  return { outputs };
}
