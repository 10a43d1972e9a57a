// A newer file meets an edited connector: three-way merge by meaning.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blankDefinition } from '@/lib/connector/blank';
import { previewUpdate } from '@/lib/connector/update';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { atPointer } from '@/lib/json-pointer';
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
