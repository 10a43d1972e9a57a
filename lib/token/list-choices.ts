// A token that lies inside a list, put into a field for one value: the ways to use it, as data.
// Each choice says which expression goes into the field and which edit comes with it; both are one undo step.

import { parseTemplate } from '../expression/template';
import { uniqueActionName } from '../flow/action-name';
import type { Flow } from '../flow/definition';
import type { Edit } from '../flow/edits/edit';
import { findAction } from '../flow/tree';
import { listLoops } from '../flow/upstream';
import { convertFor } from './conversion';
import type { FieldShape } from './fit';
import { readPlainReference, referenceKey } from './reference';
import { callWith, expressionOf, type Token } from './token';
import { listKeyOf } from './tokens';

export interface ListChoice {
  id: 'each' | 'first' | 'joined' | 'count' | 'whole';
  label: string;
  description: string;
  /** Goes into the field, without `@`. */
  expression: string;
  /** To be made before the field is set: the loops around the step. */
  edits: Edit[];
}

export interface ListQuestion {
  flow: Flow;
  action: string;
  token: Token;
  /** What the field it goes into takes. */
  field: FieldShape;
  /** Text between the values of a joined list. */
  separator?: string;
}

/** `Invoices` -> `invoice`; a rough English singular, only for labels. */
export function singularOf(label: string): string {
  const word = label.trim().split(' ').at(-1)?.toLowerCase() ?? '';
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !word.endsWith('ss') && word.length > 2) return word.slice(0, -1);
  return word === '' || word === 'value' || word === 'body' ? 'item' : word;
}

/** Expressions of the lists on the way, as seen at the step: the outermost, then each inside an item of the one before. */
function listExpression(token: Token, level: number, parent: string): string {
  const list = token.lists[level];
  const slashed = level === 0 && token.source.slashed;
  return expressionOf(parent, list?.path ?? [], slashed);
}

/** True where the token is one per item, so that a choice has to be made. */
export function needsChoice(token: Token): boolean {
  return token.lists.length > 0;
}

/** The choices in the order they are shown; empty for a token that is a plain value. */
export function listChoices(question: ListQuestion): ListChoice[] {
  const { token, field } = question;
  const outer = token.lists[0];
  if (!outer) return [];
  const list = listExpression(token, 0, token.source.root);
  const one = singularOf(outer.label);
  const choices: ListChoice[] = [
    eachChoice(question),
    {
      id: 'first',
      label: `First ${one}`,
      description: `${token.label} of the first ${one} only.`,
      expression: convertFor(firstOf(token, list), token, field),
      edits: [],
    },
  ];
  if (token.lists.length === 1 && token.itemPath.length === 0)
    choices.push({
      id: 'joined',
      label: 'All, joined',
      description: 'One text with all values.',
      expression: `join(${list}, '${(question.separator ?? ', ').replaceAll("'", "''")}')`,
      edits: [],
    });
  choices.push({
    id: 'count',
    label: 'Count',
    description: `How many there are in ${outer.label}.`,
    expression: `length(${list})`,
    edits: [],
  });
  if (['array', 'any', 'object'].includes(field.type))
    choices.push({
      id: 'whole',
      label: 'The whole list',
      description: `All of ${outer.label} as a list.`,
      expression: list,
      edits: [],
    });
  return choices;
}

function firstOf(token: Token, outer: string): string {
  let expression = `first(${outer})`;
  for (let level = 1; level < token.lists.length; level += 1)
    expression = `first(${listExpression(token, level, expression)})`;
  return expressionOf(expression, token.itemPath, false);
}

function eachChoice({ flow, action, token, field }: ListQuestion): ListChoice {
  const around = listLoops(flow.definition, action);
  const edits: Edit[] = [];
  const taken: string[] = [];
  let item = token.source.root;
  const wraps: { label: string; expression: string }[] = [];
  for (const [level, list] of token.lists.entries()) {
    const expression = listExpression(token, level, item);
    const there = around.find((loop) => listKeyOf(loop.action) === keyOf(expression));
    let name = there?.name;
    if (name === undefined) {
      const label = `For each ${singularOf(list.label)}`;
      name = uniqueActionName(flow.definition, label, taken);
      taken.push(name);
      wraps.push({ label, expression });
    }
    item = callWith('items', name);
  }
  // The innermost loop is put around the step first, and each outer one around the loop made before. Names were given
  // outermost first, so each wrap asks for the very name that the expressions use.
  const names = taken.toReversed();
  let inside = findAction(flow.definition, action)?.name ?? action;
  for (const [index, wrap] of wraps.toReversed().entries()) {
    const name = names[index] ?? wrap.label;
    const container = { type: 'Foreach', foreach: `@${wrap.expression}`, actions: {} };
    edits.push({ type: 'wrap-action', action: inside, label: name, container });
    inside = name;
  }
  const one = singularOf(token.lists.at(-1)?.label ?? '');
  return {
    id: 'each',
    label: `Each ${one}`,
    description: `Repeats this step for every ${one}.`,
    expression: convertFor(expressionOf(item, token.itemPath, false), token, field),
    edits,
  };
}

function keyOf(expression: string): string | undefined {
  const template = parseTemplate(`@${expression}`);
  const reference = template.kind === 'expression' ? readPlainReference(template.expression) : undefined;
  return reference && referenceKey(reference);
}
