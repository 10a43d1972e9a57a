// A newer file meets an edited connector: three-way merge by meaning.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blankDefinition } from '@/lib/connector/blank';
import { previewUpdate } from '@/lib/connector/update';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject, JsonValue } from '@/lib/json';
import { atPointer } from '@/lib/json-pointer';
import type { DocumentChange } from '@/lib/problem';
import { sharedFolder } from '../../support/shared-folder';
import { oneOperationDocument } from './one-operation';

const shared = sharedFolder();
const contoso = (name: string): JsonObject =>
  JSON.parse(readFileSync(`${shared}data/contoso/${name}.openapi.json`, 'utf8'));

describe('an update from a file', () => {
  const source = oneOperationDocument({
    parameters: [
      { name: 'a', in: 'query', type: 'string' },
      { name: 'b', in: 'query', type: 'string', description: 'old b' },
    ],
    operation: { description: 'old' },
    root: {
      definitions: {
        Item: { type: 'object', properties: { description: { type: 'string' }, amount: { type: 'number' } } },
      },
    },
  });
  const op = '/paths/~1items/get';

  it('keeps texts, visibility and defaults that were edited, wherever the parameter stands now', () => {
    const definition = applyChanges(source, [
      { op: 'set', at: `${op}/summary`, value: 'My summary' },
      { op: 'set', at: `${op}/x-ms-visibility`, value: 'important' },
      { op: 'set', at: `${op}/parameters/1/x-ms-summary`, value: 'Bee' },
      { op: 'set', at: `${op}/parameters/1/default`, value: 'bee' },
      { op: 'set', at: '/definitions/Item/properties/amount/x-ms-summary', value: 'Sum' },
    ]);
    const incoming = applyChanges(source, [
      { op: 'set', at: `${op}/description`, value: 'new' },
      {
        op: 'set',
        at: `${op}/parameters`,
        value: [
          { name: 'b', in: 'query', type: 'integer', description: 'new b' },
          { name: 'c', in: 'query', type: 'string' },
        ],
      },
    ]);
    const { result, kept, changes } = previewUpdate({ source, definition, incoming });
    expect(atPointer(result, op)).toMatchObject({
      summary: 'My summary',
      description: 'new',
      'x-ms-visibility': 'important',
      parameters: [
        { name: 'b', type: 'integer', description: 'new b', 'x-ms-summary': 'Bee', default: 'bee' },
        { name: 'c', type: 'string' },
      ],
    });
    expect(atPointer(result, '/definitions/Item/properties/amount/x-ms-summary')).toBe('Sum');
    expect(kept).toHaveLength(5);
    expect(kept.map(({ label }) => label)).toContain('Default value of Op › b: “bee”');
    expect(changes.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'changed My summary: description old becomes new',
      'changed My summary: parameter b changed',
      'added My summary: parameter c added',
      'removed My summary: parameter a removed',
    ]);
  });

  it('takes the new text where the maker left the old one', () => {
    const incoming = applyChanges(source, [{ op: 'set', at: `${op}/summary`, value: 'New' }]);
    const { result, kept } = previewUpdate({ source, definition: source, incoming });
    expect(result).toEqual(incoming);
    expect(kept).toEqual([]);
  });

  it('finds an edited operation again under another path', () => {
    const definition = applyChanges(source, [{ op: 'set', at: `${op}/summary`, value: 'Mine' }]);
    const incoming = oneOperationDocument({
      path: '/moved',
      method: 'post',
      operation: { description: 'old' },
    });
    const { result, changes } = previewUpdate({ source, definition, incoming });
    expect(atPointer(result, '/paths/~1moved/post/summary')).toBe('Mine');
    expect(changes.map(({ label }) => label)).toContain('Mine: address GET /items becomes POST /moved');
  });

  it('keeps an operation made by hand, with the schemas it needs', () => {
    const hand = {
      operationId: 'Hand',
      responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/Mine' } } },
    };
    const definition = applyChanges(source, [
      { op: 'set', at: '/paths/~1hand', value: { get: hand } },
      {
        op: 'set',
        at: '/definitions/Mine',
        value: { type: 'object', properties: { next: { $ref: '#/definitions/Mine' } } },
      },
    ]);
    const { result, kept } = previewUpdate({ source, definition, incoming: source });
    expect(atPointer(result, '/paths/~1hand/get')).toEqual(hand);
    expect(atPointer(result, '/definitions/Mine/type')).toBe('object');
    expect(kept.map(({ label }) => label)).toEqual(['Hand, which you added']);
  });

  it('keeps the security of the connector when the file has none', () => {
    const secured = {
      ...source,
      securityDefinitions: { k: { type: 'apiKey', in: 'header', name: 'K' } },
      security: [],
    };
    expect(previewUpdate({ definition: secured, incoming: source }).result.securityDefinitions).toEqual(
      secured.securityDefinitions,
    );
  });

  it.skipIf(!shared)('of a blank connector takes the file and keeps title and description', () => {
    const definition = blankDefinition({
      title: 'Contoso invoicing',
      description: 'Contoso Invoicing API',
      scheme: 'http',
      host: '127.0.0.1:5080',
      basePath: '/',
    });
    const incoming = contoso('triggers');
    const { result, changes, kept } = previewUpdate({ definition, incoming });
    expect(result.paths).toEqual(incoming.paths);
    expect(result.info).toMatchObject({ title: 'Contoso invoicing', description: 'Contoso Invoicing API' });
    expect(changes.filter(({ kind, subject }) => kind === 'added' && subject === 'operation')).toHaveLength(
      9,
    );
    expect(kept).toEqual([]);
  });

  it.skipIf(!shared)('tells a renamed operation from a removed and a new one', () => {
    const source = contoso('policy');
    const { changes } = previewUpdate({ source, definition: source, incoming: contoso('triggers') });
    expect(changes.map(({ label }) => label)).toContain('ListInvoice is now called ListInvoices');
  });
});

