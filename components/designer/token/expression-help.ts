// Help while an expression is written: which call the caret stands in, and how a function is called.
import type { FunctionEntry } from '@/lib/expression/catalogue/entry';

/** Name of the innermost function whose brackets are open at `caret`. */
export function findCallAt(text: string, caret: number): string | undefined {
  let depth = 0;
  let quoted = false;
  const open: number[] = [];
  for (let index = 0; index < Math.min(caret, text.length); index += 1) {
    const character = text[index];
    if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') {
      open.push(index);
      depth += 1;
    } else if (character === ')' && depth > 0) {
      open.pop();
      depth -= 1;
    }
  }
  const at = open.at(-1);
  return at === undefined ? undefined : /([A-Za-z][A-Za-z0-9]*)\s*$/.exec(text.slice(0, at))?.[1];
}

/** `substring(text, start, length?)`. */
export function signatureText(entry: FunctionEntry): string {
  const parameters = entry.signatures[0]?.parameters ?? [];
  const names = parameters.map(
    ({ name, optional, many }) => `${many ? '…' : ''}${name}${optional ? '?' : ''}`,
  );
  return `${entry.name}(${names.join(', ')})`;
}
