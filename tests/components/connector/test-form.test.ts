// Values of the test form, from text to parameters.
import { describe, expect, it } from 'vitest';
import { parseDefault } from '@/components/connector/definition/default-field';
import { parseHeaderLines, parseSample } from '@/components/connector/definition/sample-text';
import { startValues, toParameters } from '@/components/connector/test/test-form';
import { listInputs } from '@/lib/connector/inputs';
import type { JsonObject, JsonValue } from '@/lib/json';
import { oneOperation } from '../../lib/connector/one-operation';

const read = (parameter: JsonObject, text: string) => {
  const { connector, operation } = oneOperation({ parameters: [{ name: 'p', in: 'query', ...parameter }] });
  return toParameters(listInputs(connector, operation), { p: text });
};

describe('texts of the test form', () => {
  it.each<[JsonObject, string, JsonValue]>([
    [{ type: 'string' }, '007', '007'],
    [{ type: 'integer' }, '-12', -12],
    [{ type: 'integer', format: 'int64' }, '12', 12],
    [{ type: 'number' }, '1.50', 1.5],
    [{ type: 'boolean' }, 'false', false],
    [{ type: 'array', items: { type: 'string' } }, '["a"]', ['a']],
    [{ type: 'string', enum: ['a', 'b'] }, 'b', 'b'],
  ])('%j: %s is sent as %j', (parameter, text, value) => {
    expect(read(parameter, text)).toEqual({ parameters: { p: value }, errors: {} });
  });

  it.each<[JsonObject, string, string]>([
    [{ type: 'string', required: true }, '', 'P is required.'],
    [{ type: 'integer' }, '1.5', 'P must be a whole number.'],
    [{ type: 'integer' }, '12345678901234567890', 'P must be a whole number of at most 15 digits.'],
    [{ type: 'number' }, 'many', 'P must be a number.'],
    [{ type: 'number' }, ' ', 'P must be a number.'],
    [{ type: 'boolean' }, 'maybe', 'P must be true or false.'],
    [{ type: 'array', items: {} }, '[', 'P must be a list in JSON, e.g. ["a", "b"].'],
    [{ type: 'array', items: {} }, '{}', 'P must be a list in JSON, e.g. ["a", "b"].'],
  ])('%j: %j is refused: %s', (parameter, text, sentence) => {
    expect(read(parameter, text)).toEqual({ parameters: {}, errors: { p: sentence } });
  });

  it('leave out what is empty and not required', () => {
    expect(read({ type: 'integer' }, '')).toEqual({ parameters: {}, errors: {} });
  });

  it('begin with defaults and test values', () => {
    const { connector, operation } = oneOperation({
      parameters: [
        { name: 'a', in: 'query', type: 'integer', default: 5 },
        { name: 'b', in: 'query', type: 'string', 'x-ms-test-value': 'x' },
        { name: 'c', in: 'query', type: 'array', items: {}, default: [1] },
        { name: 'd', in: 'query', type: 'string' },
      ],
    });
    expect(startValues(connector, operation)).toEqual({ a: '5', b: 'x', c: '[1]', d: '' });
  });
});

describe('the text of a default', () => {
  it.each<[string, string, unknown]>([
    ['5', 'integer', { value: 5 }],
    ['5.5', 'integer', { error: 'The default must be a whole number.' }],
    [
      '12345678901234567890',
      'integer',
      { error: 'The default must be a whole number of at most 15 digits.' },
    ],
    ['1e3', 'number', { value: 1000 }],
    [' ', 'number', { error: 'The default must be a number.' }],
    ['true', 'boolean', { value: true }],
    ['yes', 'boolean', { error: 'The default must be true or false.' }],
    ['[1]', 'array', { value: [1] }],
    ['{}', 'array', { error: 'The default must be a list in JSON, e.g. ["a", "b"].' }],
    ['[]', 'object', { error: 'The default must be an object in JSON, e.g. {"a": 1}.' }],
    ['{', 'object', { error: 'The default must be an object in JSON, e.g. {"a": 1}.' }],
    ['', 'string', { value: undefined }],
    ['true', 'string', { value: 'true' }],
  ])('%j of %s', (text, type, want) => {
    expect(parseDefault(text, type)).toEqual(want);
  });
});

describe('pasted samples', () => {
  it('say line and column where they do not read', () => {
    const read = parseSample('{\n  "a": 1,\n  b: 2\n}');
    expect('error' in read && read.error).toMatch(/^Line 3, column 3:/);
    expect(parseSample(' ')).toEqual({ value: undefined });
    expect(parseSample('[1]')).toEqual({ value: [1] });
  });

  it('take headers with or without a colon', () => {
    expect(parseHeaderLines('X-A: 1\nX-B 2\n\n  X-C:3 : 4\nnothing')).toEqual([
      { name: 'X-A', value: '1' },
      { name: 'X-B', value: '2' },
      { name: 'X-C', value: '3 : 4' },
      { name: 'nothing', value: '' },
    ]);
  });
});