describe('operations that a maker removed', () => {
  const source = oneOperationDocument({
    root: {
      paths: Object.fromEntries(['A', 'B', 'C'].map((id) => [`/${id}`, { get: { operationId: id } }])),
    },
  });
  const definition = applyChanges(source, [
    { op: 'remove', at: '/paths/~1A' },
    { op: 'remove', at: '/paths/~1B' },
  ]);
  const incoming = applyChanges(source, [
    { op: 'set', at: '/paths/~1A/get/summary', value: 'New' },
    { op: 'set', at: '/paths/~1D', value: { get: { operationId: 'D' } } },
  ]);
  const idsIn = (document: JsonObject) =>
    ['A', 'B', 'C', 'D'].filter((id) => atPointer(document, `/paths/~1${id}/get`) !== undefined);

  it('stay out, also where the file changed them, and are listed', () => {
    const { result, leftOut, changes } = previewUpdate({ source, definition, incoming });
    expect(idsIn(result)).toEqual(['C', 'D']);
    expect(leftOut).toEqual([
      { id: 'A', label: 'New (GET /A)' },
      { id: 'B', label: 'B (GET /B)' },
    ]);
    expect(changes.map(({ kind, label }) => `${kind} ${label}`)).toEqual(['added D (GET /D)']);
  });

  it.each([incoming, source])('come back when they are asked for', (file) => {
    const { result, leftOut } = previewUpdate({ source, definition, incoming: file, takenBack: ['A'] });
    expect(idsIn(result).slice(0, 2)).toEqual(['A', 'C']);
    expect(leftOut.map(({ id }) => id)).toEqual(['B']);
  });
});

describe('the list of an update', () => {
  const source = oneOperationDocument({ parameters: [{ name: 'a', in: 'query', type: 'string' }] });
  const at = '/paths/~1items/get';
  const listed = (changes: DocumentChange[]) =>
    previewUpdate({ source, definition: source, incoming: applyChanges(source, changes) }).changes.map(
      ({ label, details = [] }) => [label, ...details].join(' | '),
    );
  const set = (place: string, value: JsonValue): DocumentChange => ({ op: 'set', at: place, value });

  it.each<[string, DocumentChange[], string[]]>([
    ['a trigger', [set(`${at}/x-ms-trigger`, 'batch')], ['Op: kind action becomes batch trigger']],
    [
      'what is sent',
      [
        set(`${at}/consumes`, ['application/json']),
        set(`${at}/parameters/-`, { name: 'body', in: 'body', schema: { type: 'object' } }),
      ],
      ['Op: request type none becomes application/json', 'Op: parameter body added'],
    ],
    ['what is answered', [set(`${at}/produces`, ['text/csv'])], ['Op: answer types none becomes text/csv']],
    [
      'extensions of an operation',
      [set(`${at}/x-ms-pageable`, { nextLinkName: 'next' })],
      ['Op: x-ms-pageable none becomes {"nextLinkName":"next"}'],
    ],
    [
      'each part of a parameter',
      [
        set(`${at}/parameters/0/type`, 'integer'),
        set(`${at}/parameters/0/x-ms-dynamic-values`, { operationId: 'Op' }),
      ],
      [
        'Op: parameter a changed | type string becomes integer | x-ms-dynamic-values none becomes {"operationId":"Op"}',
      ],
    ],
    [
      'items of an answer',
      [set(`${at}/responses/200/schema`, { type: 'object', properties: { id: { type: 'string' } } })],
      ['Op: response 200 changed | type none becomes object | id: added'],
    ],
    ['what is seen nowhere else', [set(`${at}/externalDocs`, { url: '/' })], ['Op: other details changed']],
    [
      'extensions of the file',
      [set('/x-ms-capabilities', { testConnection: { operationId: 'Op' } }), set('/info/version', '2')],
      ['x-ms-capabilities added', 'info version: 1 becomes 2'],
    ],
    [
      'schemas that nothing uses',
      [set('/definitions', { A: { type: 'string' } })],
      ['Parts that no operation uses changed'],
    ],
  ])('tells %s', (_what, changes, labels) => {
    expect(listed(changes)).toEqual(labels);
  });
});

it('keeps what a maker said of a parameter that the file brings too', () => {
  const source = oneOperationDocument({});
  const own = { name: 'top', in: 'query', type: 'integer', 'x-ms-summary': 'At most' };
  const definition = oneOperationDocument({ parameters: [own] });
  const incoming = oneOperationDocument({
    parameters: [{ name: 'top', in: 'query', type: 'integer', 'x-ms-summary': 'Top', default: 5 }],
  });
  const { result, kept } = previewUpdate({ source, definition, incoming });
  expect(atPointer(result, '/paths/~1items/get/parameters')).toEqual([{ ...own, default: 5 }]);
  expect(kept.map(({ label }) => label)).toEqual(['Summary of Op › top: “At most”']);
});
