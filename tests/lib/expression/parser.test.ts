// The grammar: shapes, ranges, diagnostics, and that no text makes the parser throw.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '@/lib/expression/parser';
import type { Expression } from '@/lib/expression/syntax';
import { parseTemplate } from '@/lib/expression/template';

function children(expression: Expression): Expression[] {
  if (expression.kind === 'call') return expression.arguments;
  if (expression.kind !== 'access') return [];
  return [expression.target, ...expression.steps.map((step) => step.key)];
}

function checkRanges(expression: Expression, text: string): void {
  expect(expression.start).toBeGreaterThanOrEqual(0);
  expect(expression.end).toBeLessThanOrEqual(text.length);
  expect(expression.start).toBeLessThanOrEqual(expression.end);
  let at = expression.start;
  for (const child of children(expression)) {
    expect(child.start).toBeGreaterThanOrEqual(at);
    expect(child.end).toBeLessThanOrEqual(expression.end);
    at = child.end;
    checkRanges(child, text);
  }
}

describe('parseExpression', () => {
  it('keeps the range of every node', () => {
    const text = "concat( 'a''b' , body('X')?['c'].d )";
    const { expression, diagnostics } = parseExpression(text);
    expect(diagnostics).toEqual([]);
    expect(expression).toMatchObject({ kind: 'call', name: 'concat', start: 0, end: text.length });
    if (expression?.kind !== 'call') return;
    const [literal, access] = expression.arguments;
    expect(literal).toMatchObject({ kind: 'literal', value: "a'b", start: 8, end: 14 });
    expect(access && text.slice(access.start, access.end)).toBe("body('X')?['c'].d");
  });

  it('reads property names after a dot more freely than function names', () => {
    expect(parseExpression('item().@odata').diagnostics[0]?.code).toBe('EXPR1005');
    expect(parseExpression('item().a-b:c$1').diagnostics).toEqual([]);
    expect(parseExpression('item().123').diagnostics).toEqual([]);
  });

  it.each([
    ["'abc", 'EXPR1001'],
    ['1e', 'EXPR1002'],
    ['5abc', 'EXPR1002'],
    ['++1', 'EXPR1002'],
    ['9223372036854775808', 'EXPR1003'],
    ['"abc"', 'EXPR1004'],
    ['', 'EXPR1005'],
    ['concat(', 'EXPR1005'],
    ["concat('a' 'b')", 'EXPR1005'],
    ["concat('a',)", 'EXPR1005'],
    ["item()['a'", 'EXPR1005'],
    ['item()?', 'EXPR1005'],
    ["concat('a')('b')", 'EXPR1006'],
    ["'a'}", 'EXPR1006'],
    ['concat', 'EXPR1007'],
    [`${'not('.repeat(70)}true${')'.repeat(70)}`, 'EXPR1008'],
    [`concat('${'x'.repeat(8_200)}')`, 'EXPR1009'],
  ])('reports %s as %s', (text, code) => {
    expect(parseExpression(text).diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  it('takes access paths of any length without nesting', () => {
    const text = `item()${'.a'.repeat(4_000)}`;
    expect(parseExpression(text).diagnostics).toEqual([]);
  });

  const fragment = fc.constantFrom(
    "'a'",
    "''",
    "'",
    '(',
    ')',
    '[',
    ']',
    ',',
    '.',
    '?',
    '@',
    '{',
    '}',
    'concat',
    'body',
    'null',
    '5',
    '-1.5e3',
    ' ',
    '"',
    '\\',
    'ü',
    '\u{1f600}',
    '@{',
    '@@',
  );
  const soup = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

  it('never throws, and ranges nest and follow each other', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const { expression, diagnostics } = parseExpression(text);
        if (expression) checkRanges(expression, text);
        for (const { start, end } of diagnostics) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('covers every character of an interpolation with its parts', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const template = parseTemplate(text);
        if (template.kind !== 'interpolation') return;
        let at = 0;
        for (const part of template.parts) {
          expect(part.start).toBe(at);
          at = part.end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});
