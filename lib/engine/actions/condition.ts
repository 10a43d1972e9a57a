// If: runs one of two branches. Its expression is a template or the object form, e.g. { "and": [{ "equals": ["@x", 1] }] }.
import { ownProperty } from '../../json';
import { compileCondition } from '../condition-expression';
import { begin, fail, openBranch, skipBranch } from '../machine';
import type { ActionKind } from '../plan-model';
import { evaluate } from '../turn';

const notTaken = {
  code: 'ActionBranchingConditionNotSatisfied',
  message: 'The condition led to the other branch.',
};

export const condition: ActionKind = (action) => {
  const expression = compileCondition(ownProperty(action.definition, 'expression'));
  return {
    run(turn, frame) {
      const result = evaluate(turn, frame, action, expression);
      const fault = !result.ok
        ? result.fault
        : typeof result.value === 'boolean'
          ? undefined
          : { code: 'InvalidTemplate', message: 'The condition is neither true nor false.' };
      if (fault !== undefined || !result.ok) {
        const reason = { code: 'ActionDependencyFailed', message: 'The condition could not be decided.' };
        for (const branch of action.branches) skipBranch(turn, frame, branch, reason);
        return fail(turn, frame, action, fault ?? reason);
      }
      begin(turn, frame, action, { expressionResult: result.value });
      const [yes, no] = action.branches;
      const [taken, other] = result.value === true ? [yes, no] : [no, yes];
      if (other !== undefined) skipBranch(turn, frame, other, notTaken);
      if (taken !== undefined) openBranch(turn, frame, action, taken);
    },
  };
};
