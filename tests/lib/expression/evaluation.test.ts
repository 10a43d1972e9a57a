// Access rules, numbers, laziness, errors with their places, and the bounds of evaluation.
import { describe, expect, it } from 'vitest';
import { createCaseScope } from '@/lib/expression/case-scope';
import { compileTemplate } from '@/lib/expression/compile';
import { ExpressionError } from '@/lib/expression/expression-error';
import { toText } from '@/lib/expression/to-text';
import { typeOfValue, type ValueObject } from '@/lib/expression/value';
import { parseJsonText } from '@/lib/json-text';

const inputs = parseJsonText(`{
  "variables": {
    "o": { "Name": "n", "name2": null, "a/b": 1, "a": { "b": 2, "list": [{ "id": 7 }] }, "": 0 },
    "list": [10, 20], "text": "abc", "yes": true, "nothing": null
  },
  "actions": { "Skipped": { "status": "Skipped" }, "Ran": { "outputs": { "body": { "x": 1 } } } }
}`);
const data = (inputs.ok ? inputs.value : {}) as ValueObject;

function evaluate(template: string): string {
  const value = compileTemplate(template)(createCaseScope(data));
  return `${typeOfValue(value)} ${toText(value)}`;
}

function failure(template: string): ExpressionError {
  try {
    compileTemplate(template)(createCaseScope(data));
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`${template} did not fail`);
}

describe('access', () => {
  it.each([
    ["@variables('o')['Name']", 'string n'],
    ["@variables('O').NAME", 'string n'],
    ["@variables('o').name2", 'null '],
    ["@variables('o')['a/b']", 'integer 1'],
    ["@variables('o')?['a/list/0/id']", 'integer 7'],
    ["@variables('o')?['a/none/deeper']", 'null '],
    ["@variables('o')?['none']", 'null '],
    ["@variables('o')['']", 'integer 0'],
    ["@variables('list')[1]", 'integer 20'],
    ["@variables('list')?[2]", 'null '],
    ["@variables('list')?[-1]", 'null '],
    ["@variables('nothing')?['a']?['b']", 'null '],
    ["@variables('nothing')?[0]", 'null '],
    ["@variables('o')[concat('NA', 'me')]", 'string n'],
    ["@body('Skipped')", 'null '],
    ["@body('ran')?['X']", 'integer 1'],
  ])('%s is %s', (template, expected) => {
    expect(evaluate(template)).toBe(expected);
  });

  it.each([
    ["@variables('o')['none']", 'EXPR1401'],
    ["@variables('o')['a/none']", 'EXPR1401'],
    ["@variables('nothing').a", 'EXPR1401'],
    ["@variables('list')[2]", 'EXPR1402'],
    ["@variables('list')?['x']", 'EXPR1303'],
    ["@variables('list')?[1.0]", 'EXPR1303'],
    ["@variables('text')?['length']", 'EXPR1303'],
    ["@variables('yes')?['x']", 'EXPR1303'],
    ["@variables('o')?[1]", 'EXPR1303'],
    ["@variables('o')['constructor']", 'EXPR1401'],
    ["@variables('__proto__')", 'EXPR1412'],
    ["@body('Never')", 'EXPR1410'],
  ])('%s fails with %s', (template, code) => {
    expect(failure(template).code).toBe(code);
  });
});

describe('numbers', () => {
  it.each([
    ['@add(1, 2)', 'integer 3'],
    ['@add(1, 2.0)', 'float 3'],
    ["@add(decimal('1.10'), 2)", 'decimal 3.10'],
    ['@add(9007199254740991, 1)', 'integer 9007199254740992'],
    ['@sub(-9223372036854775807, 1)', 'integer -9223372036854775808'],
    ['@div(-7, 2)', 'integer -3'],
    ['@div(1.0, 0)', 'float Infinity'],
    ['@mod(-7, 2)', 'integer -1'],
    ["@div(decimal('1'), 3)", 'decimal 0.3333333333333333333333333333'],
    ["@div(decimal('1.00'), 2)", 'decimal 0.50'],
    ["@mul(decimal('0.1'), 0.2)", 'decimal 0.02'],
    ['@mul(1e15, 1)', 'float 1E+15'],
    ['@mul(1e14, 1)', 'float 100000000000000'],
    ['@mul(1e-5, 1)', 'float 1E-05'],
    ['@mul(1e-4, 1)', 'float 0.0001'],
    ['@max(1, 2.5, 2)', 'float 2.5'],
    ['@equals(1, 1.0)', 'boolean True'],
    ["@equals(decimal('1.0'), 1)", 'boolean True'],
    ['@less(9007199254740992, 9007199254740993)', 'boolean True'],
    ["@createArray(1.0, decimal('5'), 2)", 'array [1.0,5.0,2]'],
  ])('%s is %s', (template, expected) => {
    expect(evaluate(template)).toBe(expected);
  });

  it.each([
    '@add(9223372036854775807, 1)',
    '@div(-9223372036854775808, -1)',
    '@mod(1, 0)',
    '@mul(4294967295, 4294967295)',
  ])('%s fails', (template) => {
    expect(failure(template).code).toMatch(/^EXPR140[34]$/);
  });
});

