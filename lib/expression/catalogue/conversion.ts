// From one kind of value to another, described.
import { describeFunctions } from './entry';

const hello = { '$content-type': 'application/octet-stream', $content: 'aGVsbG8=' };

export const conversionFunctions = describeFunctions('conversion', {
  array: {
    signatures: ['(item: any) => array'],
    doc: 'An array with one item.',
    examples: [["array('hello')", ['hello']]],
  },
  base64: {
    signatures: ['(text: string) => string'],
    doc: 'A text in Base64.',
    examples: [["base64('hello')", 'aGVsbG8=']],
  },
  encodeBase64: {
    signatures: ['(text: string) => string'],
    doc: 'The same as base64().',
    examples: [["encodeBase64('hello')", 'aGVsbG8=']],
  },
  base64ToString: {
    signatures: ['(base64: string) => string'],
    doc: 'The text of a Base64 text.',
    examples: [["base64ToString('aGVsbG8=')", 'hello']],
  },
  decodeBase64: {
    signatures: ['(base64: string) => string'],
    doc: 'The same as base64ToString().',
    examples: [["decodeBase64('aGVsbG8=')", 'hello']],
  },
  base64ToBinary: {
    signatures: ['(base64: string) => object'],
    doc: 'A binary value of a Base64 text.',
    examples: [["base64ToBinary('aGVsbG8=')", hello]],
  },
  binary: {
    signatures: ['(value: any) => object'],
    doc: 'A binary value of the text of a value.',
    examples: [["binary('hello')", hello]],
  },
  bool: {
    signatures: ['(value: boolean | number | string) => boolean'],
    doc: 'True for the text true and for numbers other than zero.',
    examples: [
      ['bool(1)', true],
      ["bool('false')", false],
    ],
  },
  dataUri: {
    signatures: ['(value: any) => string'],
    doc: 'A value as a data URI.',
    examples: [["dataUri('hello')", 'data:text/plain;charset=utf-8;base64,aGVsbG8=']],
  },
  dataUriToBinary: {
    signatures: ['(uri: string) => object'],
    doc: 'The binary value of a data URI.',
    examples: [
      [
        "dataUriToBinary('data:text/plain;charset=utf-8;base64,aGVsbG8=')",
        { '$content-type': 'text/plain;charset=utf-8', $content: 'aGVsbG8=' },
      ],
    ],
  },
  decodeDataUri: {
    signatures: ['(uri: string) => object'],
    doc: 'The same as dataUriToBinary().',
    examples: [["string(decodeDataUri('data:,hello'))", 'hello']],
  },
  dataUriToString: {
    signatures: ['(uri: string) => string'],
    doc: 'The text of a data URI.',
    examples: [["dataUriToString('data:text/plain;charset=utf-8;base64,aGVsbG8=')", 'hello']],
  },
  decimal: {
    signatures: ['(value: number | string) => decimal'],
    doc: 'An exact decimal number, with the places it is written with.',
    examples: [["string(add(decimal('1.10'), decimal('2.20')))", '3.30']],
  },
  float: {
    signatures: ['(value: number | string, locale?: string) => float'],
    doc: 'A number with a fraction, from text as a locale writes it.',
    examples: [
      ["float('10,000.333')", 10000.333],
      ["float('10.000,333', 'de-DE')", 10000.333],
    ],
  },
  int: {
    signatures: ['(value: number | string, locale?: string) => integer'],
    doc: 'A whole number. Fails where there is a fraction.',
    examples: [["int('10')", 10]],
  },
  json: {
    signatures: ['(text: string | object) => any'],
    doc: 'The value that JSON text or XML stands for.',
    examples: [
      ['json(\'{"a":[1,2]}\')', { a: [1, 2] }],
      ["json(xml('<a><b>1</b></a>'))", { a: { b: '1' } }],
    ],
  },
  string: {
    signatures: ['(value: any) => string'],
    doc: 'The text of a value.',
    examples: [
      ['string(10)', '10'],
      ["string(createArray(1, 'a'))", '[1,"a"]'],
    ],
  },
});
