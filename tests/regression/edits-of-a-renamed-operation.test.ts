// Where an operationId changed on either side, an update took the operation for a new one: the maker's own ID, summary,
// description and visibility were reset by the very file they came from, edits of an operation that the file had renamed
// were gone, and nothing that changed inside a renamed operation was listed.
import { describe, expect, it } from 'vitest';
import { setOperation } from '@/lib/connector/edit/operation';
import { previewUpdate } from '@/lib/connector/update';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { atPointer } from '@/lib/json-pointer';
import { oneOperationDocument } from '../lib/connector/one-operation';
import { read } from '../lib/connector/said-by';

const parameter = { name: 'status', in: 'query', type: 'string' };
const source = oneOperationDocument({ parameters: [parameter], operation: { summary: 'List' } });
const at = '/paths/~1items/get';
const labels = (list: { label: string }[]) => list.map(({ label }) => label);

function edited(change: Parameters<typeof setOperation>[2]): JsonObject {
  const connector = read(source);
  const [operation] = connector.operations;
  return operation ? applyChanges(source, setOperation(connector, operation, change)) : source;
}

describe('an operation that the maker renamed', () => {
  const definition = edited({ id: 'Mine', summary: 'My list', visibility: 'important' });

  it('is not touched by the file it came from', () => {
    const { result, changes, kept } = previewUpdate({ source, definition, incoming: source });
    expect(result).toEqual(definition);
    expect(changes).toEqual([]);
    expect(labels(kept)).toEqual([
      'Operation ID of My list: “Mine”',
      'Summary of Mine: “My list”',
      'Visibility of Mine: “important”',
    ]);
  });

  it('keeps its ID and its texts when the file changes it', () => {
    const incoming = oneOperationDocument({ operation: { summary: 'Lists', description: 'New' } });
    const { result } = previewUpdate({ source, definition, incoming });
    expect(atPointer(result, at)).toMatchObject({
      operationId: 'Mine',
      summary: 'My list',
      description: 'New',
      'x-ms-visibility': 'important',
    });
  });

  it('is still what the new file looks values up with', () => {
    const lookup = { 'x-ms-dynamic-values': { operationId: 'Op', 'value-path': 'id' } };
    const incoming = applyChanges(source, [
      {
        op: 'set',
        at: '/paths/~1new',
        value: { get: { operationId: 'New', parameters: [{ ...parameter, ...lookup }] } },
      },
    ]);
    const { result } = previewUpdate({ source, definition, incoming });
    expect(atPointer(result, '/paths/~1new/get/parameters/0/x-ms-dynamic-values/operationId')).toBe('Mine');
  });

  it('gives its ID back where the file needs it for another', () => {
    const incoming = applyChanges(source, [
      { op: 'set', at: '/paths/~1new', value: { get: { operationId: 'Mine' } } },
    ]);
    const { result } = previewUpdate({ source, definition, incoming });
    expect(read(result).operations.map(({ id, path }) => `${id} ${path}`)).toEqual([
      'Op /items',
      'Mine /new',
    ]);
  });
});

describe('an operation that the file renamed', () => {
  const definition = applyChanges(edited({ summary: 'My list' }), [
    { op: 'set', at: `${at}/parameters/0/x-ms-summary`, value: 'State' },
  ]);
  const incoming = oneOperationDocument({
    parameters: [
      { ...parameter, default: 'open' },
      { name: 'top', in: 'query', type: 'integer' },
    ],
    operation: { operationId: 'ListItems', summary: 'List' },
  });

  it('keeps what was edited, and lists what changes inside', () => {
    const { result, changes, kept } = previewUpdate({ source, definition, incoming });
    expect(atPointer(result, at)).toMatchObject({
      operationId: 'ListItems',
      summary: 'My list',
      parameters: [{ name: 'status', 'x-ms-summary': 'State', default: 'open' }, { name: 'top' }],
    });
    expect(labels(kept)).toEqual([
      'Summary of ListItems: “My list”',
      'Summary of ListItems › status: “State”',
    ]);
    expect(labels(changes)).toEqual([
      'Op is now called ListItems',
      'My list: parameter status changed',
      'My list: parameter top added',
    ]);
  });
});
