// Rows of a dropdown beside what the definition has, and inputs that get another type.
import { describe, expect, test } from 'vitest';
import { rowsOf, toOptions } from '@/components/connector/definition/dropdown-rows';
import { changeType } from '@/components/connector/definition/parameter-form';
import type { InputField } from '@/lib/connector/model';

const options = [
  { value: 1, label: 'Open' },
  { value: 2, label: '2' },
];
const rows = [
  { id: 4, value: '1', label: 'Open' },
  { id: 7, value: '2', label: '' },
  { id: 8, value: '', label: '' },
];

describe('The rows of a dropdown', () => {
  test('stay as typed while they say what the definition has, a row that is not finished among them', () => {
    expect(toOptions(rows, 'integer')).toEqual(options);
    expect(rowsOf(options, { type: 'integer', rows })).toBe(rows);
  });

  test('follow the definition after Undo', () => {
    expect(rowsOf(options.slice(0, 1), { type: 'integer', rows })).toEqual([
      { id: 0, value: '1', label: 'Open' },
    ]);
    expect(rowsOf(undefined, { type: 'integer', rows })).toEqual([]);
  });

  test('keep a text that is no value of the type, for the checker to tell', () => {
    expect(toOptions([{ id: 0, value: 'many', label: '' }], 'integer')).toEqual([
      { value: 'many', label: 'many' },
    ]);
  });
});

describe('Another type', () => {
  const input = (change: Partial<InputField>) => ({ ...change }) as InputField;

  test.each([
    ['string', 5, '5'],
    ['integer', '5', 5],
    ['number', '1.5', 1.5],
    ['boolean', 'true', true],
    ['array', '["a"]', ['a']],
  ] as const)('to %s takes the default %j along as %j', (type, value, want) => {
    expect(changeType(input({ default: value as never }), type)).toEqual({ type, default: want });
  });

  test('leaves a default that does not fit as it is', () => {
    expect(changeType(input({ default: 'soon' }), 'integer')).toEqual({ type: 'integer' });
  });

  test('takes the values of the dropdown along', () => {
    expect(changeType(input({ options: [{ value: '1', label: 'Open' }] }), 'integer')).toEqual({
      type: 'integer',
      options: [{ value: 1, label: 'Open' }],
    });
  });
});
