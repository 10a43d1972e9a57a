// Responses in the Definition tab: which status can be added, and what one without named items says.
import { describe, expect, test } from 'vitest';
import { statusError } from '@/components/connector/definition/response-section';
import { wholeText } from '@/components/connector/definition/schema-items';
import type { OperationResponse } from '@/lib/connector/model';
import type { JsonObject } from '@/lib/json';
import { oneOperation } from '../../lib/connector/one-operation';

const { connector, operation } = oneOperation({});

describe('A status', () => {
  test.each([
    ['2.0', '201'],
    ['3.0', '404'],
    ['3.1', '2XX'],
  ] as const)('of %s may be %s', (dialect, status) => {
    expect(statusError(operation, dialect, status)).toBeUndefined();
  });

  test.each([
    ['2.0', '2XX', /three digits/],
    ['3.0', '20', /2XX stands for all/],
    ['3.0', '6XX', /2XX stands for all/],
    ['3.0', '200', /already described/],
  ] as const)('of %s cannot be %s', (dialect, status, sentence) => {
    expect(statusError(operation, dialect, status)).toMatch(sentence);
  });
});

test.each<[string, JsonObject | undefined, RegExp]>([
  ['nothing', undefined, /^Nothing is described/],
  ['a list of texts', { type: 'array', items: { type: 'string' } }, /^The answer is a list of texts\./],
  ['a text', { type: 'string' }, /^The answer is a text\. Dynamic content offers it as a whole/],
  ['an object without properties', { type: 'object' }, /without named items\. Import a sample/],
])('A response that describes %s says so', (_, schema, sentence) => {
  const response: OperationResponse = {
    status: '200',
    description: 'ok',
    headers: [],
    pointer: '',
    ...(schema ? { schema, schemaPointer: '' } : {}),
  };
  expect(wholeText(connector, response)).toMatch(sentence);
});
