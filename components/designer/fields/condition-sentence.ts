// A condition as one sentence: "Amount is greater than 100 and Status is equal to Open".
import { type ConditionGroup, conditionOperators, isConditionRow } from '@/lib/flow/condition';
import { shortText } from '../step/step-face';

function operand(value: Parameters<typeof shortText>[0]): string {
  const text = shortText(value);
  return text === '' ? '…' : text;
}

/** Nested groups stand in brackets. */
export function conditionSentence(group: ConditionGroup, nested = false): string {
  const parts = group.rows.map((entry) => {
    if (!isConditionRow(entry)) return conditionSentence(entry, true);
    const words = conditionOperators.find((each) => each.value === entry.operator)?.label ?? entry.operator;
    return `${operand(entry.left)} ${words} ${operand(entry.right)}`;
  });
  const text = parts.join(` ${group.join} `) || 'Always true: add a row.';
  return nested && parts.length > 1 ? `(${text})` : text;
}
