// What the expressions inside a JSON value refer to: steps, the trigger, variables, parameters and loops, each with its
// place, so that it can be checked, shown as a token, or renamed.
import { isJsonObject, type JsonValue } from '../json';
import { toPointer } from '../json-pointer';
import type { CallExpression, Expression } from './syntax';
import { parseTemplate, type Template } from './template';

type ReferenceKind = 'action' | 'trigger' | 'variable' | 'parameter' | 'loop' | 'item';

export interface Reference {
  kind: ReferenceKind;
  /** As written; absent for the trigger, for item(), and where the name is itself an expression. */
  name?: string;
  /** The function as written: body, outputs, triggerBody. */
  fn: string;
  /** Names and indexes that are read of it, as far as they are constant; `['body/value']` stays one name. */
  path: string[];
  /** True where one of these steps is a `?`. */
  optional: boolean;
  /** JSON Pointer of the string it stands in. */
  at: string;
  /** True where the string is the name of that member, not its value. */
  inName?: true;
  /** Range of the call with its path inside the string. */
  start: number;
  end: number;
  /** Range of the name inside its quotes. */
  nameStart?: number;
  nameEnd?: number;
}

const kinds: ReadonlyMap<string, ReferenceKind> = new Map<string, ReferenceKind>([
  ['actions', 'action'],
  ['outputs', 'action'],
  ['actionoutputs', 'action'],
  ['body', 'action'],
  ['actionbody', 'action'],
  ['result', 'action'],
  ['formdatavalue', 'action'],
  ['formdatamultivalues', 'action'],
  ['multipartbody', 'action'],
  ['trigger', 'trigger'],
  ['triggers', 'trigger'],
  ['triggeroutputs', 'trigger'],
  ['triggerbody', 'trigger'],
  ['triggerformdatavalue', 'trigger'],
  ['triggerformdatamultivalues', 'trigger'],
  ['triggermultipartbody', 'trigger'],
  ['variables', 'variable'],
  ['parameters', 'parameter'],
  ['items', 'loop'],
  ['iterationindexes', 'loop'],
  ['item', 'item'],
]);

type Found = Omit<Reference, 'at' | 'inName'>;

/** Every reference in a JSON value, in document order; faulty expressions give what can still be read of them. */
export function listReferences(json: JsonValue): Reference[] {
  const references: Reference[] = [];

  function visit(value: JsonValue, pointer: string): void {
    if (typeof value === 'string') references.push(...place(value, pointer));
    else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${pointer}/${index}`);
    } else if (isJsonObject(value)) {
      for (const [name, item] of Object.entries(value)) {
        const at = pointer + toPointer([name]);
        for (const reference of place(name, at)) references.push({ ...reference, inName: true });
        visit(item, at);
      }
    }
  }

  function place(text: string, at: string): Reference[] {
    return listTextReferences(text).map((reference) => ({ ...reference, at }));
  }

  visit(json, '');
  return references;
}

/** The references in one template string. */
export function listTextReferences(text: string): Found[] {
  if (!text.includes('@')) return [];
  const found: Found[] = [];
  for (const expression of expressionsOf(parseTemplate(text))) collect(expression, found);
  return found;
}

function expressionsOf(template: Template): Expression[] {
  if (template.kind === 'literal') return [];
  const list =
    template.kind === 'expression'
      ? [template.expression]
      : template.parts.map((part) => (part.kind === 'expression' ? part.expression : undefined));
  return list.filter((expression) => expression !== undefined);
}

function collect(expression: Expression, found: Found[]): void {
  if (expression.kind === 'call') {
    addCall(expression, expression, [], found);
    for (const value of expression.arguments) collect(value, found);
    return;
  }
  if (expression.kind !== 'access') return;
  const { target, steps } = expression;
  if (target.kind === 'call') {
    addCall(target, expression, steps, found);
    for (const value of target.arguments) collect(value, found);
  } else collect(target, found);
  for (const step of steps) collect(step.key, found);
}

function addCall(
  call: CallExpression,
  whole: Expression,
  steps: readonly { key: Expression; optional: boolean; end: number }[],
  found: Found[],
): void {
  const kind = kinds.get(call.name.toLowerCase());
  if (!kind) return;
  const reference: Found = {
    kind,
    fn: call.name,
    path: [],
    optional: false,
    start: whole.start,
    end: call.end,
  };
  for (const { key, optional, end } of steps) {
    if (key.kind !== 'literal' || (typeof key.value !== 'string' && typeof key.value !== 'number')) break;
    reference.path.push(String(key.value));
    reference.optional ||= optional;
    reference.end = end;
  }
  const name = call.arguments[0];
  if (kind !== 'trigger' && kind !== 'item' && name?.kind === 'literal' && typeof name.value === 'string') {
    reference.name = name.value;
    reference.nameStart = name.start + 1;
    reference.nameEnd = name.end - 1;
  }
  found.push(reference);
}