describe('counts and places', () => {
  it.each([
    ['@last(range(9223372036854775806, 2))', 'integer 9223372036854775807'],
    ['@first(range(9007199254740991, 2))', 'integer 9007199254740991'],
    ['@last(range(-9223372036854775808, 2))', 'integer -9223372036854775807'],
    ["@take('abc', 9223372036854775807)", 'string abc'],
    ["@length(skip(createArray('a', 'b'), 9007199254740993))", 'integer 0'],
    ["@slice('abc', -9223372036854775808, 9223372036854775807)", 'string abc'],
    ["@length(chunk('abc', 9223372036854775807))", 'integer 1'],
  ])('of any size are understood: %s is %s', (template, expected) => {
    expect(evaluate(template)).toBe(expected);
  });

  it('range() makes at least one number, and none beyond 64 bits', () => {
    expect(failure('@range(1, 0)').message).toBe(
      'The second value of range() must be one or more; it is a whole number.',
    );
    expect(failure('@range(1, -1)').code).toBe('EXPR1300');
    expect(failure('@range(9223372036854775807, 2)').code).toBe('EXPR1403');
    expect(failure("@substring('abc', 9223372036854775807)").message).toBe(
      'The second value of substring() must be a smaller number; it is a whole number.',
    );
  });

  it('item() may be null, which is not the same as no item', () => {
    const value = (inputs: ValueObject) => compileTemplate('@item()')(createCaseScope(inputs));
    expect(value({ item: null })).toBeNull();
    expect(value({ item: null, loops: { L: { item: 1, index: 0 } } })).toBeNull();
    expect(() => value({})).toThrow(/no loop/);
  });

  it('an offset reaches fourteen hours from UTC, and no further', () => {
    expect(evaluate("@formatDateTime('2018-01-01T00:00:00+14:00', 's')")).toBe('string 2017-12-31T10:00:00');
    for (const offset of ['+14:01', '-15:00', '+99:99'])
      expect(failure(`@formatDateTime('2018-01-01T00:00:00${offset}')`).code).toBe('EXPR1405');
  });

  it('the separator of a culture is a mark that can be seen', () => {
    expect(evaluate("@formatDateTime('2009-06-15', 'dd/MM', 'ar-DZ')")).toBe('string 15/06');
  });
});

describe('evaluation', () => {
  it('works out only what it needs', () => {
    expect(evaluate("@if(true, 1, body('Never'))")).toBe('integer 1');
    expect(evaluate('@or(true, unknown())')).toBe('boolean True');
    expect(evaluate('@and(false, div(1, 0))')).toBe('boolean False');
    expect(evaluate("@coalesce('a', unknown(1))")).toBe('string a');
  });

  it('names the function, the value and the place of a wrong value', () => {
    expect(failure("@concat('a', toUpper(5))")).toMatchObject({
      code: 'EXPR1300',
      message: 'The first value of toUpper() must be text; it is a whole number.',
      at: { start: 13, end: 23 },
    });
    expect(failure('@toupper()')).toMatchObject({
      code: 'EXPR1200',
      message: 'toUpper() takes 1 value, not 0.',
    });
    expect(failure("x @{nope('a')}")).toMatchObject({ code: 'EXPR1100', at: { start: 4, end: 8 } });
  });

  it('stops when its steps are used up', () => {
    const scope = createCaseScope({});
    scope.steps.left = 10;
    expect(() => compileTemplate('@length(range(1, 100))')(scope)).toThrow(/steps/);
    expect(() => compileTemplate(`@concat(${'string(1),'.repeat(20)}1)`)(createCaseScope({}))).not.toThrow();
  });

  it('refuses texts beyond the limit before making them', () => {
    const grow = (text: string, from: string, to: string) =>
      `replace(${text}, '${from}', '${to.repeat(400)}')`;
    const big = grow(grow(grow(`'${'a'.repeat(20)}'`, 'a', 'b'), 'b', 'c'), 'c', 'd');
    expect(failure(`@length(${big})`).code).toBe('EXPR1502');
    const doubled = Array.from({ length: 8 }).reduce<string>(
      (part) => `concat(${part}, ${part})`,
      "'xxxxxxxx'",
    );
    expect(evaluate(`@length(${doubled})`)).toBe('integer 2048');
  });

  it.each([
    'int',
    'float',
    'decimal',
    'isInt',
    'formatDateTime',
    'bool',
    'uriHost',
    'base64ToString',
    'json',
    'xml',
  ])('%s() is quick with a million spaces and says little about them', (name) => {
    const spaces = `replace('${'x'.repeat(1_000)}', 'x', '${' '.repeat(1_000)}')`;
    const template = `@${name}(concat('1', ${spaces}, 'x'))`;
    if (name === 'isInt') expect(evaluate(template)).toBe('boolean False');
    else expect(failure(template).message.length).toBeLessThan(250);
  });

  it('never reaches into prototypes', () => {
    expect(failure('@constructor(1)').code).toBe('EXPR1100');
    expect(failure('@__proto__(1)').code).toBe('EXPR1100');
    expect(failure("@variables('o').toString").code).toBe('EXPR1401');
    expect(failure("@addToTime('2018-01-01', 1, 'constructor')").code).toBe('EXPR1405');
  });
});
