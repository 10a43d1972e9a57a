// The values of a dropdown on a list were written on the list itself: the checker then found that they are no lists.
// They belong to its items.
import { describe, expect, it } from 'vitest';
import { checkConnector } from '@/lib/connector/check-connector';
import { setInput } from '@/lib/connector/edit/input';
import { dropdownOf } from '@/lib/connector/edit/input-schema';
import { listInputs } from '@/lib/connector/inputs';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { oneOperationDocument } from '../lib/connector/one-operation';

function open(document: JsonObject) {
  const { connector } = readConnector(document);
  const operation = connector?.operations[0];
  const input = connector && operation && listInputs(connector, operation)[0];
  if (!connector || !operation || !input) throw new Error('not read');
  return { connector, operation, input };
}

const options = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second' },
];
const definitions = {
  Letter: { type: 'string', maxLength: 1 },
  Letters: { type: 'array', items: { $ref: '#/definitions/Letter' } },
};
const body = (schema: JsonObject) =>
  oneOperationDocument({
    method: 'post',
    parameters: [{ name: 'body', in: 'body', schema: { type: 'object', properties: { letters: schema } } }],
    root: { definitions },
  });
const lists: [string, JsonObject][] = [
  [
    'in the query',
    oneOperationDocument({
      parameters: [{ name: 'letters', in: 'query', type: 'array', items: { type: 'string' } }],
    }),
  ],
  ['in a body', body({ type: 'array', items: { type: 'string' } })],
  ['of shared items', body({ type: 'array', items: { $ref: '#/definitions/Letter' } })],
  ['that is shared', body({ $ref: '#/definitions/Letters' })],
];

describe.each(lists)('the dropdown of a list %s', (_where, document) => {
  const next = applyChanges(document, setInput({ ...open(document), change: { options } }));

  it('stands at its items, and raises no error', () => {
    const { connector, input } = open(next);
    expect(dropdownOf(connector, input)).toEqual(options);
    expect(input).toMatchObject({ type: 'array' });
    expect(input.schema).not.toHaveProperty('enum');
    expect(checkConnector(connector).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(next.definitions).toEqual(document.definitions);
  });

  it('can be taken away', () => {
    const bare = applyChanges(next, setInput({ ...open(next), change: { options: undefined } }));
    const { connector, input } = open(bare);
    expect(dropdownOf(connector, input)).toBeUndefined();
    expect(checkConnector(connector).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

it('moves to the items when the type becomes a list', () => {
  const document = oneOperationDocument({
    parameters: [{ name: 'size', in: 'query', type: 'integer', enum: [1, 2] }],
  });
  const next = applyChanges(document, setInput({ ...open(document), change: { type: 'array' } }));
  const { connector, input } = open(next);
  expect(input.schema).toEqual({
    name: 'size',
    in: 'query',
    type: 'array',
    items: { type: 'integer', enum: [1, 2] },
  });
  expect(dropdownOf(connector, input)?.map(({ value }) => value)).toEqual([1, 2]);
});
