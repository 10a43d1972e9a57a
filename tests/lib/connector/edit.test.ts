// Edits of a connector definition, by example.
import { describe, expect, it } from 'vitest';
import { blankDefinition } from '@/lib/connector/blank';
import { setRequestFromSample, setResponseFromSample } from '@/lib/connector/edit/from-sample';
import { setGeneral } from '@/lib/connector/edit/general';
import { removeInput, setInput } from '@/lib/connector/edit/input';
import { addOperation, removeOperation, setOperation } from '@/lib/connector/edit/operation';
import { addResponse, removeResponse } from '@/lib/connector/edit/response';
import { listSchemaItems, setSchemaItem } from '@/lib/connector/edit/schema-item';
import { setSecurity } from '@/lib/connector/edit/security';
import { listInputs } from '@/lib/connector/inputs';
import type { Connector, InputField, Operation } from '@/lib/connector/model';
import { emptyProperties } from '@/lib/connector/properties';
import { readConnector } from '@/lib/connector/read-connector';
import { schemaFromSample } from '@/lib/connector/sample';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { atPointer } from '@/lib/json-pointer';
import type { DocumentChange } from '@/lib/problem';
import { openApiDocument } from '@/samples/contoso-invoicing/openapi';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';

function read(document: JsonObject, properties?: JsonObject): Connector {
  const { connector } = readConnector(document, properties);
  if (!connector) throw new Error('not read');
  return connector;
}

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
const dialects: [string, JsonObject][] = [
  ['2.0', plain(swaggerDocument('127.0.0.1:5080'))],
  ['3.1', plain(openApiDocument('127.0.0.1:5080'))],
];

/** The connector after an edit of one operation. */
function edit(
  document: JsonObject,
  id: string,
  make: (connector: Connector, operation: Operation) => DocumentChange[],
): Connector {
  const connector = read(document);
  return read(applyChanges(document, make(connector, find(connector, id))));
}

