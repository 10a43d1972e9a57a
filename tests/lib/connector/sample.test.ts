// Schemas and operations made from samples.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '@/lib/connector/model';
import { readConnector } from '@/lib/connector/read-connector';
import { checkResponseBody } from '@/lib/connector/response-check';
import { operationFromSample, requestFromSample, schemaFromSample } from '@/lib/connector/sample';
import { isJsonObject, type JsonValue } from '@/lib/json';

describe('a schema from a sample', () => {
  it.each<[string, JsonValue, JsonValue]>([
    ['a number beyond 32 bits', 5_000_000_000, { type: 'integer', format: 'int64' }],
    ['a list of mixed things stays open', [1, 'a', 2], { type: 'array', items: {} }],
    ['null beside a text', [null, 'a', null], { type: 'array', items: { type: 'string' } }],
    ['dates and other texts', ['2026-01-01T00:00:00Z', 'soon'], { type: 'array', items: { type: 'string' } }],
    [
      'lists of lists',
      [[1], [2.5], []],
      { type: 'array', items: { type: 'array', items: { type: 'number', format: 'double' } } },
    ],
    ['an empty list', [], { type: 'array', items: {} }],
    ['an empty object', {}, { type: 'object', properties: {} }],
  ])('%s', (_name, sample, want) => {
    expect(schemaFromSample(sample)).toEqual(want);
  });

  it('keeps a property called __proto__ as a property', () => {
    const schema = schemaFromSample(JSON.parse('{"__proto__": 1, "a": 2}'));
    expect(Object.keys(isJsonObject(schema.properties) ? schema.properties : {})).toEqual(['__proto__', 'a']);
  });

  it('is always one that the sample fits', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const sample = value as JsonValue;
        const { connector } = readConnector({
          swagger: '2.0',
          info: { title: 'T', version: '1' },
          paths: {
            '/a': {
              get: {
                operationId: 'A',
                responses: { 200: { description: 'ok', schema: schemaFromSample(sample) } },
              },
            },
          },
        });
        const operation = connector?.operations[0] as Operation;
        if (!connector) return false;
        return checkResponseBody({ connector, operation, status: 200, body: sample }).kind === 'matches';
      }),
      { numRuns: 300 },
    );
  });
});

describe('a request from a sample', () => {
  it('reads path, query and headers, each name once, without what the platform sends itself', () => {
    const made = requestFromSample(
      {
        url: 'https://api.example.test/a/{id}?q=1&q=2&from=x#top',
        headers: ['X-Tag', 'authorization', 'Cookie', 'Accept'].map((name) => ({ name, value: '' })),
        body: undefined,
      },
      '2.0',
    );
    expect(made.parameters.map(({ in: place, name, required }) => [place, name, required])).toEqual([
      ['path', 'id', true],
      ['query', 'q', false],
      ['query', 'from', false],
      ['header', 'X-Tag', false],
    ]);
  });

  it.each([
    ['https://h.test/v1/orders', '/v1', '/orders'],
    ['https://h.test/v1', '/v1', '/'],
    ['https://h.test/v1x/orders', '/v1', '/v1x/orders'],
    ['/orders/', '', '/orders/'],
    ['https://h.test', '', '/'],
    ['  https://h.test/a?b  ', '/v1', '/a'],
  ])('%s below %s is %s', (url, basePath, path) => {
    const made = operationFromSample({
      method: 'GET',
      url,
      headers: [],
      body: undefined,
      basePath,
      dialect: '3.1',
    });
    expect(made.ok && made.path).toBe(path);
  });

  it('refuses an address without a path', () => {
    const made = operationFromSample({
      method: 'GET',
      url: 'orders',
      headers: [],
      body: undefined,
      basePath: '',
      dialect: '2.0',
    });
    expect(made).toEqual({
      ok: false,
      message: 'Write the whole address or a path that begins with a slash.',
    });
  });
});
