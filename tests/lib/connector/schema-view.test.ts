// Schemas as forms and tokens see them: unions, nullable references, wrappers.
import { describe, expect, it } from 'vitest';
import { listInputs } from '@/lib/connector/inputs';
import { listOutputs } from '@/lib/connector/outputs';
import { plainShape } from '@/lib/connector/plain-shape';
import { readConnector } from '@/lib/connector/read-connector';
import { viewSchema } from '@/lib/connector/schema-view';
import type { JsonObject } from '@/lib/json';

const schemas: JsonObject = {
  Address: {
    type: 'object',
    title: 'Address',
    required: ['city'],
    properties: { city: { type: 'string' }, zip: { type: 'string' } },
  },
  Person: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, city: { type: 'string' } },
  },
  Color: { type: 'string', enum: ['red', 'green'] },
  Loop: { anyOf: [{ $ref: '#/components/schemas/Loop' }, { type: 'null' }] },
  Tree: {
    type: 'object',
    properties: { parent: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: 'null' }] } },
  },
};
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const document: JsonObject = { openapi: '3.1.0', components: { schemas } };
const none = { type: 'null' };

function view(value: JsonObject) {
  const { type, format, properties, items } = viewSchema(document, { value, pointer: '/x' });
  return {
    type,
    ...(format && { format }),
    ...(properties.length > 0 && {
      properties: properties.map(({ name, required }) => name + (required ? '*' : '')),
    }),
    ...(items && { items: items.value }),
  };
}

describe('a schema', () => {
  const cases: [string, JsonObject, object][] = [
    [
      'a text or null',
      { anyOf: [{ type: 'string', format: 'date' }, none] },
      { type: 'string', format: 'date' },
    ],
    ['a type list with null', { type: ['null', 'integer'] }, { type: 'integer' }],
    [
      'a reference or null',
      { anyOf: [ref('Address'), none] },
      { type: 'object', properties: ['city*', 'zip'] },
    ],
    ['oneOf with an enum of null', { oneOf: [ref('Color'), { enum: [null] }] }, { type: 'string' }],
    ['oneOf with const null', { oneOf: [{ const: null }, { type: 'boolean' }] }, { type: 'boolean' }],
    [
      'a nullable reference of 3.0',
      { allOf: [ref('Address')], nullable: true },
      { type: 'object', properties: ['city*', 'zip'] },
    ],
    [
      'several objects',
      { oneOf: [ref('Address'), ref('Person')] },
      { type: 'object', properties: ['city', 'zip', 'name'] },
    ],
    [
      'an object with alternatives',
      {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string' } },
        anyOf: [ref('Address'), ref('Person')],
      },
      { type: 'object', properties: ['id*', 'city', 'zip', 'name'] },
    ],
    [
      'an object of which one of two members is required',
      { type: 'object', properties: { a: {}, b: {} }, oneOf: [{ required: ['a'] }, { required: ['b'] }] },
      { type: 'object', properties: ['a', 'b'] },
    ],
    ['whole or broken numbers', { anyOf: [{ type: 'integer' }, { type: 'number' }] }, { type: 'number' }],
    ['a text or a number', { anyOf: [{ type: 'string' }, { type: 'integer' }] }, { type: 'any' }],
    ['a text or an object', { anyOf: [{ type: 'string' }, ref('Address')] }, { type: 'any' }],
    ['several texts', { anyOf: [ref('Color'), { type: 'string' }] }, { type: 'string' }],
    [
      'a list or null',
      { anyOf: [{ type: 'array', items: ref('Person') }, none] },
      { type: 'array', items: ref('Person') },
    ],
    [
      'a required member above allOf',
      { allOf: [ref('Address')], required: ['zip'] },
      { type: 'object', properties: ['city*', 'zip*'] },
    ],
    ['const', { const: 3 }, { type: 'integer' }],
    ['only null', { anyOf: [none] }, { type: 'any' }],
    ['itself', ref('Loop'), { type: 'any' }],
  ];
  it.each(cases)('that is %s', (_name, value, want) => {
    expect(view(value)).toEqual(want);
  });

  it('takes its texts and values from the one alternative, and its own come first', () => {
    const { members } = viewSchema(document, {
      value: {
        anyOf: [{ ...ref('Color'), description: 'inner', default: 'red' }, none],
        description: 'outer',
      },
      pointer: '/x',
    });
    expect(members).toMatchObject({ description: 'outer', default: 'red', enum: ['red', 'green'] });
  });
});

describe('a response without properties', () => {
  it.each([
    [{ type: 'array', items: { type: 'string' } }, 'a list of texts'],
    [{ type: 'array', items: {} }, 'a list'],
    [{ type: 'integer' }, 'a number'],
    [{ type: 'string', format: 'binary' }, 'a file'],
    [{}, undefined],
    [undefined, undefined],
  ])('%j is told as %s', (schema, want) => {
    const content = schema && { 'application/json': { schema } };
    const responses = { 200: { description: 'ok', ...(content && { content }) } };
    const { connector } = readConnector({
      openapi: '3.1.0',
      paths: { '/a': { get: { operationId: 'A', responses } } },
    });
    const response = connector?.operations[0]?.responses[0];
    expect(connector && response && plainShape(connector, response)).toBe(want);
  });
});

describe('an operation of a generated 3.1 file', () => {
  const body = {
    type: 'object',
    properties: {
      color: { anyOf: [ref('Color'), none] },
      address: { anyOf: [ref('Address'), none] },
      tree: ref('Tree'),
    },
  };
  const { connector } = readConnector({
    ...document,
    servers: [{ url: 'https://a.test' }],
    paths: {
      '/a': {
        post: {
          operationId: 'A',
          requestBody: { content: { 'application/json': { schema: body } } },
          responses: { 200: { content: { 'application/json': { schema: { anyOf: [body, none] } } } } },
        },
      },
    },
  });
  const operation = connector?.operations[0];
  if (!connector || !operation) throw new Error('not read');

  it('has a dropdown and fields for what may be null', () => {
    const inputs = listInputs(connector, operation);
    expect(inputs.find(({ key }) => key === 'body/color')?.options).toHaveLength(2);
    expect(inputs.map(({ key, label }) => `${key} ${label}`)).toContain('body/address/city Address City');
  });

  it('gives dynamic content of what may be null, and ends loops', () => {
    const [answer] = listOutputs(connector, operation);
    expect(answer?.children.map(({ label, type }) => `${label} ${type}`)).toEqual([
      'Color string',
      'Address object',
      'Tree object',
    ]);
    expect(answer?.children[1]?.children).toHaveLength(2);
  });
});
