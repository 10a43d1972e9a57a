// Conditions as rows: left · operator · right, in groups joined by And or Or.
// Reads and writes the object form of an If's expression: `{ and: [{ equals: [a, b] }, { not: { contains: [a, b] } }] }`.
import { isJsonObject, type JsonValue } from '../json';

export interface ConditionRow {
  left: JsonValue;
  operator: ConditionOperator;
  right: JsonValue;
}
export interface ConditionGroup {
  join: 'and' | 'or';
  rows: (ConditionRow | ConditionGroup)[];
  /** The document has this one row without a group around it; it is written back the same way. */
  bare?: boolean;
}
export type ConditionOperator = (typeof conditionOperators)[number]['value'];

/** In the order of the dropdown. */
export const conditionOperators = [
  { value: 'equals', label: 'is equal to' },
  { value: 'not equals', label: 'is not equal to' },
  { value: 'greater', label: 'is greater than' },
  { value: 'greaterOrEquals', label: 'is greater than or equal to' },
  { value: 'less', label: 'is less than' },
  { value: 'lessOrEquals', label: 'is less than or equal to' },
  { value: 'contains', label: 'contains' },
  { value: 'not contains', label: 'does not contain' },
  { value: 'startsWith', label: 'starts with' },
  { value: 'not startsWith', label: 'does not start with' },
  { value: 'endsWith', label: 'ends with' },
  { value: 'not endsWith', label: 'does not end with' },
] as const;

/** True for a row, false for a group. */
export function isConditionRow(entry: ConditionRow | ConditionGroup): entry is ConditionRow {
  return 'operator' in entry;
}

function findOperator(name: string): ConditionOperator | undefined {
  return conditionOperators.find((each) => each.value.toLowerCase() === name.toLowerCase())?.value;
}

function single(value: JsonValue | undefined): [key: string, value: JsonValue] | undefined {
  if (!isJsonObject(value)) return undefined;
  const entries = Object.entries(value);
  return entries.length === 1 ? entries[0] : undefined;
}

function readRow(value: JsonValue): ConditionRow | undefined {
  const outer = single(value);
  if (!outer) return undefined;
  const inner = outer[0].toLowerCase() === 'not' ? single(outer[1]) : undefined;
  const [name, operands] = inner ?? outer;
  const operator = findOperator(inner ? `not ${name}` : name);
  if (!operator || !Array.isArray(operands) || operands.length !== 2) return undefined;
  const [left = '', right = ''] = operands;
  return { left, operator, right };
}

function readGroup(value: JsonValue): ConditionGroup | undefined {
  const entry = single(value);
  const join = entry?.[0].toLowerCase();
  if (!entry || (join !== 'and' && join !== 'or') || !Array.isArray(entry[1])) return undefined;
  const rows: ConditionGroup['rows'] = [];
  for (const each of entry[1]) {
    const row = readRow(each) ?? readGroup(each);
    if (!row) return undefined;
    rows.push(row);
  }
  return { join, rows };
}

/** The rows of an If's expression; undefined where it says something rows cannot show (it is then edited as text). */
export function readCondition(expression: JsonValue | undefined): ConditionGroup | undefined {
  if (expression === undefined || expression === '' || expression === null) return { join: 'and', rows: [] };
  if (isJsonObject(expression) && Object.keys(expression).length === 0) return { join: 'and', rows: [] };
  const row = readRow(expression);
  return row ? { join: 'and', rows: [row], bare: true } : readGroup(expression);
}

/** The expression that rows stand for. */
export function toCondition(group: ConditionGroup): JsonValue {
  const [first] = group.rows;
  if (group.bare && group.rows.length === 1 && first && isConditionRow(first)) return toRow(first);
  return {
    [group.join]: group.rows.map((entry) => (isConditionRow(entry) ? toRow(entry) : toCondition(entry))),
  };
}

function toRow({ left, operator, right }: ConditionRow): JsonValue {
  const [first, second] = operator.split(' ');
  return first === 'not' && second !== undefined
    ? { not: { [second]: [left, right] } }
    : { [operator]: [left, right] };
}

/** An empty row, as a new condition has it. */
export const emptyConditionRow: ConditionRow = { left: '', operator: 'equals', right: '' };

/** Keys from an If's expression down to one side of a row: 0 is the left one. */
export function operandPath(row: ConditionRow, side: 0 | 1): string[] {
  return [...row.operator.split(' '), String(side)];
}

/** The keys of a place in an If's expression, spelled as `operandPath` spells them, whatever the case in the document. */
export function spellConditionPath(path: readonly string[]): string[] {
  return path.map((key) => {
    const lower = key.toLowerCase();
    return ['and', 'or', 'not'].includes(lower) ? lower : (findOperator(key) ?? key);
  });
}

export interface EmptyOperand {
  /** Keys from the expression down; empty where there is no row at all. */
  path: string[];
}

/** The rows of a condition that compare nothing; none for a condition that rows cannot show. */
export function listEmptyOperands(expression: JsonValue | undefined): EmptyOperand[] {
  const group = readCondition(expression);
  if (!group) return [];
  return group.rows.length === 0 ? [{ path: [] }] : emptyOperandsOf(group);
}

function emptyOperandsOf(group: ConditionGroup): EmptyOperand[] {
  return group.rows.flatMap((entry, index) => {
    const below = group.bare ? [] : [group.join, String(index)];
    if (!isConditionRow(entry))
      return emptyOperandsOf(entry).map(({ path }) => ({ path: [...below, ...path] }));
    return entry.left === '' ? [{ path: [...below, ...operandPath(entry, 0)] }] : [];
  });
}
