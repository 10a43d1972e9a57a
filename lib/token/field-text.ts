// The text of a field <-> what the editor shows: literal text, tokens, and expressions that are more than a token.
// Follows the template rules: `@x` alone keeps its type, `@{x}` is text, `@@` at the start and `@@{` are a literal @.
import type { Diagnostic } from '../expression/syntax';
import { parseTemplate } from '../expression/template';
import { type DescribedReference, describeReference, type TokenLookup } from './lookup';
import { readPlainReference } from './reference';
import type { Token } from './token';

export interface TextFieldPart {
  kind: 'text';
  text: string;
}
/** A pill: a reference to something that is known or was. */
interface TokenFieldPart {
  kind: 'token';
  /** Without `@`. */
  expression: string;
  label: string;
  from: string;
  source: DescribedReference['source'];
  token?: Token;
  /** Why it is drawn as missing. */
  broken?: string;
  /** Alone in the field, but written `@{…}`: its value becomes text. */
  asText?: boolean;
}
/** A pill for any other expression. */
interface ExpressionFieldPart {
  kind: 'expression';
  expression: string;
  /** Why it cannot be read. */
  problem?: string;
  asText?: boolean;
}
export type FieldPart = TextFieldPart | TokenFieldPart | ExpressionFieldPart;

/** Reads the text of a field. Never throws; what cannot be read is an expression part with its problem. */
export function parseFieldText(text: string, lookup: TokenLookup): FieldPart[] {
  const template = parseTemplate(text);
  if (template.kind === 'literal')
    return template.value === '' ? [] : [{ kind: 'text', text: template.value }];
  if (template.kind === 'expression') {
    const expression = text.slice(1);
    return [toPart({ expression, parsed: template.expression, diagnostics: template.diagnostics }, lookup)];
  }
  const parts: FieldPart[] = [];
  for (const part of template.parts) {
    if (part.kind === 'text') pushText(parts, part.value);
    else {
      const diagnostics = template.diagnostics.filter(
        (each) => each.start >= part.start && each.start <= part.end,
      );
      const open = diagnostics.some((each) => each.code === 'EXPR1010');
      const expression = text.slice(part.start + 2, open ? part.end : part.end - 1);
      const quoted = readQuoted(expression);
      if (quoted !== undefined && template.parts.length > 1) pushText(parts, quoted);
      else parts.push(toPart({ expression, parsed: part.expression, diagnostics }, lookup));
    }
  }
  const [only] = parts;
  return parts.length === 1 && only && only.kind !== 'text' ? [{ ...only, asText: true }] : parts;
}

/** `'@'` on its own is how a literal @ is written before a token; it is shown as the text it is. */
function readQuoted(expression: string): string | undefined {
  return /^'@+'$/.test(expression) ? expression.slice(1, -1) : undefined;
}

function pushText(parts: FieldPart[], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + text };
  else if (text !== '') parts.push({ kind: 'text', text });
}

interface ReadExpression {
  expression: string;
  parsed: Parameters<typeof readPlainReference>[0];
  diagnostics: readonly Diagnostic[];
}

function toPart({ expression, parsed, diagnostics }: ReadExpression, lookup: TokenLookup): FieldPart {
  const [problem] = diagnostics;
  if (problem) return { kind: 'expression', expression, problem: problem.message };
  const reference = readPlainReference(parsed);
  if (!reference) return { kind: 'expression', expression };
  return { kind: 'token', expression, ...describeReference(reference, lookup) };
}

/** Writes the text of a field. One token alone is `@…` (or `@{…}` as text); beside text it is `@{…}`; literal @ is escaped. */
export function toFieldText(parts: readonly FieldPart[]): string {
  const filled = parts.filter((part) => part.kind !== 'text' || part.text !== '');
  const [only] = filled;
  if (!only) return '';
  if (filled.length === 1 && only.kind !== 'text')
    return only.asText ? `@{${only.expression}}` : `@${only.expression}`;
  if (filled.every((part) => part.kind === 'text'))
    return escapeWhole(filled.map((part) => (part.kind === 'text' ? part.text : '')).join(''));
  return writeMixed(filled);
}

/** A literal that stands alone: `@` at its start is doubled, and nothing else then; else `@{` is. */
function escapeWhole(text: string): string {
  if (text.startsWith('@') && text.length > 1) return `@${text}`;
  return text.replaceAll('@{', '@@{');
}

const literal = (text: string) => (text === '' ? '' : `@{'${text}'}`);

function writeMixed(parts: readonly FieldPart[]): string {
  let written = '';
  const texts = joinTexts(parts);
  for (const [index, part] of texts.entries()) {
    if (part.kind !== 'text') {
      written += `@{${part.expression}}`;
      continue;
    }
    // An @ at the very start would make the whole an expression, one before a token would escape the token.
    const first = index === 0 && part.text.startsWith('@') ? '@' : '';
    const rest = part.text.slice(first.length);
    const last = index < texts.length - 1 ? (/@+$/.exec(rest)?.[0] ?? '') : '';
    const middle = rest.slice(0, rest.length - last.length);
    written += literal(first) + middle.replaceAll('@{', '@@{') + literal(last);
  }
  return written;
}

function joinTexts(parts: readonly FieldPart[]): FieldPart[] {
  const joined: FieldPart[] = [];
  for (const part of parts) {
    if (part.kind === 'text') pushText(joined, part.text);
    else joined.push(part);
  }
  return joined;
}
