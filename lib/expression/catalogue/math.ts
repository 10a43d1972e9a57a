// Arithmetic, described.
import { describeFunctions } from './entry';

export const mathFunctions = describeFunctions('math', {
  add: {
    signatures: ['(first: number, second: number) => number'],
    doc: 'The sum of two numbers.',
    examples: [['add(1, 1.5)', 2.5]],
  },
  sub: {
    signatures: ['(first: number, second: number) => number'],
    doc: 'The first number less the second.',
    examples: [['sub(10, 4)', 6]],
  },
  mul: {
    signatures: ['(first: number, second: number) => number'],
    doc: 'The product of two numbers.',
    examples: [['mul(1.5, 3)', 4.5]],
  },
  div: {
    signatures: ['(first: number, second: number) => number'],
    doc: 'The first number divided by the second; whole numbers give a whole number.',
    examples: [
      ['div(11, 5)', 2],
      ['div(11, 5.0)', 2.2],
    ],
  },
  mod: {
    signatures: ['(first: number, second: number) => number'],
    doc: 'What is left after a division, with the sign of the first number.',
    examples: [
      ['mod(3, 2)', 1],
      ['mod(-5, 2)', -1],
    ],
  },
  max: {
    signatures: ['(numbers: array) => number', '(...numbers: number) => number'],
    doc: 'The greatest number.',
    examples: [
      ['max(1, 2, 3)', 3],
      ['max(createArray(1, 2))', 2],
    ],
  },
  min: {
    signatures: ['(numbers: array) => number', '(...numbers: number) => number'],
    doc: 'The least number.',
    examples: [['min(createArray(3, 1.5, 2))', 1.5]],
  },
  rand: {
    signatures: ['(least: integer, end: integer) => integer'],
    doc: 'A random whole number from the first on, below the second.',
    examples: [['rand(4, 5)', 4]],
  },
});
