// Rows of names and values, rows of a list, and moments as people here read them.
import { describe, expect, it } from 'vitest';
import { readRows, toObject, toRows, whyNotStored } from '@/components/designer/fields/key-values';
import { emptyItem, itemSummary, movedItem } from '@/components/designer/fields/list-items';
import { localTime, toIsoMoment } from '@/components/designer/fields/local-time';
import { previewOf, usualChoice } from '@/components/designer/token/list-previews';

describe('names and values', () => {
  it('keep the kinds of their values', () => {
    const object = { a: 'text', b: 5, c: { d: true } };
    expect(toObject(toRows(object))).toEqual(object);
    expect(toRows('not an object')).toEqual([]);
    expect(toObject([])).toBeUndefined();
  });

  it('say what of them an object cannot hold, and are read back whole', () => {
    const row = (name: string, value: string, id = 0) => ({ id, name, value });
    expect(whyNotStored([row('a', '1'), row('b', '2')])).toBeUndefined();
    expect(whyNotStored([row('a', '1'), row('a', '2')])).toContain('Two rows are called “a”');
    expect(whyNotStored([row('', '1')])).toContain('no name');
    expect(whyNotStored([row('', '')])).toBeUndefined();
    const rows = [row('a', '1', 0), row('a', '2', 1), row('', '3', 2)];
    expect(readRows(JSON.stringify(rows))).toEqual(rows);
    expect([readRows(undefined), readRows('{'), readRows('{}')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('items of a list', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 1, ['a', 'b', 'c']],
  ])('move from %i to %i', (from, to, expected) => {
    expect(movedItem(['a', 'b', 'c'], from, to)).toEqual(expected);
  });

  it('begin empty by their type', () => {
    expect([emptyItem('string'), emptyItem('object'), emptyItem('array')]).toEqual(['', {}, []]);
  });

  it.each([
    ['red', 'red'],
    [{ a: '', b: 5 }, '5'],
    [{}, ''],
    [[1, 2], '2 items'],
    [["@outputs('A')"], '1 item'],
  ])('%j is called %j', (item, expected) => {
    expect(itemSummary(item)).toBe(expected);
  });
});

describe('moments', () => {
  it('are told in the zone of a person', () => {
    expect(localTime('2026-01-31T08:00:00Z', 'Asia/Tokyo')).toMatch(/31.*(17:00|05:00)/);
    expect(localTime('2026-01-31T08:00:00')).toBeUndefined();
    expect(localTime('2026-13-31T08:00:00Z')).toBeUndefined();
    expect(localTime('@{utcNow()}Z')).toBeUndefined();
  });

  it('are stored as they are everywhere', () => {
    expect(Date.parse(toIsoMoment('2026-01-31T09:00'))).toBe(new Date('2026-01-31T09:00').getTime());
    expect(toIsoMoment('2026-01-31T09:00')).toMatch(/^2026-01-3\dT\d\d:\d\d:00Z$/);
  });
});

describe('previews of the choices for a list', () => {
  const last = { list: [1, 2, 3], first: '1' };
  it.each([
    ['each', 'repeats this step 3 times'],
    ['first', '1'],
    ['joined', '1, 2, 3'],
    ['count', '3'],
    ['whole', 'list of 3'],
  ] as const)('%s would give %s', (choice, text) => {
    expect(previewOf(choice, last)).toBe(text);
    expect(previewOf(choice, { list: undefined, first: undefined })).toBeUndefined();
  });

  it('take the first where there was only one', () => {
    expect([usualChoice({ list: [1] }), usualChoice(last), usualChoice({ list: undefined })]).toEqual([
      'first',
      'each',
      'each',
    ]);
  });
});
