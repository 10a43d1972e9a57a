// Conditions: the object form of an If <-> rows.
import { describe, expect, it } from 'vitest';
import {
  conditionOperators,
  listEmptyOperands,
  operandPath,
  readCondition,
  spellConditionPath,
  toCondition,
} from '@/lib/flow/condition';
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

describe('places in a condition', () => {
  const expression = {
    AND: [{ equals: ['', 1] }, { Or: [{ Not: { Contains: ['', 'x'] } }, { greaterorequals: [1, 2] }] }],
  };

  it('are named for each side of a row, also of nested ones', () => {
    expect(listEmptyOperands(expression).map(({ path }) => path.join('/'))).toEqual([
      'and/0/equals/0',
      'and/1/or/0/not/contains/0',
    ]);
    expect(listEmptyOperands({ equals: ['', 1] })).toEqual([{ path: ['equals', '0'] }]);
    expect(listEmptyOperands({})).toEqual([{ path: [] }]);
    expect(listEmptyOperands('@true')).toEqual([]);
  });

  it('are spelled one way whatever the document does', () => {
    expect(spellConditionPath(['expression', 'AND', '1', 'Or', '1', 'greaterorequals', '0'])).toEqual([
      'expression',
      'and',
      '1',
      'or',
      '1',
      'greaterOrEquals',
      '0',
    ]);
    expect(operandPath({ left: 1, operator: 'not contains', right: 2 }, 1)).toEqual(['not', 'contains', '1']);
  });
});
