// Comparison and choice, described.
import { describeFunctions } from './entry';

export const logicalFunctions = describeFunctions('logical', {
  and: {
    signatures: ['(...conditions: boolean) => boolean'],
    doc: 'True where all conditions are. Stops at the first that is not.',
    examples: [
      ['and(true, equals(1, 1))', true],
      ['and(false, unknown())', false],
    ],
  },
  or: {
    signatures: ['(...conditions: boolean) => boolean'],
    doc: 'True where any condition is. Stops at the first that is.',
    examples: [['or(false, equals(1, 1))', true]],
  },
  not: {
    signatures: ['(condition: boolean) => boolean'],
    doc: 'True for false, false for true.',
    examples: [['not(false)', true]],
  },
  if: {
    signatures: ['(condition: boolean, then: any, else: any) => any'],
    doc: 'The second value where the condition is true, else the third. The other is not worked out.',
    examples: [["if(equals(1, 1), 'yes', 'no')", 'yes']],
  },
  equals: {
    signatures: ['(first: any, second: any) => boolean'],
    doc: 'Whether two values are the same. Numbers are compared by value, text with regard to case.',
    examples: [
      ["equals('abc', 'abc')", true],
      ["equals(1, '1')", false],
    ],
  },
  strongEquals: {
    signatures: ['(first: any, second: any) => boolean'],
    doc: 'Whether two values are the same and of the same type.',
    examples: [['strongEquals(1, 1.0)', false]],
  },
  greater: {
    signatures: ['(value: number | string, other: number | string) => boolean'],
    doc: 'Whether the first number or text comes after the second.',
    examples: [['greater(10, 5)', true]],
  },
  greaterOrEquals: {
    signatures: ['(value: number | string, other: number | string) => boolean'],
    doc: 'Whether the first number or text comes after the second or is the same.',
    examples: [['greaterOrEquals(5, 5)', true]],
  },
  less: {
    signatures: ['(value: number | string, other: number | string) => boolean'],
    doc: 'Whether the first number or text comes before the second.',
    examples: [["less('apple', 'banana')", true]],
  },
  lessOrEquals: {
    signatures: ['(value: number | string, other: number | string) => boolean'],
    doc: 'Whether the first number or text comes before the second or is the same.',
    examples: [['lessOrEquals(10, 10)', true]],
  },
});
