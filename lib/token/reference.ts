// Reads an expression that is nothing but a reference (`outputs('A')?['body/x']`) and gives it its canonical key.
// `body('A')?['x']`, `outputs('A')?['body']?['x']` and `outputs('A')?['body/x']` are the same reference.
import type { Expression } from '../expression/syntax';

export interface PlainReference {
  kind: 'action' | 'trigger' | 'loop' | 'item' | 'variable' | 'parameter';
  /** As written; empty for the trigger and for `item()`. */
  name: string;
  /** Keys below the outputs (or below the item). */
  path: string[];
}

const named: Record<string, { kind: PlainReference['kind']; below: string[] }> = {
  outputs: { kind: 'action', below: [] },
  actionoutputs: { kind: 'action', below: [] },
  body: { kind: 'action', below: ['body'] },
  actionbody: { kind: 'action', below: ['body'] },
  items: { kind: 'loop', below: [] },
  variables: { kind: 'variable', below: [] },
  parameters: { kind: 'parameter', below: [] },
};

const nameless: Record<string, { kind: PlainReference['kind']; below: string[] }> = {
  triggeroutputs: { kind: 'trigger', below: [] },
  triggerbody: { kind: 'trigger', below: ['body'] },
  item: { kind: 'item', below: [] },
};

/** The reference an expression is, or undefined where it is more than that (a function of something, a computed key). */
export function readPlainReference(expression: Expression | undefined): PlainReference | undefined {
  if (expression?.kind === 'access') {
    const base = readPlainReference(expression.target);
    if (!base) return undefined;
    const path = [...base.path];
    for (const { key } of expression.steps) {
      if (key.kind !== 'literal' || (typeof key.value !== 'string' && typeof key.value !== 'number'))
        return undefined;
      path.push(...String(key.value).split('/'));
    }
    return { ...base, path };
  }
  if (expression?.kind !== 'call') return undefined;
  const fn = expression.name.toLowerCase();
  const [argument, ...more] = expression.arguments;
  if (!argument && Object.hasOwn(nameless, fn)) {
    const entry = nameless[fn];
    return entry && { kind: entry.kind, name: '', path: entry.below };
  }
  if (more.length > 0 || argument?.kind !== 'literal' || typeof argument.value !== 'string') return undefined;
  const entry = Object.hasOwn(named, fn) ? named[fn] : undefined;
  return entry && { kind: entry.kind, name: argument.value, path: entry.below };
}

/** Equal for references to the same thing. Names and property names are compared ignoring case, as runs do. */
export function referenceKey(reference: PlainReference): string {
  return `${reference.kind}:${reference.name}:${reference.path.join('/')}`.toLowerCase();
}
