// An update from a file of the other dialect: every edit that has a place there is kept.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { previewUpdate } from '@/lib/connector/update';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { openApiDocument } from '@/samples/contoso-invoicing/openapi';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { editableTexts, editEverything } from './edit-everything';
import { describeAsMaker, randomEdits } from './random-edits';
import { read, saidBy } from './said-by';

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
const swagger = plain(swaggerDocument('127.0.0.1:5080'));
const openApi = plain(openApiDocument('127.0.0.1:5080'));

it.each([
  ['2.0 from 2.0', swagger, swagger],
  ['3.1 from 3.1', openApi, openApi],
  ['3.1 from 2.0', swagger, openApi],
  ['2.0 from 3.1', openApi, swagger],
])('keeps every text, visibility, default and dropdown of the sample: %s', (title, source, incoming) => {
  const definition = editEverything(source);
  const mine = editableTexts(definition);
  const { result, kept, lost } = previewUpdate({ source, definition, incoming });
  const after = editableTexts(result);
  const missed = [...mine].filter(([place, texts]) => after.get(place) !== texts);
  console.info(`${title}: kept ${mine.size - missed.length} of ${mine.size}`);
  expect(missed).toEqual([]);
  expect(lost).toEqual([]);
  expect(kept.length).toBeGreaterThanOrEqual(mine.size);
  expect([...after.keys()]).toEqual([...mine.keys()]);
});

it('keeps random edits of the sample in either direction', () => {
  const directions = fc.constantFrom([swagger, openApi] as const, [openApi, swagger] as const);
  const property = fc.property(randomEdits(10), directions, (edits, [source, incoming]) => {
    const definition = describeAsMaker(source, edits);
    const { result, lost } = previewUpdate({ source, definition, incoming });
    expect(editableTexts(result)).toEqual(editableTexts(definition));
    expect(lost).toEqual([]);
  });
  fc.assert(property, { numRuns: 60, seed: 3 });
});

/** Operations that the sample's file does not have, written in each dialect. */
const handMade: Record<string, JsonObject> = {
  '2.0': {
    parameters: [
      { name: 'kind', in: 'query', type: 'array', items: { type: 'string' }, collectionFormat: 'multi' },
      { name: 'note', in: 'body', description: 'The note', schema: { $ref: '#/definitions/Note' } },
    ],
    responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/Note' } } },
  },
  '3.1': {
    parameters: [{ name: 'kind', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
    requestBody: {
      description: 'The note',
      'x-ms-parameter-name': 'note',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } },
    },
    responses: {
      200: {
        description: 'ok',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } },
      },
    },
  },
};
const note: JsonObject = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', 'x-ms-summary': 'Words' }, next: {} },
};

function withHandMade(source: JsonObject, dialect: string): JsonObject {
  const schemas = dialect === '2.0' ? '/definitions' : '/components/schemas';
  const operation: JsonObject = { operationId: 'AddNote', summary: 'Add a note', ...handMade[dialect] };
  const next = { $ref: `#${schemas}/Note` };
  return applyChanges(source, [
    { op: 'set', at: '/paths/~1notes', value: { post: operation } },
    { op: 'set', at: `${schemas}/Note`, value: note },
    { op: 'set', at: `${schemas}/Note/properties/next`, value: next },
  ]);
}

it.each([
  ['2.0', '3.1', swagger, openApi],
  ['3.1', '2.0', openApi, swagger],
])('writes an operation made by hand in %s as %s writes it', (from, to, source, incoming) => {
  const definition = withHandMade(source, from);
  const { result, kept, lost } = previewUpdate({ source, definition, incoming });
  expect(read(result).dialect).toBe(to);
  const own = (document: JsonObject) =>
    [...saidBy(document)].filter(([place]) => place.startsWith('AddNote'));
  expect(own(result)).toEqual(own(definition));
  expect(own(result).map(([place]) => place)).toContain('AddNote takes note/text');
  expect(own(result)).toEqual(own(withHandMade(incoming, to)));
  expect(kept.map(({ label }) => label)).toEqual(['AddNote, which you added']);
  expect(lost).toEqual([]);
});

it('keeps what a maker added to an operation of the file, and what was taken out', () => {
  const at = '/paths/~1ListInvoices/get';
  const definition = applyChanges(swagger, [
    { op: 'set', at: `${at}/parameters/-`, value: { name: 'mine', in: 'header', type: 'string' } },
    { op: 'remove', at: `${at}/parameters/0` },
    { op: 'set', at: `${at}/responses/404`, value: { description: 'Nothing there' } },
    { op: 'remove', at: '/paths/~1NewInvoiceNotification/delete' },
  ]);
  const { result, kept, leftOut } = previewUpdate({ source: swagger, definition, incoming: openApi });
  const connector = read(result);
  const operation = connector.operations.find(({ id }) => id === 'ListInvoices');
  expect(operation?.parameters.map(({ name }) => name)).toEqual([
    'toDate',
    'status',
    'fromAmount',
    'toAmount',
    'mine',
  ]);
  expect(operation?.responses.map(({ status }) => status)).toEqual(['200', '404']);
  expect(connector.operations).toHaveLength(8);
  expect(kept.map(({ label }) => label)).toEqual([
    'ListInvoices › mine, which you added',
    'ListInvoices › 404, which you added',
    'ListInvoices › fromDate, which you removed',
  ]);
  expect(leftOut).toEqual([
    { id: 'NewInvoiceRemove', label: 'remove a webhook (DELETE /NewInvoiceNotification)' },
  ]);
});

it('names the body as flows know it, whatever the new file calls it', () => {
  const named = (name: string) =>
    applyChanges(swagger, [{ op: 'set', at: '/paths/~1AddInvoice/post/parameters/1/name', value: name }]);
  const bodyOf = (document: JsonObject) =>
    read(document)
      .operations.find(({ id }) => id === 'AddInvoice')
      ?.parameters.find((parameter) => parameter.in === 'body')?.name;
  const source = named('request');
  for (const incoming of [openApi, named('dto'), swagger]) {
    const { result, changes } = previewUpdate({ source, definition: source, incoming });
    expect(bodyOf(result)).toBe('request');
    expect(changes.filter(({ subject }) => subject === 'parameter')).toEqual([]);
  }
  expect(bodyOf(previewUpdate({ source: openApi, definition: openApi, incoming: source }).result)).toBe(
    'body',
  );
});

it('lists what has no place in the other dialect', () => {
  const source = applyChanges(openApi, [
    {
      op: 'set',
      at: '/paths/~1GetInvoice/get/parameters/-',
      value: { name: 'id', in: 'header', schema: { type: 'string' } },
    },
  ]);
  const definition = applyChanges(source, [
    { op: 'set', at: '/paths/~1GetInvoice/get/parameters/1/x-ms-summary', value: 'In the header' },
  ]);
  const { lost } = previewUpdate({ source, definition, incoming: swagger });
  expect(lost.map(({ label }) => label)).toEqual(['Summary of GetInvoice › id: “In the header”']);
});
