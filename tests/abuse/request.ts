// Hostile parameters against the requests that connectors build (abuse-cases.json, category request).
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { buildRequest } from '@/lib/connector/build-request';
import { escapeName } from '@/lib/connector/request/multipart';
import { wellFormed } from '@/lib/connector/request/scalar';
import type { Value } from '@/lib/expression/value';
import { isForbiddenHeader, isHeaderName, isMethodAllowed } from '@/lib/http-rules';
import type { JsonObject } from '@/lib/json';
import { parseJsonText, toJsonText } from '@/lib/json-text';
import { type OneOperation, oneOperation } from '../lib/connector/one-operation';

type Built = ReturnType<typeof buildRequest>;

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

function build(operation: OneOperation, parameters: Record<string, Value>): Built {
  return buildRequest({ ...oneOperation(operation), parameters });
}

const idInPath: OneOperation = {
  path: '/items/{id}/details',
  parameters: [{ name: 'id', in: 'path', required: true, type: 'string' }],
};
const queryQ: OneOperation = { parameters: [{ name: 'q', in: 'query', type: 'string' }] };
const headerH: OneOperation = { parameters: [{ name: 'X-Tag', in: 'header', type: 'string' }] };

function refuses(operation: OneOperation, parameters: Record<string, Value>, code: string): void {
  const built = build(operation, parameters);
  check(
    !built.ok && built.code === code,
    `wanted ${code} for ${toJsonText(parameters)}, got ${JSON.stringify(built)}`,
  );
}

function segmentOf(id: Value, encoding?: string): string {
  const parameter: JsonObject = { name: 'id', in: 'path', required: true, type: 'string' };
  if (encoding) parameter['x-ms-url-encoding'] = encoding;
  const built = build({ ...idInPath, parameters: [parameter] }, { id });
  if (!built.ok) throw new Error(built.message);
  const url = new URL(built.request.url);
  const [, base, items, segment, details, ...more] = url.pathname.split('/');
  const shape = base === 'v1' && items === 'items' && details === 'details' && more.length === 0;
  check(
    shape && url.origin === 'https://api.example.test' && url.search === '' && url.hash === '',
    `escaped to ${url.href}`,
  );
  return segment ?? '';
}

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const hostileText = fc.oneof(
  anyText,
  fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '../',
    '..\\..',
    '?a=1',
    '#f',
    '@evil',
    ':80',
    '//evil.test',
    '\u2028',
    '%',
    '%zz',
    'a/b',
    '\t.',
    'x/../../../admin',
  ),
);

const templates = Array.from(
  { length: 20 },
  (_, index) =>
    `/${'s'.repeat(1 + (index % 3))}/{a}${index % 2 ? '/x' : ''}/{b}${index % 5 ? '' : '/{a}-{b}'}`,
);

