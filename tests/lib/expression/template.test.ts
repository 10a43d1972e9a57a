// What a string of a definition is, and how objects of templates are evaluated.
import { describe, expect, it } from 'vitest';
import { createCaseScope } from '@/lib/expression/case-scope';
import { compileJson, compileTemplate, isTemplate } from '@/lib/expression/compile';
import { ExpressionError } from '@/lib/expression/expression-error';
import { toJsonText } from '@/lib/json-text';

const scope = () => createCaseScope({ variables: { n: 5, name: 'key', list: [1, 2] } });

describe('templates', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['@', '@'],
    ['me@example.com', 'me@example.com'],
    [' @concat(1)', ' @concat(1)'],
    ['@@concat(1)', '@concat(1)'],
    ['@@{not} @{this}', '@{not} @{this}'],
    ['a @@{b} @{1}', 'a @{b} 1'],
    ['@{1}@{2}', '12'],
    ["@{'}'}", '}'],
    ["@{variables('list')}", '[1,2]'],
    ["@{null}|@{true}|@{'x'}", '|True|x'],
    ['first\n@{1}\nlast', 'first\n1\nlast'],
  ])('%j reads as the text %j', (template, text) => {
    expect(compileTemplate(template)(scope())).toBe(text);
  });

  it('keeps the type of a whole expression, and makes text of an interpolated one', () => {
    expect(compileTemplate("@variables('n')")(scope())).toBe(5);
    expect(compileTemplate("@{variables('n')}")(scope())).toBe('5');
  });

  it('tells templates from text', () => {
    expect(['a', '@@a', 'a@b', '@a', 'x@{1}'].map(isTemplate)).toEqual([false, false, false, true, true]);
  });
});

describe('compileJson', () => {
  it('evaluates strings and names at any depth, and leaves the rest as it is', () => {
    const evaluate = compileJson({
      "@{variables('name')}": ["@variables('n')", 1, null, { deep: "n=@{variables('n')}" }],
      '@@odata.type': '#x',
      plain: { a: [true] },
    });
    expect(toJsonText(evaluate(scope()))).toBe(
      '{"key":[5,1,null,{"deep":"n=5"}],"@odata.type":"#x","plain":{"a":[true]}}',
    );
  });

  it('gives back the very same value where nothing is a template', () => {
    const json = { a: [1, 'x'] };
    expect(compileJson(json)(scope())).toBe(json);
  });

  it('says in which string an expression failed', () => {
    const evaluate = compileJson({ body: { 'a/b': ["@variables('none')"] } });
    try {
      evaluate(scope());
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
      expect(error).toMatchObject({ code: 'EXPR1412', pointer: '/body/a~1b/0', at: { start: 1, end: 18 } });
    }
  });
});