function find(connector: Connector, id: string): Operation {
  const operation = connector.operations.find((item) => item.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  return operation;
}

function input(connector: Connector, id: string, key: string): InputField {
  const found = listInputs(connector, find(connector, id)).find((item) => item.key === key);
  if (!found) throw new Error(`no input ${key}`);
  return found;
}

describe.each(dialects)('edits of a %s definition', (_dialect, document) => {
  it('set what the exercise sets', () => {
    const summary = edit(document, 'GetInvoice', (connector, operation) =>
      setOperation(connector, operation, { summary: 'Get Invoice' }),
    );
    expect(find(summary, 'GetInvoice').summary).toBe('Get Invoice');
    const hidden = edit(document, 'GetInvoiceSchema', (connector, operation) =>
      setOperation(connector, operation, { visibility: 'internal' }),
    );
    expect(find(hidden, 'GetInvoiceSchema').visibility).toBe('internal');
    const shown = edit(hidden.document, 'GetInvoiceSchema', (connector, operation) =>
      setOperation(connector, operation, { visibility: 'none' }),
    );
    expect(shown.document).toEqual(document);
  });

  it('delete one operation of a shared path, and the path with the last one', () => {
    let connector = read(document);
    for (const id of ['NewInvoiceRegister', 'NewInvoiceRemove']) {
      connector = edit(connector.document, id, removeOperation);
    }
    expect(connector.operations).toHaveLength(7);
    expect(connector.operations.map(({ id }) => id)).toContain('ListWebhooks');
    connector = edit(connector.document, 'ListWebhooks', removeOperation);
    expect(atPointer(connector.document, '/paths/~1NewInvoiceNotification')).toBeUndefined();
  });

  it('rename an ID together with the dropdowns that use it', () => {
    const at = `${find(read(document), 'AddInvoice').pointer}/x-ms-dynamic-values`;
    const withDropdown = applyChanges(document, [
      { op: 'set', at, value: { operationId: 'ListInvoiceTypes' } },
    ]);
    const renamed = edit(withDropdown, 'ListInvoiceTypes', (connector, operation) =>
      setOperation(connector, operation, { id: 'Types' }),
    );
    expect(atPointer(renamed.document, `${at}/operationId`)).toBe('Types');
    expect(find(renamed, 'Types').path).toBe('/ListInvoiceTypes');
  });

  it('set a parameter: texts, default, required, type, dropdown', () => {
    const changed = edit(document, 'AddInvoice', (connector, operation) =>
      setInput({
        connector,
        operation,
        input: input(connector, 'AddInvoice', 'typeId'),
        change: {
          summary: 'Invoice Type',
          description: 'Kind',
          default: 1,
          required: true,
          visibility: 'important',
          options: [{ value: 1, label: 'Purchase' }],
        },
      }),
    );
    expect(input(changed, 'AddInvoice', 'typeId')).toMatchObject({
      label: 'Invoice Type',
      description: 'Kind',
      default: 1,
      required: true,
      visibility: 'important',
      options: [{ value: 1, label: 'Purchase' }],
    });
    const cleared = edit(changed.document, 'AddInvoice', (connector, operation) =>
      setInput({
        connector,
        operation,
        input: input(connector, 'AddInvoice', 'typeId'),
        change: {
          summary: '',
          clearDefault: true,
          required: false,
          visibility: 'none',
          options: undefined,
          type: 'string',
          format: 'uuid',
        },
      }),
    );
    const field = input(cleared, 'AddInvoice', 'typeId');
    expect(field).toMatchObject({
      label: 'Type Id',
      required: false,
      visibility: 'none',
      type: 'string',
      format: 'uuid',
    });
    expect([field.default, field.options]).toEqual([undefined, undefined]);
  });

  it('set and remove a property of a body', () => {
    const set = edit(document, 'NewInvoiceRegister', (connector, operation) =>
      setInput({
        connector,
        operation,
        input: input(connector, 'NewInvoiceRegister', 'body/targeturl'),
        change: { required: true, summary: 'Callback' },
      }),
    );
    expect(input(set, 'NewInvoiceRegister', 'body/targeturl')).toMatchObject({
      required: true,
      label: 'Callback',
    });
    const removed = edit(set.document, 'NewInvoiceRegister', (connector, operation) =>
      removeInput({ connector, operation, input: input(connector, 'NewInvoiceRegister', 'body/targeturl') }),
    );
    expect(listInputs(removed, find(removed, 'NewInvoiceRegister')).map(({ key }) => key)).toEqual(['body']);
  });

  it('remove a parameter', () => {
    const removed = edit(document, 'ListInvoices', (connector, operation) =>
      removeInput({ connector, operation, input: input(connector, 'ListInvoices', 'status') }),
    );
    expect(find(removed, 'ListInvoices').parameters.map(({ name }) => name)).toEqual([
      'fromDate',
      'toDate',
      'fromAmount',
      'toAmount',
    ]);
  });

  it('add, describe and remove responses', () => {
    const added = edit(document, 'GetInvoice', (connector, operation) =>
      addResponse(connector, operation, 'default'),
    );
    const described = edit(added.document, 'GetInvoice', (connector, operation) =>
      setResponseFromSample({
        connector,
        operation,
        status: 'default',
        sample: { headers: [{ name: 'X-Total', value: '1' }], body: { id: 1, lines: [{ price: 1.5 }] } },
      }),
    );
    const response = find(described, 'GetInvoice').responses.find(({ status }) => status === 'default');
    expect(response?.headers.map(({ name }) => name)).toEqual(['X-Total']);
    if (!response) return;
    const items = listSchemaItems(described, response);
    expect(items.map(({ path, type }) => `${path.join('/')} ${type}`)).toEqual([
      'id integer',
      'lines array',
      'lines/price number',
    ]);
    const item = items[2];
    const titled = item
      ? read(
          applyChanges(described.document, setSchemaItem(item, { title: 'Price', visibility: 'advanced' })),
        )
      : described;
    const again = find(titled, 'GetInvoice').responses.find(({ status }) => status === 'default');
    expect(again && listSchemaItems(titled, again)[2]).toMatchObject({
      title: 'Price',
      visibility: 'advanced',
    });
    const removed = edit(titled.document, 'GetInvoice', (_connector, operation) =>
      again ? removeResponse(operation, again) : [],
    );
    expect(removed.document).toEqual(document);
  });

  it('add an operation from a sample request, once', () => {
    const connector = read(document);
    const sample = {
      method: 'POST',
      url: 'https://else.test/items/{id}?expand=all',
      headers: [
        { name: 'X-Tag', value: 'a' },
        { name: 'Authorization', value: 'secret' },
      ],
      body: { name: 'x' },
    };
    const made = addOperation(connector, { id: 'AddItem', summary: 'Add item', sample });
    if (!made.ok) throw new Error(made.message);
    const next = read(applyChanges(document, made.changes));
    expect(find(next, 'AddItem')).toMatchObject({ method: 'POST', path: '/items/{id}' });
    expect(
      listInputs(next, find(next, 'AddItem'))
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['X-Tag', 'body/name', 'expand', 'id']);
    expect(addOperation(next, { id: 'Other', summary: '', sample })).toEqual({
      ok: false,
      message: 'AddItem already has POST /items/{id}.',
    });
    const more = edit(next.document, 'AddItem', (inner, operation) =>
      setRequestFromSample({
        connector: inner,
        operation,
        sample: { url: '/items/{id}?page=1', headers: [], body: undefined },
      }),
    );
    expect(listInputs(more, find(more, 'AddItem')).map(({ key }) => key)).toContain('page');
  });

  it('set general facts', () => {
    const connector = read(document);
    const change = { scheme: 'https', host: 'api.contoso.test', basePath: 'v2', description: 'New' } as const;
    const next = read(applyChanges(document, setGeneral(connector, change)));
    expect(next).toMatchObject({
      scheme: 'https',
      host: 'api.contoso.test',
      basePath: '/v2',
      description: 'New',
    });
    expect(setGeneral(next, { host: 'api.contoso.test' })).toEqual([]);
  });

  it('set security in the definition and in the properties', () => {
    const properties = emptyProperties('#175497');
    const apply = (security: Connector['security']): Connector => {
      const changes = setSecurity({ connector: read(document, properties), properties, security });
      return read(applyChanges(document, changes.definition), applyChanges(properties, changes.properties));
    };
    const key = { type: 'apiKey', label: 'Key', name: 'X', in: 'query', prefix: 'k ' } as const;
    const basic = { type: 'basic', userNameLabel: 'User', passwordLabel: 'Secret' } as const;
    expect(apply(key)).toMatchObject({
      security: key,
      connectionParameters: [{ name: 'api_key', label: 'Key', secret: true }],
    });
    expect(apply(basic)).toMatchObject({
      security: basic,
      connectionParameters: [{ name: 'username' }, { name: 'password', secret: true }],
    });
    expect(apply({ type: 'none' })).toMatchObject({ security: { type: 'none' }, connectionParameters: [] });
  });
});

describe('a blank definition', () => {
  it('reads as a connector without operations', () => {
    const blank = blankDefinition({
      title: 'T',
      description: 'D',
      scheme: 'http',
      host: '127.0.0.1:5080',
      basePath: 'v1/',
    });
    expect(read(blank)).toMatchObject({
      title: 'T',
      description: 'D',
      scheme: 'http',
      host: '127.0.0.1:5080',
      basePath: '/v1',
      operations: [],
      security: { type: 'none' },
    });
  });
});

describe('a schema from a sample', () => {
  const samples: [unknown, JsonObject][] = [
    [5000, { type: 'integer', format: 'int32' }],
    [1.5, { type: 'number', format: 'double' }],
    ['2021-01-26T04:02:52.1490835+00:00', { type: 'string', format: 'date-time' }],
    [true, { type: 'boolean' }],
    [null, {}],
    [[1, 1.5], { type: 'array', items: { type: 'number', format: 'double' } }],
    [
      [{ a: 1 }, { b: 'x' }],
      {
        type: 'array',
        items: {
          type: 'object',
          properties: { a: { type: 'integer', format: 'int32' }, b: { type: 'string' } },
        },
      },
    ],
  ];
  it.each(samples)('%j', (sample, want) => {
    expect(schemaFromSample(JSON.parse(JSON.stringify(sample)))).toEqual(want);
  });
});
