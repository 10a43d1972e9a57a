// Tokens in fields of another type, values of another type, and expressions that are typed by hand.
import { describe, expect, it } from 'vitest';
import { isKnownFunction } from '@/lib/expression/catalogue';
import { parseExpression } from '@/lib/expression/parser';
import { conversionFor, convertFor } from '@/lib/token/conversion';
import { convertValue } from '@/lib/token/field-value';
import { fitOf } from '@/lib/token/fit';
import type { TokenType } from '@/lib/token/token';
import { readTypedBraces, readTypedCall } from '@/lib/token/typed-expression';

const types: TokenType[] = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'any', 'file'];

describe('a token in a field of another type', () => {
  // Rows are fields, columns tokens: e exact, c convertible, o other.
  it.each<[TokenType, string]>([
    ['string', 'e c c c c c c c'],
    ['integer', 'c e e o o o c o'],
    ['number', 'c e e o o o c o'],
    ['boolean', 'o o o e o o c o'],
    ['array', 'o o o o e o c o'],
    ['object', 'o o o o o e c o'],
    ['any', 'e e e e e e e e'],
  ])('fits %s as %s', (field, expected) => {
    const fits = types.map((type) => fitOf({ type, lists: [] }, { type: field })[0]);
    expect(fits.join(' ')).toBe(expected);
  });

  it('prefers dates in a field for a date', () => {
    const when = { type: 'string', format: 'date-time' } as const;
    expect(fitOf({ type: 'string', format: 'date-time', lists: [] }, when)).toBe('exact');
    expect(fitOf({ type: 'string', lists: [] }, when)).toBe('convertible');
    // And does not take a date for a number.
    expect(fitOf({ type: 'string', format: 'date', lists: [] }, { type: 'number' })).toBe('other');
    expect(conversionFor({ type: 'string', format: 'date' }, { type: 'number' })).toBeUndefined();
  });

  it.each<[TokenType, TokenType, string]>([
    ['string', 'number', 'float(x())'],
    ['string', 'integer', 'int(x())'],
    ['boolean', 'integer', 'if(x(), 1, 0)'],
    ['array', 'number', 'length(x())'],
    ['string', 'boolean', 'bool(x())'],
    ['object', 'array', 'createArray(x())'],
    ['string', 'object', 'json(x())'],
    ['integer', 'number', 'x()'],
    ['any', 'number', 'x()'],
    ['array', 'string', 'x()'],
  ])('%s becomes %s by %s', (token, field, expected) => {
    expect(convertFor('x()', { type: token }, { type: field })).toBe(expected);
  });

  it('is only turned into it by what runs can call', () => {
    for (const field of types)
      for (const token of types) {
        const conversion = conversionFor({ type: token }, { type: field });
        if (!conversion) continue;
        expect(parseExpression(conversion.wrap('guid()')).diagnostics).toEqual([]);
        expect(isKnownFunction(conversion.wrap('').replace(/\(.*/, ''))).toBe(true);
      }
  });
});

describe('a value of another type', () => {
  it.each<[Parameters<typeof convertValue>[0], TokenType, unknown]>([
    ['5', 'integer', 5],
    ['5.5', 'integer', '5.5'],
    ['5.5', 'number', 5.5],
    ['abc', 'integer', 'abc'],
    ['true', 'boolean', true],
    ['no', 'boolean', false],
    ['[1, 2]', 'array', [1, 2]],
    ['{ "a": 1 }', 'object', { a: 1 }],
    ['[1, 2', 'array', '[1, 2'],
    [5, 'string', '5'],
    [true, 'string', 'true'],
    [[1], 'string', '[\n  1\n]'],
    [5, 'boolean', 5],
    [null, 'string', null],
    ['@guid()', 'integer', '@guid()'],
    ['a @{guid()}', 'integer', 'a @{guid()}'],
  ])('%j as %s is %j', (value, type, expected) => {
    expect(convertValue(value, type)).toEqual(expected);
  });
});

describe('an expression that is typed', () => {
  it.each([
    ['Hello @{guid()}', { expression: 'guid()', length: 9 }],
    ["@{concat('}', 'a')}", { expression: "concat('}', 'a')", length: 19 }],
    ["@{first()} and @{outputs('A')?['b']}", { expression: "outputs('A')?['b']", length: 21 }],
    ["@{concat('}", undefined],
    ['@{}', undefined],
    ['@{ }', undefined],
    ['@{concat(}', undefined],
    ['@@{guid()}', undefined],
    ['{ "a": 1 }', undefined],
    ['@{guid()} ', undefined],
  ])('in %j reads as %j', (text, expected) => {
    expect(readTypedBraces(text)).toEqual(expected);
  });

  it.each([
    ['@guid()', 'guid()'],
    ["@outputs('A')?['b']", "outputs('A')?['b']"],
    ['@ada(example)', undefined],
    ['@guid(', undefined],
    ['ada@guid()', undefined],
    ['@guid() and more', undefined],
    ['@@guid()', undefined],
  ])('as the whole of %j reads as %j', (text, expected) => {
    expect(readTypedCall(text)).toBe(expected);
  });
});
