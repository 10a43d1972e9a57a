// Edits of the inputs of an operation.
import { describe, expect, it } from 'vitest';
import { setRequestFromSample, setResponseFromSample } from '@/lib/connector/edit/from-sample';
import { countUses, isRequiredInPlace, removeInput, setInput } from '@/lib/connector/edit/input';
import { addOperation, setOperation } from '@/lib/connector/edit/operation';
import { listInputs } from '@/lib/connector/inputs';
import type { Connector, InputField, Operation } from '@/lib/connector/model';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { atPointer } from '@/lib/json-pointer';
import type { DocumentChange } from '@/lib/problem';

const responses = { 200: { description: 'ok' } };
const order = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string' },
    customer: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, note: { type: ['string', 'null'] } },
    },
  },
};

/** Two operations that share a parameter, one of them with a body, in each dialect. */
const swagger: JsonObject = {
  swagger: '2.0',
  info: { title: 'Orders', version: '1' },
  host: 'orders.example.test',
  schemes: ['https'],
  parameters: { tenant: { name: 'tenant', in: 'query', type: 'string' } },
  definitions: { Order: order },
  paths: {
    '/orders': {
      get: { operationId: 'List', parameters: [{ $ref: '#/parameters/tenant' }], responses },
      post: {
        operationId: 'Add',
        parameters: [
          { $ref: '#/parameters/tenant' },
          { name: 'X-Tag', in: 'header', type: 'string' },
          { name: 'order', in: 'body', description: 'The order', schema: { $ref: '#/definitions/Order' } },
        ],
        responses,
      },
    },
  },
};
const openApi: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1' },
  servers: [{ url: 'https://orders.example.test' }],
  components: {
    parameters: { tenant: { name: 'tenant', in: 'query', schema: { type: 'string' } } },
    schemas: { Order: order },
  },
  paths: {
    '/orders': {
      get: { operationId: 'List', parameters: [{ $ref: '#/components/parameters/tenant' }], responses },
      post: {
        operationId: 'Add',
        parameters: [
          { $ref: '#/components/parameters/tenant' },
          { name: 'X-Tag', in: 'header', schema: { type: 'string' } },
        ],
        requestBody: {
          description: 'The order',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
        },
        responses,
      },
    },
  },
};

function read(document: JsonObject): Connector {
  const { connector } = readConnector(document);
  if (!connector) throw new Error('not read');
  return connector;
}

