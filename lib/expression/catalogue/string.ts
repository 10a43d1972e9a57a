// Text functions, described.
import { describeFunctions } from './entry';

export const stringFunctions = describeFunctions('string', {
  concat: {
    signatures: ['(...values: any) => string'],
    doc: 'Joins values into one text.',
    examples: [
      ["concat('Invoice ', 7)", 'Invoice 7'],
      ["concat('a', null, true)", 'aTrue'],
    ],
  },
  substring: {
    signatures: ['(text: string, start: integer, length?: integer) => string'],
    doc: 'The part of a text from a place on, counted from 0. Fails where it reaches past the end.',
    examples: [
      ["substring('hello world', 6, 5)", 'world'],
      ["substring('hello', 3)", 'lo'],
    ],
  },
  slice: {
    signatures: ['(text: string, start: integer, end?: integer) => string'],
    doc: 'The part of a text between two places; places below zero count from the end. Never fails.',
    examples: [
      ["slice('Hello World', -5)", 'World'],
      ["slice('Hello World', 3, -1)", 'lo Worl'],
    ],
  },
  replace: {
    signatures: ['(text: string, old: string, new: string) => string'],
    doc: 'Replaces every occurrence of a text, with regard to case.',
    examples: [["replace('the old string', 'old', 'new')", 'the new string']],
  },
  guid: {
    signatures: ['(format?: string) => string'],
    doc: 'A new identifier. Formats: D with hyphens, N digits only, B in braces, P in brackets, X in hexadecimal.',
    examples: [
      ['length(guid())', 36],
      ["length(guid('N'))", 32],
    ],
  },
  toLower: {
    signatures: ['(text: string) => string'],
    doc: 'The text in lower case.',
    examples: [["toLower('Hello World')", 'hello world']],
  },
  toUpper: {
    signatures: ['(text: string) => string'],
    doc: 'The text in upper case.',
    examples: [["toUpper('Hello World')", 'HELLO WORLD']],
  },
  indexOf: {
    signatures: ['(text: string, wanted: string) => integer'],
    doc: 'Where a text first occurs in another, counted from 0, without regard to case; -1 where it does not.',
    examples: [
      ["indexOf('hello WORLD', 'world')", 6],
      ["indexOf('hello', 'x')", -1],
    ],
  },
  lastIndexOf: {
    signatures: ['(text: string, wanted: string) => integer'],
    doc: 'Where a text last occurs in another, counted from 0, without regard to case; -1 where it does not.',
    examples: [["lastIndexOf('hello world hello world', 'world')", 18]],
  },
  nthIndexOf: {
    signatures: ['(text: string, wanted: string, count: integer) => integer'],
    doc: 'Where a text occurs for the nth time; a count below zero begins at the end.',
    examples: [
      ["nthIndexOf('123456123', '1', 2)", 6],
      ["nthIndexOf('123456123', '1', -2)", 0],
    ],
  },
  startsWith: {
    signatures: ['(text: string, start: string) => boolean'],
    doc: 'Whether a text begins with another, without regard to case.',
    examples: [["startsWith('hello world', 'HELLO')", true]],
  },
  endsWith: {
    signatures: ['(text: string, end: string) => boolean'],
    doc: 'Whether a text ends with another, without regard to case.',
    examples: [["endsWith('hello world', 'World')", true]],
  },
  split: {
    signatures: ['(text: string, separator: string) => array'],
    doc: 'The parts of a text between separators.',
    examples: [["split('a,b,,c', ',')", ['a', 'b', '', 'c']]],
  },
  trim: {
    signatures: ['(text: string) => string'],
    doc: 'The text without white space at its ends.',
    examples: [["trim('  Hello World  ')", 'Hello World']],
  },
  length: {
    signatures: ['(whole: string | array) => integer'],
    doc: 'How many characters a text has, or items an array.',
    examples: [
      ["length('abcd')", 4],
      ['length(createArray(0, 1, 2))', 3],
    ],
  },
  chunk: {
    signatures: ['(whole: string | array, size: integer) => array'],
    doc: 'Cuts a text or an array into parts of a size.',
    examples: [
      ["chunk('abcdefghij', 4)", ['abcd', 'efgh', 'ij']],
      ['chunk(createArray(1, 2, 3), 2)', [[1, 2], [3]]],
    ],
  },
  formatNumber: {
    signatures: ['(number: number, format: string, locale?: string) => string'],
    doc: 'A number as text by a .NET number format.',
    examples: [
      ["formatNumber(1234567890, '0,0.00')", '1,234,567,890.00'],
      ["formatNumber(17.35, 'C2', 'en-US')", '$17.35'],
    ],
  },
  isInt: {
    signatures: ['(text: string) => boolean'],
    doc: 'Whether a text is a whole number.',
    examples: [
      ["isInt('10')", true],
      ["isInt('10.5')", false],
    ],
  },
  isFloat: {
    signatures: ['(text: string, locale?: string) => boolean'],
    doc: 'Whether a text is a number as a locale writes it.',
    examples: [
      ["isFloat('10,000.00')", true],
      ["isFloat('abc')", false],
    ],
  },
});
