// A connector made from blank has no last import, so an operation made by hand whose ID the first file has lost its
// summary, description and visibility to the file; with a last import they were kept.
import { describe, expect, it } from 'vitest';
import { blankDefinition } from '@/lib/connector/blank';
import { previewUpdate } from '@/lib/connector/update';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { openApiDocument } from '@/samples/contoso-invoicing/openapi';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { read } from '../lib/connector/said-by';

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
const blank = blankDefinition({
  title: 'Mine',
  description: '',
  scheme: 'http',
  host: '127.0.0.1:5080',
  basePath: '/',
});
const made = (path: string, id: string): JsonObject =>
  applyChanges(blank, [
    {
      op: 'set',
      at: `/paths/${path.replace('/', '~1')}`,
      value: {
        get: {
          operationId: id,
          summary: 'My list',
          description: '',
          'x-ms-visibility': 'important',
          parameters: [
            { name: 'fromDate', in: 'query', type: 'string', 'x-ms-summary': 'Since' },
            { name: 'mine', in: 'query', type: 'string' },
          ],
          responses: { default: { description: 'Default' } },
        },
      },
    },
  ]);

describe.each([
  ['2.0', plain(swaggerDocument('127.0.0.1:5080'))],
  ['3.1', plain(openApiDocument('127.0.0.1:5080'))],
])('an operation made by hand, when a file of %s has it', (_dialect, incoming) => {
  it.each([
    ['under its ID', made('/ListInvoices', 'ListInvoices'), 'ListInvoices'],
    ['under another ID', made('/ListInvoices', 'Mine'), 'Mine'],
    ['at another path', made('/Elsewhere', 'ListInvoices'), 'ListInvoices'],
  ])('%s keeps what was said of it', (_how, definition, id) => {
    const { result, lost } = previewUpdate({ definition, incoming });
    const connector = read(result);
    expect(connector.operations).toHaveLength(9);
    const operation = connector.operations.find(({ path }) => path === '/ListInvoices');
    expect(operation).toMatchObject({
      id,
      summary: 'My list',
      // No text was given, so the file's is taken.
      description: 'List Invoices',
      visibility: 'important',
    });
    const parameters = operation?.parameters ?? [];
    expect(parameters.find(({ name }) => name === 'fromDate')).toMatchObject({ summary: 'Since' });
    expect(parameters.map(({ name }) => name)).toEqual([
      'fromDate',
      'toDate',
      'status',
      'fromAmount',
      'toAmount',
      'mine',
    ]);
    expect(lost).toEqual([]);
    expect(result).toHaveProperty('info.title', 'Mine');
  });
});
