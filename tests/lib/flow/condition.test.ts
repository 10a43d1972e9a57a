// Conditions: the object form of an If <-> rows.
import { describe, expect, it } from 'vitest';
import { conditionOperators, readCondition, toCondition } from '@/lib/flow/condition';
import type { JsonValue } from '@/lib/json';

describe('the rows of a condition', () => {
  it.each<[string, JsonValue]>([
    ['one comparison without a group', { equals: ['@x()', 1] }],
    ['a group', { and: [{ equals: ['@x()', 1] }, { not: { contains: ['@y()', 'a'] } }] }],
    ['a group in a group', { or: [{ and: [{ less: [1, 2] }] }, { greaterOrEquals: [1, 2] }] }],
    ['not without a group', { not: { equals: ['@x()', 'N/A'] } }],
    ['an empty group', { and: [] }],
  ])('of %s are written back as they were', (_, expression) => {
    const group = readCondition(expression);
    expect(group && toCondition(group)).toEqual(expression);
  });

  it.each<[string, JsonValue]>([
    ['text', '@equals(1, 2)'],
    ['another function', { startswithish: [1, 2] }],
    ['three values', { equals: [1, 2, 3] }],
    ['not around a group', { not: { and: [] } }],
  ])('cannot show %s', (_, expression) => {
    expect(readCondition(expression)).toBeUndefined();
  });

  it('are none where there is no condition yet', () => {
    expect(readCondition(undefined)).toEqual({ join: 'and', rows: [] });
    expect(readCondition({})).toEqual({ join: 'and', rows: [] });
  });

  it('know every operator both ways', () => {
    for (const { value } of conditionOperators) {
      const written = toCondition({ join: 'and', rows: [{ left: 'a', operator: value, right: 'b' }] });
      expect(readCondition(written)?.rows).toEqual([{ left: 'a', operator: value, right: 'b' }]);
    }
  });
});