function find(connector: Connector, id: string): Operation {
  const operation = connector.operations.find((item) => item.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  return operation;
}

function input(connector: Connector, id: string, end: string): InputField {
  const found = listInputs(connector, find(connector, id)).find((item) => item.key.endsWith(end));
  if (!found) throw new Error(`no input ${end}`);
  return found;
}

const keys = (connector: Connector, id: string) =>
  listInputs(connector, find(connector, id)).map((item) => item.key);
const applied = (connector: Connector, changes: DocumentChange[]) =>
  read(applyChanges(connector.document, changes));

describe.each([
  ['2.0', swagger, '/parameters/tenant'],
  ['3.1', openApi, '/components/parameters/tenant'],
])('inputs of a %s definition', (_dialect, document, shared) => {
  const connector = read(document);
  const change = (id: string, end: string, next: Parameters<typeof setInput>[0]['change']) =>
    applied(
      connector,
      setInput({
        connector,
        operation: find(connector, id),
        input: input(connector, id, end),
        change: next,
      }),
    );

  it('edits a shared parameter for all that use it, and says how many do', () => {
    expect(countUses(connector, input(connector, 'List', 'tenant'))).toBe(2);
    expect(countUses(connector, input(connector, 'Add', 'X-Tag'))).toBe(1);
    const next = change('List', 'tenant', { summary: 'Tenant ID' });
    expect(input(next, 'Add', 'tenant').label).toBe('Tenant ID');
  });

  it('removes only the reference to a shared parameter', () => {
    const next = applied(
      connector,
      removeInput({
        connector,
        operation: find(connector, 'List'),
        input: input(connector, 'List', 'tenant'),
      }),
    );
    expect(keys(next, 'List')).toEqual([]);
    expect(keys(next, 'Add')).toContain('tenant');
    expect(atPointer(next.document, shared)).toBeDefined();
  });

  it('takes a removed property out of the list of required ones, wherever it stands', () => {
    const name = input(connector, 'Add', '/customer/name');
    expect(name.required).toBe(false);
    const next = applied(
      connector,
      removeInput({ connector, operation: find(connector, 'Add'), input: name }),
    );
    expect(keys(next, 'Add').filter((key) => key.includes('customer'))).toEqual([
      expect.stringMatching(/\/customer\/note$/),
    ]);
    expect(JSON.stringify(next.document)).not.toContain('"required":["name"]');
  });

  it('tells a field that is required in an optional part from one that is asked for', () => {
    const name = input(connector, 'Add', '/customer/name');
    expect(isRequiredInPlace(connector, name)).toBe(true);
    const relaxed = change('Add', '/customer/name', { required: false });
    expect(isRequiredInPlace(relaxed, input(relaxed, 'Add', '/customer/name'))).toBe(false);
    const note = change('Add', '/customer/note', { required: true });
    expect(isRequiredInPlace(note, input(note, 'Add', '/customer/note'))).toBe(true);
    expect(isRequiredInPlace(note, input(note, 'Add', '/customer/name'))).toBe(true);
  });

  it('gives a list the items that its type needs, and keeps a field that may be null so', () => {
    const list = change('Add', 'X-Tag', { type: 'array' });
    expect(input(list, 'Add', 'X-Tag')).toMatchObject({
      type: 'array',
      schema: { items: { type: 'string' } },
    });
    const number = change('Add', '/customer/note', { type: 'integer', format: 'int64' });
    expect(input(number, 'Add', '/customer/note')).toMatchObject({
      type: 'integer',
      format: 'int64',
      schema: { type: ['integer', 'null'] },
    });
  });

  it('takes the body of a sample and stays the parameter that flows name', () => {
    const former = keys(connector, 'Add').find((key) => key.endsWith('/id'));
    const next = applied(
      connector,
      setRequestFromSample({
        connector,
        operation: find(connector, 'Add'),
        sample: {
          url: '/orders?page=1&tenant=a',
          headers: [
            { name: 'x-tag', value: '1' },
            { name: 'Content-Type', value: 'application/json' },
          ],
          body: { id: 'a', lines: [] },
        },
      }),
    );
    expect(keys(next, 'Add').sort()).toEqual(
      ['X-Tag', former, former?.replace(/id$/, 'lines'), 'page', 'tenant'].sort(),
    );
    expect(find(next, 'Add').parameters.find((parameter) => parameter.in === 'body')?.description).toBe(
      'The order',
    );
  });

  it('changes nothing for a sample that says nothing new', () => {
    const sample = { url: '/orders?tenant=a', headers: [], body: undefined };
    expect(setRequestFromSample({ connector, operation: find(connector, 'List'), sample })).toEqual([]);
  });

  it('adds headers of a sample to those that a response declares', () => {
    const respond = (at: Connector, names: string[]) =>
      applied(
        at,
        setResponseFromSample({
          connector: at,
          operation: find(at, 'List'),
          status: '200',
          sample: { headers: names.map((name) => ({ name, value: '' })), body: undefined },
        }),
      );
    const twice = respond(respond(connector, ['X-Total']), ['X-Page']);
    const response = find(twice, 'List').responses.find(({ status }) => status === '200');
    expect(response?.headers.map(({ name }) => name).sort()).toEqual(['X-Page', 'X-Total']);
    expect(response?.description).toBe('ok');
  });

  it('renames an operation together with every lookup that calls it', () => {
    const uses: DocumentChange[] = [
      { op: 'set', at: `${shared}/x-ms-dynamic-list`, value: { operationId: 'List', itemsPath: 'x' } },
      { op: 'set', at: '/x-ms-connector-metadata', value: [{ operationId: 'List' }] },
      {
        op: 'set',
        at: `${find(connector, 'Add').pointer}/x-lookup`,
        value: [{ 'x-ms-dynamic-tree': { open: { operationId: 'List' }, browse: { operationId: 'Other' } } }],
      },
    ];
    const used = applied(connector, uses);
    const renamed = applied(used, setOperation(used, find(used, 'List'), { id: 'All' }));
    expect(atPointer(renamed.document, `${shared}/x-ms-dynamic-list/operationId`)).toBe('All');
    const tree = `${find(connector, 'Add').pointer}/x-lookup/0/x-ms-dynamic-tree`;
    expect(atPointer(renamed.document, `${tree}/open/operationId`)).toBe('All');
    expect(atPointer(renamed.document, `${tree}/browse/operationId`)).toBe('Other');
    expect(atPointer(renamed.document, '/x-ms-connector-metadata/0/operationId')).toBe('List');
  });

  it('takes the host of the first sample where there is none', () => {
    const bare = applied(connector, [
      { op: 'remove', at: '/host' },
      { op: 'remove', at: '/servers' },
    ]);
    const made = addOperation(bare, {
      id: 'Ping',
      summary: 'Ping',
      sample: { method: 'GET', url: 'http://127.0.0.1:9/ping', headers: [], body: undefined },
    });
    if (!made.ok) throw new Error(made.message);
    expect(applied(bare, made.changes)).toMatchObject({ scheme: 'http', host: '127.0.0.1:9' });
    expect(find(applied(bare, made.changes), 'Ping').path).toBe('/ping');
  });
});
