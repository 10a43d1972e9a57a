// Scope: a group of actions with one status.
import { begin, openBranch } from '../machine';
import type { ActionKind } from '../plan-model';

export const scope: ActionKind = (action) => ({
  run(turn, frame) {
    begin(turn, frame, action, undefined);
    const branch = action.branches[0];
    if (branch !== undefined) openBranch(turn, frame, action, branch);
  },
});
