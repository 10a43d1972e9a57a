// Percent encoding, and the parts of an absolute URI.
import { binaryType, textContent } from '../content';
import { fail, quote } from '../expression-error';
import { escapePercent, unescapePercent } from '../percent';
import { checkLength, textAt } from './arguments';
import { type FunctionGroup, type FunctionImplementation, values } from './implementation';

const encode = values((given) => {
  const text = textAt(given, 0);
  checkLength(text.length * 3);
  return escapePercent(text);
});
const decode = values((given) => unescapePercent(textAt(given, 0)));

function part(read: (url: URL, text: string) => string | number): FunctionImplementation {
  return values((given) => {
    const text = textAt(given, 0);
    if (!/^\s*[A-Za-z][A-Za-z0-9+.-]*:/.test(text) || !URL.canParse(text)) {
      return fail('EXPR1405', `${quote(text)} is not an absolute URI, such as https://example.com/a.`);
    }
    return read(new URL(text), text);
  });
}

const defaultPorts: Record<string, number> = {
  'http:': 80,
  'https:': 443,
  'ftp:': 21,
  'ws:': 80,
  'wss:': 443,
};

export const uriImplementations: FunctionGroup = {
  uriComponent: encode,
  encodeUriComponent: encode,
  uriComponentToString: decode,
  decodeUriComponent: decode,
  uriComponentToBinary: values((given) => textContent(binaryType, unescapePercent(textAt(given, 0)))),
  uriHost: part((url) => url.hostname),
  uriPath: part((url) => url.pathname || '/'),
  uriPathAndQuery: part((url) => (url.pathname || '/') + url.search),
  uriPort: part((url) => (url.port === '' ? (defaultPorts[url.protocol] ?? -1) : Number(url.port))),
  uriQuery: part((url) => url.search),
  uriScheme: part((url) => url.protocol.slice(0, -1)),
};
