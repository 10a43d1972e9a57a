// Which fields a maker sees for an operation, and how their values make a body.
import { describe, expect, it } from 'vitest';
import { listInputs } from '@/lib/connector/inputs';
import { humanise, operationLabel } from '@/lib/connector/label';
import type { OutputField } from '@/lib/connector/model';
import { listOutputs, outputResponse } from '@/lib/connector/outputs';
import type { JsonObject } from '@/lib/json';
import { oneOperation } from './one-operation';

function inputsOf(schema: JsonObject, root: JsonObject = {}) {
  const { connector, operation } = oneOperation({
    method: 'post',
    parameters: [{ name: 'body', in: 'body', schema }],
    root,
  });
  return listInputs(connector, operation);
}

function outline(fields: readonly OutputField[]): string[] {
  return fields.flatMap((field) => [field.path.join('.'), ...outline(field.children)]);
}

function outputsOf(schema: JsonObject, root: JsonObject = {}) {
  const { connector, operation } = oneOperation({
    operation: { responses: { 200: { description: '', schema } } },
    root,
  });
  return listOutputs(connector, operation);
}

describe('labels', () => {
  const words: [string, string][] = [
    ['fromDate', 'From Date'],
    ['from_date', 'From Date'],
    ['GetInvoice', 'Get Invoice'],
    ['customerID', 'Customer ID'],
    ['HTMLBody', 'HTML Body'],
    ['$filter', 'Filter'],
    ['items[]', 'Items'],
    ['größeMax', 'Größe Max'],
    ['', ''],
  ];
  it.each(words)('%s reads %s', (name, want) => {
    expect(humanise(name)).toBe(want);
  });

  it('prefer the summary to the ID', () => {
    expect(operationLabel({ summary: ' Add Invoice ', id: 'x' })).toBe('Add Invoice');
    expect(operationLabel({ summary: ' ', id: 'ListInvoices' })).toBe('List Invoices');
  });
});

describe('inputs', () => {
  it('stand in card order: required, important, normal, advanced, internal', () => {
    const parameter = (name: string, more: JsonObject): JsonObject => ({
      name,
      in: 'query',
      type: 'string',
      ...more,
    });
    const { connector, operation } = oneOperation({
      parameters: [
        parameter('internal', { 'x-ms-visibility': 'internal', default: 'x' }),
        parameter('advanced', { 'x-ms-visibility': 'Advanced' }),
        parameter('normal', {}),
        parameter('important', { 'x-ms-visibility': 'important' }),
        parameter('required', { required: true }),
      ],
    });
    expect(listInputs(connector, operation).map(({ key }) => key)).toEqual([
      'required',
      'important',
      'normal',
      'advanced',
      'internal',
    ]);
  });

  it('explode a body three levels deep and name parent and child', () => {
    const invoice = {
      type: 'object',
      required: ['amount'],
      properties: {
        amount: { type: 'number' },
        deep: {
          type: 'object',
          properties: { er: { type: 'object', properties: { x: { type: 'string' } } } },
        },
      },
    };
    const fields = inputsOf(
      {
        type: 'object',
        required: ['invoice'],
        properties: { invoice: { $ref: '#/definitions/I', 'x-ms-visibility': 'important' } },
      },
      { definitions: { I: invoice } },
    );
    expect(
      fields.map(({ key, label, type, required, visibility }) => [key, label, type, required, visibility]),
    ).toEqual([
      ['body/invoice/amount', 'Invoice Amount', 'number', true, 'none'],
      ['body/invoice/deep/er', 'Invoice Deep Er', 'object', false, 'none'],
    ]);
    expect(fields[0]?.pointer).toBe('/definitions/I/properties/amount');
  });

  it('end a loop in one object field', () => {
    const fields = inputsOf(
      { $ref: '#/definitions/N' },
      {
        definitions: {
          N: { type: 'object', properties: { next: { $ref: '#/definitions/N' }, v: { type: 'string' } } },
        },
      },
    );
    expect(fields.map(({ key, type }) => `${key} ${type}`)).toEqual(['body/next object', 'body/v string']);
  });

  it('merge allOf, and keep lists, free objects and untyped bodies as one field', () => {
    expect(
      inputsOf({
        allOf: [
          { properties: { a: { type: 'string' } }, required: ['a'] },
          { properties: { b: { type: 'string' } } },
        ],
      }).map(({ key }) => key),
    ).toEqual(['body/a', 'body/b']);
    expect(
      inputsOf({ type: 'array', items: { type: 'string' } }).map(({ key, type }) => `${key} ${type}`),
    ).toEqual(['body array']);
    expect(inputsOf({ type: 'object' }).map(({ key, type }) => `${key} ${type}`)).toEqual(['body object']);
    expect(inputsOf({}).map(({ key, type }) => `${key} ${type}`)).toEqual(['body any']);
  });

  it('offer static dropdowns with their labels', () => {
    const fields = inputsOf({
      type: 'object',
      properties: {
        a: { type: 'string', enum: ['x', 'y'] },
        b: { type: 'integer', enum: [1], 'x-ms-enum-values': [{ value: 1, displayName: 'One' }] },
      },
    });
    expect(fields.map(({ options }) => options)).toEqual([
      [
        { value: 'x', label: 'x' },
        { value: 'y', label: 'y' },
      ],
      [{ value: 1, label: 'One' }],
    ]);
  });

  it('leave out what the connection or the request fills', () => {
    const { connector, operation } = oneOperation({
      parameters: ['Content-Type', 'Accept', 'X-KEY', 'X-Other'].map((name) => ({
        name,
        in: 'header',
        type: 'string',
      })),
      root: { securityDefinitions: { k: { type: 'apiKey', in: 'header', name: 'x-key' } } },
    });
    expect(listInputs(connector, operation).map(({ key }) => key)).toEqual(['X-Other']);
  });

  it('treat names of Object.prototype as names', () => {
    const schema: JsonObject = JSON.parse(
      '{"type":"object","properties":{"constructor":{"type":"string"},"__proto__":{"type":"string"},"then":{"type":"string"}}}',
    );
    expect(inputsOf(schema).map(({ key }) => key)).toEqual([
      'body/constructor',
      'body/__proto__',
      'body/then',
    ]);
  });
});

