// The template rules: what a string of a definition is — plain text, one expression, or text with @{…} in it.
import { parseExpression } from './parser';
import type { Diagnostic, Expression } from './syntax';

export interface TextPart {
  kind: 'text';
  /** With doubled @ already single. */
  value: string;
  start: number;
  end: number;
}

/** `@{…}`; start and end include the braces. */
export interface ExpressionPart {
  kind: 'expression';
  expression: Expression | undefined;
  start: number;
  end: number;
}

export type Template =
  | { kind: 'literal'; value: string; diagnostics: Diagnostic[] }
  | { kind: 'expression'; expression: Expression | undefined; diagnostics: Diagnostic[] }
  | { kind: 'interpolation'; parts: (TextPart | ExpressionPart)[]; diagnostics: Diagnostic[] };

/**
 * Reads a template. `@@…` is text less its first @; `@` then anything but `{` is one expression that keeps its type;
 * text holding `@{…}` becomes text, with `@@{` for a literal `@{`; anything else is text.
 */
export function parseTemplate(text: string): Template {
  if (text.startsWith('@@')) return { kind: 'literal', value: text.slice(1), diagnostics: [] };
  if (text.length > 1 && text.startsWith('@') && text[1] !== '{') {
    return { kind: 'expression', ...parseExpression(text, 1) };
  }
  if (!text.includes('@{')) return { kind: 'literal', value: text, diagnostics: [] };
  return parseInterpolation(text);
}

function parseInterpolation(text: string): Template {
  const parts: (TextPart | ExpressionPart)[] = [];
  const diagnostics: Diagnostic[] = [];
  let at = 0;
  while (at < text.length) {
    const opened = text.indexOf('@{', at);
    if (opened < 0) {
      parts.push({ kind: 'text', value: text.slice(at), start: at, end: text.length });
      break;
    }
    if (opened > at && text[opened - 1] === '@') {
      parts.push({ kind: 'text', value: `${text.slice(at, opened - 1)}@{`, start: at, end: opened + 2 });
      at = opened + 2;
      continue;
    }
    if (opened > at) parts.push({ kind: 'text', value: text.slice(at, opened), start: at, end: opened });
    const closed = findClosing(text, opened + 2);
    const inner = parseExpression(text, opened + 2, closed ?? text.length);
    diagnostics.push(...inner.diagnostics);
    const end = closed === undefined ? text.length : closed + 1;
    if (closed === undefined) {
      const message = 'This @{ is not closed by }.';
      diagnostics.push({ code: 'EXPR1010', message, start: opened, end });
    }
    parts.push({ kind: 'expression', expression: inner.expression, start: opened, end });
    at = end;
  }
  return { kind: 'interpolation', parts, diagnostics };
}

/** Offset of the first } outside single quotes. */
function findClosing(text: string, from: number): number | undefined {
  let quoted = false;
  for (let index = from; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 0x27) quoted = !quoted;
    else if (character === 0x7d && !quoted) return index;
  }
  return undefined;
}
