// Actions that are kept as they are but cannot run: they fail with a sentence, and what is inside them is skipped.
import { fail, skipBranch } from '../machine';
import type { ActionKind, PlanAction } from '../plan-model';
import type { ActionFault } from '../record';

const refusing =
  (reason: (action: PlanAction) => ActionFault): ActionKind =>
  (action) => {
    const fault = reason(action);
    return {
      run(turn, frame) {
        const inner = { code: 'ActionDependencyFailed', message: 'The step around this one cannot run.' };
        for (const branch of action.branches) skipBranch(turn, frame, branch, inner);
        fail(turn, frame, action, fault);
      },
    };
  };

/** A type the engine does not know, or none. */
export const unsupported = refusing(({ definition: { type } }) => ({
  code: 'ActionTypeNotSupported',
  message:
    type === ''
      ? 'This step has no type, so it cannot run. Give it one in its code, or replace it.'
      : `Steps of type ${type} are kept but cannot run here. Replace the step, or turn it into one that can run.`,
}));

/** An action that stands in an impossible order. */
export const broken = refusing((action) => ({
  code: 'InvalidRunAfter',
  message: action.broken ?? 'The order of this step cannot be understood.',
}));
