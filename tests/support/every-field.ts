// An API whose one operation has a field of every kind, for tests of editors and of the checker. OpenAPI 3.1.
import type { JsonObject } from '@/lib/json';

const text = { type: 'string' };

/** Parts of a line: typed fields inside a list. */
const line: JsonObject = {
  type: 'object',
  required: ['text'],
  properties: {
    text: { ...text, 'x-ms-summary': 'Text', description: 'What is sold' },
    amount: { type: 'number', minimum: 0 },
    taxed: { type: 'boolean' },
    unit: { ...text, enum: ['piece', 'hour'] },
    notes: { type: 'array', items: text },
    parts: { type: 'array', items: { type: 'object', properties: { name: text } } },
  },
};

const query: JsonObject[] = [
  { name: 'when', schema: { ...text, format: 'date-time' } },
  { name: 'day', schema: { ...text, format: 'date' } },
  { name: 'count', schema: { type: 'integer', minimum: 1, maximum: 10, default: 3 } },
  { name: 'ratio', schema: { type: 'number' } },
  { name: 'flag', schema: { type: 'boolean', default: true } },
  { name: 'status', schema: { ...text, enum: ['Open', 'Closed'], default: 'Open' } },
  {
    name: 'size',
    schema: {
      type: 'integer',
      'x-ms-enum-values': [
        { value: 1, displayName: 'Small' },
        { value: 2, displayName: 'Large' },
      ],
    },
  },
  { name: 'tags', description: 'Words to find it by', schema: { type: 'array', items: text } },
  { name: 'rare', 'x-ms-visibility': 'advanced', schema: text },
  { name: 'rarer', 'x-ms-visibility': 'advanced', schema: text },
].map((parameter) => ({ in: 'query', ...parameter }));

export const everyField: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Every field', version: '1.0' },
  servers: [{ url: 'https://fields.example' }],
  paths: {
    '/orders/{id}': {
      post: {
        operationId: 'PutOrder',
        summary: 'Put order',
        parameters: [
          { name: 'id', in: 'path', required: true, description: 'Number of the order', schema: text },
          ...query,
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['title'],
                properties: {
                  title: { ...text, description: 'Shown on the invoice', minLength: 3 },
                  mail: { ...text, format: 'email' },
                  owner: {
                    type: 'object',
                    properties: { name: text, age: { type: 'integer', format: 'int32' } },
                  },
                  scores: { type: 'array', items: { type: 'integer' } },
                  lines: { type: 'array', items: line },
                  labels: { type: 'object', additionalProperties: text },
                  extra: {},
                },
              },
            },
          },
        },
        responses: {
          200: {
            description: 'Stored',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    id: text,
                    total: { type: 'number' },
                    stored: { type: 'boolean' },
                    at: { ...text, format: 'date-time' },
                    lines: { type: 'array', items: line },
                    tags: { type: 'array', items: text },
                    owner: { type: 'object', properties: { name: text } },
                  },
                },
              },
            },
          },
        },
      },
    },
    '/files': {
      post: {
        operationId: 'Upload',
        summary: 'Upload',
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: { type: 'object', properties: { file: { ...text, format: 'binary' }, note: text } },
            },
          },
        },
        responses: { 200: { description: 'Stored' } },
      },
    },
  },
};
