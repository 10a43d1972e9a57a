// A field of a form in OpenAPI 3.x is a property of the form's schema, but "Is required" was written into the property
// itself (`required: true`, which is no schema), so the field stayed optional. Removing a required field left its name
// in the list of required ones.
import { describe, expect, it } from 'vitest';
import { countUses, removeInput, setInput } from '@/lib/connector/edit/input';
import { listInputs } from '@/lib/connector/inputs';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';
import { atPointer } from '@/lib/json-pointer';

const form = '/paths/~1f/post/requestBody/content/application~1x-www-form-urlencoded/schema';
const document: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Forms', version: '1' },
  servers: [{ url: 'https://forms.example.test' }],
  components: { schemas: { Colour: { type: 'string', description: 'A colour' } } },
  paths: {
    '/f': {
      post: {
        operationId: 'Send',
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string' },
                  colour: { $ref: '#/components/schemas/Colour' },
                },
              },
            },
          },
        },
        responses: { 200: { description: 'ok' } },
      },
    },
  },
};

function open(from: JsonObject, key: string) {
  const { connector } = readConnector(from);
  const operation = connector?.operations[0];
  const input = connector && operation && listInputs(connector, operation).find((item) => item.key === key);
  if (!connector || !operation || !input) throw new Error(`no input ${key}`);
  return { connector, operation, input };
}

describe('a field of a form in OpenAPI 3.x', () => {
  it.each(['name', 'colour'])('%s becomes required and optional again', (key) => {
    const set = (from: JsonObject, required: boolean) =>
      applyChanges(from, setInput({ ...open(from, key), change: { required } }));
    const on = set(document, true);
    expect(open(on, key).input.required).toBe(true);
    expect(atPointer(on, `${form}/required`)).toContain(key);
    const off = set(on, false);
    expect(open(off, key).input.required).toBe(false);
    expect(atPointer(off, `${form}/properties`)).toEqual(atPointer(document, `${form}/properties`));
  });

  it('goes from the list of required ones when it is removed', () => {
    const left = applyChanges(document, removeInput(open(document, 'name')));
    expect(Object.keys(atPointer(left, `${form}/properties`) ?? {})).toEqual(['colour']);
    expect(atPointer(left, `${form}/required`)).toBeUndefined();
  });

  it('is edited as a copy where it refers to a shared schema', () => {
    const change = { summary: 'Paint', default: 'red' };
    const next = applyChanges(document, setInput({ ...open(document, 'colour'), change }));
    expect(open(next, 'colour').input).toMatchObject({ label: 'Paint', default: 'red', type: 'string' });
    expect(atPointer(next, '/components')).toEqual(document.components);
    const { connector, input } = open(document, 'colour');
    expect(countUses(connector, input)).toBe(1);
  });
});
