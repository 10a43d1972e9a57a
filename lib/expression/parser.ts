// Text to syntax tree. Never throws: what is missing becomes a `missing` node with a diagnostic beside it.
//   expr := primary { ['?'] '.' name | ['?'] '[' expr ']' }
//   primary := text | number | null | true | false | name '(' [ expr { ',' expr } ] ')'
import { limits } from '../limits';
import { createLexer, type Lexer, type Token } from './lexer';
import type { AccessStep, Diagnostic, Expression } from './syntax';

export interface ParsedExpression {
  /** Undefined only for a text over the length limit. */
  expression: Expression | undefined;
  diagnostics: Diagnostic[];
}

const words: Record<string, null | boolean> = Object.assign(Object.create(null), {
  null: null,
  true: true,
  false: false,
});

/**
 * Parses one expression, without the leading `@`. `start` and `end` choose a part of a longer text;
 * ranges are offsets in that text.
 */
export function parseExpression(text: string, start = 0, end = text.length): ParsedExpression {
  if (end - start > limits.expressionLength.value) {
    const message = limits.expressionLength.sentence;
    return { expression: undefined, diagnostics: [{ code: 'EXPR1009', message, start, end }] };
  }
  const lexer = createLexer(text, start, end);
  const expression = readExpression(lexer, 1);
  const rest = lexer.peek();
  if (rest.kind !== 'end' && lexer.diagnostics.length === 0) {
    lexer.report('EXPR1006', `The expression ends before ${describe(rest)}.`, { start: rest.start, end });
  }
  return { expression, diagnostics: lexer.diagnostics };
}

function describe(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'the end';
    case 'name':
      return `'${String(token.value)}'`;
    case 'text':
      return 'a text value';
    case 'number':
      return 'a number';
    case 'unknown':
      return `'${String(token.value)}'`;
    default:
      return `'${token.kind}'`;
  }
}

function readExpression(lexer: Lexer, depth: number): Expression {
  const target = readPrimary(lexer, depth);
  const steps: AccessStep[] = [];
  for (;;) {
    const step = readStep(lexer, depth);
    if (!step) break;
    steps.push(step);
  }
  const last = steps.at(-1);
  return last ? { kind: 'access', target, steps, start: target.start, end: last.end } : target;
}

function readPrimary(lexer: Lexer, depth: number): Expression {
  const token = lexer.peek();
  if (depth > limits.expressionDepth.value) {
    lexer.report('EXPR1008', limits.expressionDepth.sentence, token);
    while (lexer.take().kind !== 'end');
    return { kind: 'missing', start: token.start, end: token.start };
  }
  if (token.kind === 'text' || token.kind === 'number') {
    lexer.take();
    return { kind: 'literal', value: token.value, start: token.start, end: token.end };
  }
  if (token.kind === 'name') {
    lexer.take();
    return readCall(lexer, token, depth);
  }
  if (token.kind === 'unknown') {
    const hint = token.value === '"' ? ' Text values stand in single quotes.' : '';
    lexer.report('EXPR1004', `${describe(token)} has no meaning here.${hint}`, token);
    lexer.take();
  } else lexer.report('EXPR1005', `A value is missing before ${describe(token)}.`, token);
  return { kind: 'missing', start: token.start, end: token.start };
}

function readCall(lexer: Lexer, token: Token, depth: number): Expression {
  const name = String(token.value);
  if (lexer.peek().kind !== '(') {
    const word = words[name.toLowerCase()];
    if (word === undefined) {
      lexer.report('EXPR1007', `'${name}' needs brackets to be a function: ${name}(…).`, token);
      return { kind: 'missing', start: token.start, end: token.end };
    }
    return { kind: 'literal', value: word, start: token.start, end: token.end };
  }
  lexer.take();
  const values: Expression[] = [];
  let end = lexer.peek().end;
  if (lexer.peek().kind === ')') lexer.take();
  else {
    for (;;) {
      values.push(readExpression(lexer, depth + 1));
      const next = lexer.peek();
      end = next.end;
      if (next.kind === ',') {
        lexer.take();
        continue;
      }
      if (next.kind === ')') lexer.take();
      else {
        lexer.report('EXPR1005', `A comma or ')' is missing before ${describe(next)}.`, next);
        end = next.start;
      }
      break;
    }
  }
  return {
    kind: 'call',
    name,
    nameStart: token.start,
    nameEnd: token.end,
    arguments: values,
    start: token.start,
    end,
  };
}

function readStep(lexer: Lexer, depth: number): AccessStep | undefined {
  const first = lexer.peek();
  if (first.kind !== '?' && first.kind !== '.' && first.kind !== '[') return undefined;
  const optional = first.kind === '?';
  if (optional) lexer.take();
  const opener = lexer.peek();
  if (opener.kind === '.') {
    lexer.take();
    const member = lexer.takeMember();
    if (!member) {
      const next = lexer.peek();
      lexer.report('EXPR1005', `A property name is missing before ${describe(next)}.`, next);
      const key: Expression = { kind: 'missing', start: opener.end, end: opener.end };
      return { key, optional, dotted: true, start: first.start, end: opener.end };
    }
    const key: Expression = {
      kind: 'literal',
      value: member.value,
      start: member.start,
      end: member.end,
    };
    return { key, optional, dotted: true, start: first.start, end: member.end };
  }
  if (opener.kind !== '[') {
    lexer.report('EXPR1005', `'.name' or ['name'] is missing after '?'.`, first);
    const key: Expression = { kind: 'missing', start: first.end, end: first.end };
    return { key, optional, dotted: true, start: first.start, end: first.end };
  }
  lexer.take();
  const key = readExpression(lexer, depth + 1);
  const closer = lexer.peek();
  if (closer.kind === ']') lexer.take();
  else lexer.report('EXPR1005', `']' is missing before ${describe(closer)}.`, closer);
  const end = closer.kind === ']' ? closer.end : closer.start;
  return { key, optional, dotted: false, start: first.start, end };
}
