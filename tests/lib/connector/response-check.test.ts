// Answers compared with the response schema.
import { describe, expect, it } from 'vitest';
import { readConnector } from '@/lib/connector/read-connector';
import { checkResponseBody, type SchemaCheck } from '@/lib/connector/response-check';
import type { JsonObject, JsonValue } from '@/lib/json';

function check(responses: JsonObject, status: number, body: JsonValue): SchemaCheck {
  const { connector } = readConnector({
    swagger: '2.0',
    info: { title: 'T', version: '1' },
    definitions: {
      Node: {
        type: 'object',
        properties: { name: { type: 'string' }, next: { $ref: '#/definitions/Node' } },
      },
    },
    paths: { '/a': { get: { operationId: 'A', responses } } },
  });
  const operation = connector?.operations[0];
  if (!connector || !operation) throw new Error('not read');
  return checkResponseBody({ connector, operation, status, body });
}

const item = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string' },
    tags: { type: 'array', items: { type: 'string' } },
  },
};
const one = (schema: JsonObject): JsonObject => ({ 200: { description: 'ok', schema } });
const differences = (schema: JsonObject, body: JsonValue) => {
  const found = check(one(schema), 200, body);
  return found.kind === 'differs'
    ? found.differences.map(({ at, message }) => `${at} ${message}`)
    : found.kind;
};

describe('a body beside its schema', () => {
  it.each<[string, JsonObject, JsonValue, unknown]>([
    ['matches', item, { id: 1, name: 'a', tags: ['x'] }, 'matches'],
    ['may leave out what is not required', item, { id: 1 }, 'matches'],
    ['names what is missing', item, { name: 'a' }, ['/id is missing']],
    ['names what is undeclared', item, { id: 1, extra: true }, ['/extra is not declared']],
    ['names another type', item, { id: 1, name: 5 }, ['/name is number, the schema says string']],
    [
      'names an item of a list',
      item,
      { id: 1, tags: ['a', 2] },
      ['/tags/1 is number, the schema says string'],
    ],
    ['is no object at all', item, [], [' is array, the schema says object']],
    ['tells whole numbers from others', item, { id: 1.5 }, ['/id is number, the schema says integer']],
    ['takes null for anything', item, { id: null }, 'matches'],
    [
      'lets open objects hold more',
      { ...item, additionalProperties: { type: 'string' } },
      { id: 1, other: 'x' },
      'matches',
    ],
    [
      'escapes names in its pointers',
      { type: 'object', properties: { 'a/b': { type: 'string' } } },
      { 'a/b': 1 },
      ['/a~1b is number, the schema says string'],
    ],
  ])('%s', (_name, schema, body, want) => {
    expect(differences(schema, body)).toEqual(want);
  });

  it('follows a schema that holds itself as far as the body goes', () => {
    const body = { name: 'a', next: { name: 'b', next: { name: 3 } } };
    expect(differences({ $ref: '#/definitions/Node' }, body)).toEqual([
      '/next/next/name is number, the schema says string',
    ]);
  });

  it('lists at most a hundred differences', () => {
    const found = check(one({ type: 'array', items: { type: 'string' } }), 200, Array(500).fill(1));
    expect(found.kind === 'differs' && found.differences.length).toBe(100);
  });
});

describe('the response that a status is held against', () => {
  const schema = { type: 'object', properties: {} };
  const withAll = {
    200: { description: '', schema },
    '4XX': { description: '', schema },
    default: { description: '', schema },
  };
  it.each([
    [200, '200'],
    [404, '4XX'],
    [500, 'default'],
  ])('%d is %s', (status, want) => {
    expect(check(withAll, status, {})).toEqual({ kind: 'matches', status: want });
  });

  it('may have no schema, or not be there', () => {
    expect(check({ 200: { description: '' } }, 200, {})).toEqual({ kind: 'no-schema', status: '200' });
    expect(check({ 200: { description: '' } }, 404, {})).toEqual({ kind: 'no-schema', status: undefined });
  });
});