describe('outputs', () => {
  const choices: [string[], string | undefined][] = [
    [['200'], '200'],
    [['404'], undefined],
    [['default'], 'default'],
    [['202'], '202'],
    [['201', '200'], '200'],
    [['400', '201', 'default'], '201'],
    [['400', 'default'], 'default'],
    [['202', '204'], undefined],
    [[], undefined],
  ];
  it.each(choices)('of responses %j come from %s', (statuses, want) => {
    const responses = Object.fromEntries(statuses.map((status) => [status, { description: '' }]));
    const { operation } = oneOperation({ operation: { responses } });
    expect(outputResponse(operation)?.status).toBe(want);
  });

  it('hold the body with its parts, headers and the status code', () => {
    const schema = {
      type: 'object',
      properties: {
        list: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
      },
    };
    expect(outline(outputsOf(schema))).toEqual(['body', 'body.list', 'body.list.id', 'statusCode']);
  });

  it('of a root list are the parts of its items', () => {
    const fields = outputsOf({
      type: 'array',
      items: { type: 'object', properties: { id: { type: 'string' } } },
    });
    expect(fields[0]?.type).toBe('array');
    expect(outline(fields)).toEqual(['body', 'body.id', 'statusCode']);
  });

  it('end loops, direct ones and those through a list', () => {
    const definitions = {
      N: {
        type: 'object',
        properties: {
          next: { $ref: '#/definitions/N' },
          all: { type: 'array', items: { $ref: '#/definitions/N' } },
        },
      },
    };
    expect(outline(outputsOf({ $ref: '#/definitions/N' }, { definitions })).length).toBeLessThan(10);
  });

  it('stay small for a bomb of references, and show its first levels whole', () => {
    const definitions: JsonObject = { L20: { type: 'string' } };
    for (let level = 0; level < 20; level += 1) {
      const properties = Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => [`p${index}`, { $ref: `#/definitions/L${level + 1}` }]),
      );
      definitions[`L${level}`] = { type: 'object', properties };
    }
    const fields = outputsOf({ $ref: '#/definitions/L0' }, { definitions });
    expect(outline(fields).length).toBeLessThan(5_000);
    expect(fields[0]?.children).toHaveLength(10);
  });

  it('of a webhook are what it delivers', () => {
    const document = {
      '/hook': {
        'x-ms-notification-content': { schema: { type: 'object', properties: { id: { type: 'string' } } } },
        post: { operationId: 'Op', 'x-ms-trigger': 'single', responses: { 201: { description: '' } } },
      },
    };
    const { connector, operation } = oneOperation({ root: { paths: document } });
    expect(outline(listOutputs(connector, operation))).toEqual(['body', 'body.id', 'statusCode']);
    expect(operation.kind).toBe('trigger');
  });
});
