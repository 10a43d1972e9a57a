// Percent encoding and the parts of a URI, described.
import { describeFunctions } from './entry';

const address = 'https://www.contoso.com:8080/catalog/new.htm?date=today';

export const uriFunctions = describeFunctions('uri', {
  uriComponent: {
    signatures: ['(text: string) => string'],
    doc: 'A text as it may stand inside a URI.',
    examples: [["uriComponent('https://contoso.com')", 'https%3A%2F%2Fcontoso.com']],
  },
  encodeUriComponent: {
    signatures: ['(text: string) => string'],
    doc: 'The same as uriComponent().',
    examples: [["encodeUriComponent('Shared Documents/a.txt')", 'Shared%20Documents%2Fa.txt']],
  },
  uriComponentToString: {
    signatures: ['(text: string) => string'],
    doc: 'The text of a part of a URI.',
    examples: [["uriComponentToString('https%3A%2F%2Fcontoso.com')", 'https://contoso.com']],
  },
  decodeUriComponent: {
    signatures: ['(text: string) => string'],
    doc: 'The same as uriComponentToString().',
    examples: [["decodeUriComponent('a%20b')", 'a b']],
  },
  uriComponentToBinary: {
    signatures: ['(text: string) => object'],
    doc: 'The binary value of a part of a URI.',
    examples: [["string(uriComponentToBinary('a%20b'))", 'a b']],
  },
  uriHost: {
    signatures: ['(uri: string) => string'],
    doc: 'The host of a URI.',
    examples: [[`uriHost('${address}')`, 'www.contoso.com']],
  },
  uriPath: {
    signatures: ['(uri: string) => string'],
    doc: 'The path of a URI; / where it has none.',
    examples: [[`uriPath('${address}')`, '/catalog/new.htm']],
  },
  uriPathAndQuery: {
    signatures: ['(uri: string) => string'],
    doc: 'The path and query of a URI.',
    examples: [[`uriPathAndQuery('${address}')`, '/catalog/new.htm?date=today']],
  },
  uriPort: {
    signatures: ['(uri: string) => integer'],
    doc: 'The port of a URI; the usual one of its scheme where it names none.',
    examples: [
      [`uriPort('${address}')`, 8080],
      ["uriPort('https://contoso.com')", 443],
    ],
  },
  uriQuery: {
    signatures: ['(uri: string) => string'],
    doc: 'The query of a URI with its question mark.',
    examples: [[`uriQuery('${address}')`, '?date=today']],
  },
  uriScheme: {
    signatures: ['(uri: string) => string'],
    doc: 'The scheme of a URI.',
    examples: [[`uriScheme('${address}')`, 'https']],
  },
});
