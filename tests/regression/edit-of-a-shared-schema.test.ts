// The default, type, format or dropdown of a 3.x parameter whose schema is a reference was written into the shared
// schema, so every other parameter with that schema changed too, and nothing said so. The count of operations that
// share something knew parameters only, so fields of shared bodies and responses were edited unwarned.
import { describe, expect, it } from 'vitest';
import { countUses, setInput } from '@/lib/connector/edit/input';
import { listSchemaItems } from '@/lib/connector/edit/schema-item';
import { listInputs } from '@/lib/connector/inputs';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';

const reference = { $ref: '#/components/schemas/State' };
const document: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Shared', version: '1' },
  servers: [{ url: 'https://shared.example.test' }],
  components: {
    schemas: {
      State: { type: 'string', enum: ['open', 'closed'], description: 'A state' },
      Item: { type: 'object', properties: { name: { type: 'string' } } },
    },
  },
  paths: {
    '/a': {
      get: {
        operationId: 'A',
        parameters: [{ name: 'state', in: 'query', schema: reference }],
        responses: { 200: { description: 'ok', content: json({ $ref: '#/components/schemas/Item' }) } },
      },
      post: {
        operationId: 'Add',
        requestBody: { content: json({ $ref: '#/components/schemas/Item' }) },
        responses: { 200: { description: 'ok', content: json({ type: 'object', properties: { id: {} } }) } },
      },
    },
    '/b': {
      get: {
        operationId: 'B',
        parameters: [{ name: 'state', in: 'query', content: json(reference) }],
        responses: { 200: { description: 'ok' } },
      },
    },
  },
};

function json(schema: JsonObject): JsonObject {
  return { 'application/json': { schema } };
}

function open(from: JsonObject, id: string) {
  const { connector } = readConnector(from);
  const operation = connector?.operations.find((item) => item.id === id);
  const input = connector && operation && listInputs(connector, operation)[0];
  if (!connector || !operation || !input) throw new Error(`no input of ${id}`);
  return { connector, operation, input };
}

describe('a parameter with a shared schema', () => {
  it.each(['A', 'B'])('of %s takes a default of its own', (id) => {
    const next = applyChanges(document, setInput({ ...open(document, id), change: { default: 'open' } }));
    const other = id === 'A' ? 'B' : 'A';
    expect(open(next, id).input).toMatchObject({ default: 'open', type: 'string' });
    expect(open(next, id).input.options).toHaveLength(2);
    expect(open(next, other).input).toEqual(open(document, other).input);
    expect(next.components).toEqual(document.components);
  });

  it('loses its dropdown alone', () => {
    const next = applyChanges(document, setInput({ ...open(document, 'A'), change: { options: undefined } }));
    expect(open(next, 'A').input.options).toBeUndefined();
    expect(open(next, 'B').input.options).toHaveLength(2);
  });

  it('keeps its reference while only its texts are edited', () => {
    const next = applyChanges(document, setInput({ ...open(document, 'A'), change: { summary: 'State' } }));
    expect(next.paths).toMatchObject({ '/a': { get: { parameters: [{ schema: reference }] } } });
  });
});

describe('what several operations share', () => {
  it('is counted for a field of a body', () => {
    const { connector, input } = open(document, 'Add');
    expect(input.key).toBe('body/name');
    expect(countUses(connector, input)).toBe(2);
  });

  it('is counted for the items of a response', () => {
    const usesOf = (id: string) => {
      const { connector, operation } = open(document, id);
      return operation.responses.flatMap((response) =>
        listSchemaItems(connector, response).map(({ uses }) => uses),
      );
    };
    expect(usesOf('A')).toEqual([2]);
    expect(usesOf('Add')).toEqual([1]);
  });
});
