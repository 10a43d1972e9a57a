// Functions of arrays, texts and objects as collections, described.
import { describeFunctions } from './entry';

export const collectionFunctions = describeFunctions('collection', {
  contains: {
    signatures: [
      '(text: string, part: string) => boolean',
      '(array: array, item: any) => boolean',
      '(object: object, name: string) => boolean',
    ],
    doc: 'Whether a text holds a part, an array an item, or an object a name; with regard to case.',
    examples: [
      ["contains('hello world', 'world')", true],
      ['contains(createArray(1, 2), 3)', false],
      ["contains(json('{\"a\":1}'), 'a')", true],
    ],
  },
  empty: {
    signatures: ['(whole: string | array | object | null) => boolean'],
    doc: 'Whether a text, array or object holds nothing. Null is empty.',
    examples: [
      ["empty('')", true],
      ["empty('abc')", false],
    ],
  },
  first: {
    signatures: ['(whole: string | array) => any'],
    doc: 'The first item of an array, or the first character of a text.',
    examples: [
      ["first('hello')", 'h'],
      ['first(createArray(3, 4))', 3],
    ],
  },
  last: {
    signatures: ['(whole: string | array) => any'],
    doc: 'The last item of an array, or the last character of a text.',
    examples: [
      ["last('abcd')", 'd'],
      ['last(createArray(3, 4))', 4],
    ],
  },
  take: {
    signatures: ['(whole: string | array, count: integer) => string | array'],
    doc: 'The first items of an array, or characters of a text.',
    examples: [
      ["take('abcde', 3)", 'abc'],
      ['take(createArray(0, 1, 2), 2)', [0, 1]],
    ],
  },
  skip: {
    signatures: ['(array: array, count: integer) => array'],
    doc: 'An array without its first items.',
    examples: [['skip(createArray(0, 1, 2, 3), 1)', [1, 2, 3]]],
  },
  join: {
    signatures: ['(array: array, separator: string) => string'],
    doc: 'The items of an array as one text, with a separator between them.',
    examples: [["join(createArray('a', 2, 'c'), '; ')", 'a; 2; c']],
  },
  reverse: {
    signatures: ['(array: array) => array'],
    doc: 'An array from its last item to its first.',
    examples: [['reverse(createArray(0, 1, 2))', [2, 1, 0]]],
  },
  sort: {
    signatures: ['(array: array, name?: string) => array'],
    doc: 'An array in ascending order, of its items or of one property of them.',
    examples: [
      ['sort(createArray(2, 1, 3))', [1, 2, 3]],
      ['sort(json(\'[{"n":2},{"n":1}]\'), \'n\')', [{ n: 1 }, { n: 2 }]],
    ],
  },
  union: {
    signatures: [
      '(first: array, second: array, ...more?: array) => array',
      '(first: object, second: object, ...more?: object) => object',
    ],
    doc: 'All items of several arrays, each once; or all properties of several objects, the last one deciding.',
    examples: [['union(createArray(1, 2, 3), createArray(1, 2, 10))', [1, 2, 3, 10]]],
  },
  intersection: {
    signatures: [
      '(first: array, second: array, ...more?: array) => array',
      '(first: object, second: object, ...more?: object) => object',
    ],
    doc: 'What several arrays or objects have in common.',
    examples: [['intersection(createArray(1, 2, 3), createArray(101, 2, 1))', [1, 2]]],
  },
  createArray: {
    signatures: ['(...items: any) => array'],
    doc: 'An array of the values given.',
    examples: [["createArray('h', 1, null)", ['h', 1, null]]],
  },
  range: {
    signatures: ['(start: integer, count: integer) => array'],
    doc: 'Whole numbers that follow each other, up to 100,000 of them.',
    examples: [['range(1, 4)', [1, 2, 3, 4]]],
  },
});