export const handlers: Record<string, () => void | Promise<void>> = {
  'request-001': () => refuses(idInPath, { id: '..' }, 'PathValueDots'),
  'request-002': () => refuses(idInPath, { id: '.' }, 'PathValueDots'),
  'request-003': () => {
    check(segmentOf('%2e%2e') === '%252e%252e', 'not encoded again');
    for (const id of ['%2e%2e', '..%2f', '%2E%2E%2F', '%252e']) {
      check(decodeURIComponent(segmentOf(id)) === id, `${id} does not come back by one decode`);
    }
  },
  'request-004': () => {
    check(segmentOf('..\\..') === '..%5C..', 'backslashes are not encoded');
    check(segmentOf('\\') === '%5C', 'a backslash is not encoded');
  },
  'request-005': () => {
    check(segmentOf('a/b') === 'a%2Fb', 'single encoding is wrong');
    check(segmentOf('a/b', 'double') === 'a%252Fb', 'double encoding is wrong');
  },
  'request-006': () => refuses(idInPath, { id: '' }, 'PathValueEmpty'),
  'request-007': () => {
    for (const id of ['?x=1', '#f', ';v=1', '@evil', ':80'])
      check(decodeURIComponent(segmentOf(id)) === id, id);
  },
  'request-009': () => {
    check(
      segmentOf(5) === '5' &&
        segmentOf(true) === 'true' &&
        segmentOf(9007199254740993n) === '9007199254740993',
      'scalars',
    );
    refuses(idInPath, { id: {} }, 'ParameterTypeInvalid');
    refuses(idInPath, { id: [{}] }, 'ParameterTypeInvalid');
    refuses(idInPath, { id: Number.NaN }, 'ParameterTypeInvalid');
    refuses(idInPath, { id: null }, 'ParameterMissing');
  },
  'request-010': () => check(segmentOf('x/../../../admin') === 'x%2F..%2F..%2F..%2Fadmin', 'not encoded'),
  'request-011': async () => {
    const roundTrip = (q: string): void => {
      const built = build(queryQ, { q });
      check(built.ok && new URL(built.request.url).searchParams.get('q') === q, `lost ${JSON.stringify(q)}`);
    };
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), roundTrip), { numRuns: 5_000 });
    const hard = '& = + # % 💥 ü \\ " \' < > ; , / ? ';
    check((await echoQuery(hard)) === hard, 'a real server reads something else');
    check((await echoQuery('a\ud800b')) === 'a\ufffdb', 'a lone surrogate is not replaced');
  },
  'request-013': () => {
    const built = build(
      { parameters: [{ name: '__proto__', in: 'query', type: 'string' }] },
      JSON.parse('{"__proto__":"x"}'),
    );
    check(built.ok && built.request.url.endsWith('?__proto__=x'), 'the key is not sent literally');
    check(!('x' in {}), 'pollution');
  },
  'request-014': () => refuses(headerH, { 'X-Tag': 'a\r\nX-Evil: 1' }, 'HeaderValueInvalid'),
  'request-015': () => {
    for (const value of ['a\0', 'a\u007f', '\u0100', '💥', ' a', 'a ', '\ta']) {
      refuses(headerH, { 'X-Tag': value }, 'HeaderValueInvalid');
    }
  },
  'request-016': () => {
    const names = [
      'Host',
      'Content-Length',
      'Connection',
      'Transfer-Encoding',
      'TE',
      'Trailer',
      'Upgrade',
      'Expect',
      'Keep-Alive',
      'Proxy-Authorization',
      'proxy-x',
      'Cookie',
    ];
    for (const name of names) {
      refuses({ parameters: [{ name, in: 'header', type: 'string' }] }, { [name]: 'x' }, 'HeaderForbidden');
      check(isForbiddenHeader(name), name);
    }
  },
  'request-017': () => {
    for (const name of ['x-a: b\r\n', 'x a', '', 'ü', 'x\0'])
      check(!isHeaderName(name), JSON.stringify(name));
    refuses(
      { parameters: [{ name: 'x-a: b\r\n', in: 'header', type: 'string' }] },
      { 'x-a: b\r\n': 'x' },
      'HeaderNameInvalid',
    );
  },
  'request-018': () => {
    for (const method of ['CONNECT', 'TRACE', 'get', 'GET / HTTP/1.1\r\nX:']) {
      check(!isMethodAllowed(method), method);
      const { connector, operation } = oneOperation({});
      const built = buildRequest({ connector, operation: { ...operation, method }, parameters: {} });
      check(!built.ok && built.code === 'MethodNotAllowed', method);
    }
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])
      check(isMethodAllowed(method), method);
  },
  'request-019': () => {
    const root = {
      securityDefinitions: {
        o: {
          type: 'oauth2',
          flow: 'accessCode',
          authorizationUrl: 'https://a.test',
          tokenUrl: 'https://a.test',
        },
      },
    };
    const parameters = [{ name: 'Authorization', in: 'header', type: 'string' }];
    refuses({ parameters, root }, { Authorization: 'Bearer stolen' }, 'OwnedByConnection');
  },
  'request-022': () => {
    const parameters = [{ name: 'file', in: 'formData', type: 'file' }];
    const built = build(
      { method: 'post', parameters },
      { file: 'text', 'file/$filename': 'a"\r\nX-Evil: 1\r\n\r\nb' },
    );
    check(
      built.ok && built.request.body?.kind === 'text' && !built.request.body.text.includes('\r\nX-Evil'),
      'the file name is not escaped',
    );
    check(escapeName('"\r\n') === '%22%0D%0A', 'escape');
  },
  'request-023': () => {
    const parsed = parseJsonText('{"a":1,"__proto__":{"admin":true},"constructor":{"prototype":1}}');
    check(parsed.ok, 'the body does not parse');
    const parameters = [{ name: 'body', in: 'body', schema: { type: 'object' } }];
    const built = build({ method: 'post', parameters }, parsed.ok ? { body: parsed.value } : {});
    const text = built.ok && built.request.body?.kind === 'text' ? built.request.body.text : '';
    check(text === '{"a":1,"__proto__":{"admin":true},"constructor":{"prototype":1}}', `sent ${text}`);
    const flattened = build({ method: 'post', parameters }, JSON.parse('{"body/__proto__/admin":true}'));
    check(
      flattened.ok &&
        flattened.request.body?.kind === 'text' &&
        flattened.request.body.text === '{"__proto__":{"admin":true}}',
      'flattened',
    );
    check(!('admin' in {}), 'pollution');
  },
  'request-024': () => {
    const parameters = [{ name: 'body', in: 'body', schema: { type: 'object' } }];
    refuses(
      { method: 'post', parameters },
      { body: { text: 'x'.repeat(10 * 1024 * 1024) } },
      'RequestTooLarge',
    );
    refuses({ method: 'post', parameters }, { 'body/text': 'ü'.repeat(6 * 1024 * 1024) }, 'RequestTooLarge');
  },
  'request-025': () => {
    // @ts-expect-error a function is no value
    const impossible: Value = () => 1;
    // @ts-expect-error undefined is no value
    const absent: Value = undefined;
    check(
      typeof impossible === 'function' && absent === undefined,
      'the closed type keeps these out at compile time',
    );
  },
  'request-030': () => {
    const operations = templates.map((path) => ({
      path,
      ...oneOperation({
        path,
        parameters: ['a', 'b'].map((name) => ({ name, in: 'path', required: true, type: 'string' })),
      }),
    }));
    const property = fc.property(fc.nat(operations.length - 1), hostileText, hostileText, (index, a, b) => {
      const chosen = operations[index];
      if (!chosen) return;
      const built = buildRequest({
        connector: chosen.connector,
        operation: chosen.operation,
        parameters: { a, b },
      });
      if (!built.ok) {
        check(
          ['PathValueDots', 'PathValueEmpty'].includes(built.code),
          `${built.code} for ${JSON.stringify([a, b])}`,
        );
        return;
      }
      const url = new URL(built.request.url);
      check(url.origin === 'https://api.example.test' && url.pathname.startsWith('/v1/'), url.href);
      check(url.pathname.split('/').length === `/v1${chosen.path}`.split('/').length, url.href);
      const [, , , first] = url.pathname.split('/');
      check(
        decodeURIComponent(first ?? '') === wellFormed(a),
        `the server decodes another value than ${JSON.stringify(a)}`,
      );
    });
    fc.assert(property, { numRuns: 10_000 });
  },
};

/** Sends a query through a real server on loopback and gives what it decoded. */
async function echoQuery(q: string): Promise<string | null> {
  const server = createServer((request, response) => {
    response.end(JSON.stringify(new URL(request.url ?? '', 'http://x').searchParams.get('q')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const built = buildRequest({
    ...oneOperation(queryQ),
    parameters: { q },
    baseUrl: `http://127.0.0.1:${port}`,
  });
  try {
    if (!built.ok) throw new Error(built.message);
    const response = await fetch(built.request.url);
    return (await response.json()) as string | null;
  } finally {
    server.close();
  }
}
