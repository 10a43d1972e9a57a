// From parameter values to the request that is sent.
import { describe, expect, it } from 'vitest';
import { buildRequest } from '@/lib/connector/build-request';
import { Double, type Value } from '@/lib/expression/value';
import type { JsonObject } from '@/lib/json';
import { type OneOperation, oneOperation } from './one-operation';

function build(operation: OneOperation, parameters: Record<string, Value> = {}, baseUrl?: string) {
  const input = { ...oneOperation(operation), parameters };
  return buildRequest(baseUrl === undefined ? input : { ...input, baseUrl });
}

function request(operation: OneOperation, parameters: Record<string, Value> = {}, baseUrl?: string) {
  const built = build(operation, parameters, baseUrl);
  if (!built.ok) throw new Error(`${built.code}: ${built.message}`);
  return built.request;
}

const query = (more: JsonObject): OneOperation => ({ parameters: [{ name: 'q', in: 'query', ...more }] });
const body = (schema: JsonObject, more: OneOperation = {}): OneOperation => ({
  method: 'post',
  parameters: [{ name: 'body', in: 'body', schema }],
  ...more,
});

describe('the address of a request', () => {
  const bases: [string | undefined, string][] = [
    [undefined, 'https://api.example.test/v1/items'],
    ['http://127.0.0.1:5080', 'http://127.0.0.1:5080/v1/items'],
    ['http://127.0.0.1:5080/', 'http://127.0.0.1:5080/v1/items'],
    ['https://other.test/base/', 'https://other.test/base/items'],
  ];
  it.each(bases)('with base %s is %s', (base, want) => {
    expect(request({}, {}, base).url).toBe(want);
  });

  it.each(['ftp://x.test', 'http://user:pw@x.test', 'nonsense', ''])('refuses the base %j', (base) => {
    expect(build({}, {}, base)).toMatchObject({ ok: false, code: 'HostInvalid' });
  });

  it.each(['', 'a/b', 'good.test@evil.test', 'a b', '{tenant}.test', 'a.test?x', '-a.test'])(
    'refuses the host %j',
    (host) => {
      expect(build({ root: { host } })).toMatchObject({ ok: false, code: 'HostInvalid' });
    },
  );

  const templates: [string, string][] = [
    ['/a b/{x}', '/v1/a%20b/1'],
    ['/a/', '/v1/a/'],
    ['//a', '/v1//a'],
    ["/Users('{x}')", "/v1/Users('1')"],
    ['/a?fixed=1', '/v1/a?fixed=1'],
    ['/a#part', '/v1/a'],
    ['a', '/v1/a'],
    ['/.\t./a', '/v1/.%09./a'],
    ['/a\\..\\b', '/v1/a%5C..%5Cb'],
  ];
  it.each(templates)('fills the path %s', (path, want) => {
    const parameters = [{ name: 'x', in: 'path', required: true, type: 'string' }];
    expect(
      request({ path, parameters: path.includes('{') ? parameters : [] }, path.includes('{') ? { x: 1 } : {})
        .url,
    ).toBe(`https://api.example.test${want}`);
  });

  it.each(['/../a', '/%2e%2e/a', '/%2e/a'])('refuses the path %j, which leads elsewhere', (path) => {
    expect(build({ path }).ok).toBe(false);
  });

  it('refuses two values that make dots together', () => {
    const parameters = ['a', 'b'].map((name) => ({ name, in: 'path', required: true, type: 'string' }));
    expect(build({ path: '/x/{a}{b}/y', parameters }, { a: '.', b: 'x' }).ok).toBe(false);
    expect(build({ path: '/x/.{a}/y', parameters: parameters.slice(0, 1) }, { a: '.' })).toMatchObject({
      ok: false,
      code: 'PathValueDots',
    });
  });
});

describe('the query of a request', () => {
  const cases: [string, JsonObject, Value, string][] = [
    ['text', { type: 'string' }, 'a b&c', '?q=a%20b%26c'],
    ['an empty text', { type: 'string' }, '', '?q='],
    ['null', { type: 'string' }, null, ''],
    ['a whole double', { type: 'integer' }, new Double(5), '?q=5'],
    ['a long integer', { type: 'integer' }, 9007199254740993n, '?q=9007199254740993'],
    ['a boolean', { type: 'boolean' }, true, '?q=true'],
    ['an object as JSON', { type: 'string' }, { a: 1 }, '?q=%7B%22a%22%3A1%7D'],
    ['a list', { type: 'array' }, ['a,b', 'c'], '?q=a%2Cb,c'],
    ['a list with spaces', { type: 'array', collectionFormat: 'ssv' }, ['a', 'b'], '?q=a%20b'],
    ['a list with pipes', { type: 'array', collectionFormat: 'pipes' }, ['a', 'b'], '?q=a%7Cb'],
    ['a repeated name', { type: 'array', collectionFormat: 'multi' }, ['a', 'b'], '?q=a&q=b'],
    ['an empty list', { type: 'array' }, [], ''],
  ];
  it.each(cases)('writes %s', (_name, schema, value, want) => {
    expect(new URL(request(query(schema), { q: value }).url).search).toBe(want);
  });

  it('fills defaults, internal ones too, and lets a value win', () => {
    const operation = query({ type: 'string', default: 'd', 'x-ms-visibility': 'internal' });
    expect(request(operation).url).toMatch(/\?q=d$/);
    expect(request(operation, { q: 'e' }).url).toMatch(/\?q=e$/);
  });

  it('refuses what is missing and what is unknown, naming the field', () => {
    expect(build(query({ type: 'string', required: true }))).toMatchObject({
      code: 'ParameterMissing',
      field: 'q',
    });
    expect(build(query({ type: 'string' }), { z: 1 })).toMatchObject({
      code: 'ParameterUnknown',
      field: 'z',
    });
  });
});

describe('the headers of a request', () => {
  it('ask for JSON even where text comes first, and send declared ones as declared', () => {
    const parameters = [{ name: 'X-Tag', in: 'header', type: 'string', default: ' padded ' }];
    const { headers } = request({ parameters, operation: { produces: ['text/plain', 'application/json'] } });
    expect({ ...headers }).toEqual({ 'X-Tag': 'padded', Accept: 'application/json, */*;q=0.5' });
  });

  it('leave the header of the key to the connection', () => {
    const operation: OneOperation = {
      parameters: [{ name: 'x-api-key', in: 'header', required: true, type: 'string' }],
      root: { securityDefinitions: { k: { type: 'apiKey', in: 'header', name: 'X-API-KEY' } } },
    };
    expect(Object.keys(request(operation).headers)).toEqual(['Accept']);
    expect(build(operation, { 'x-api-key': 'stolen' })).toMatchObject({
      ok: false,
      code: 'OwnedByConnection',
    });
  });
});

describe('the body of a request', () => {
  const text = (operation: OneOperation, parameters: Record<string, Value>): string | undefined => {
    const built = request(operation, parameters).body;
    return built?.kind === 'text' ? built.text : built?.base64;
  };
  const invoice = {
    type: 'object',
    properties: {
      invoice: {
        type: 'object',
        properties: {
          amount: { type: 'number' },
          kind: { type: 'string', default: 'std', 'x-ms-visibility': 'internal' },
        },
      },
    },
  };

  it('is put together from flattened keys, with defaults', () => {
    expect(text(body(invoice), { 'body/invoice/amount': 5 })).toBe('{"invoice":{"amount":5,"kind":"std"}}');
  });

  it('given whole is sent as it is', () => {
    expect(text(body(invoice), { body: { invoice: { amount: new Double(5) } } })).toBe(
      '{"invoice":{"amount":5.0}}',
    );
    expect(text(body(invoice), { 'body/invoice': { amount: 1 } })).toBe('{"invoice":{"amount":1}}');
  });

  it('is left out where nothing is given, and is empty where it is required', () => {
    expect(request(body({ type: 'object', properties: { a: { type: 'string' } } })).body).toBeUndefined();
    const required: OneOperation = {
      method: 'post',
      parameters: [{ name: 'body', in: 'body', required: true, schema: { type: 'object' } }],
    };
    expect(text(required, {})).toBe('{}');
  });

  it('keeps property names with slashes whole', () => {
    const schema = {
      type: 'object',
      properties: { 'a/b': { type: 'object', properties: { c: { type: 'string' } } } },
    };
    expect(text(body(schema), { 'body/a/b/c': 'x' })).toBe('{"a/b":{"c":"x"}}');
  });

  it('of a list or a text follows its schema and content type', () => {
    expect(text(body({ type: 'array' }), { body: [1, 2] })).toBe('[1,2]');
    expect(text(body({ type: 'string' }), { body: 'x' })).toBe('"x"');
    expect(text(body({ type: 'string' }, { operation: { consumes: ['text/plain'] } }), { body: 'x' })).toBe(
      'x',
    );
    expect(text(body({ type: 'object' }), { body: '{"a": 1}' })).toBe('{"a": 1}');
  });

  it('of a content envelope is its bytes in its type', () => {
    const sent = request(body({ type: 'string', format: 'binary' }), {
      body: { '$content-type': 'image/png', $content: 'AQI=' },
    });
    expect(sent.body).toEqual({ kind: 'bytes', base64: 'AQI=' });
    expect(sent.headers['Content-Type']).toBe('image/png');
  });

  it('of a content envelope that is not Base64 is refused, and not sent in part', () => {
    const { connector, operation } = oneOperation(body({ type: 'string', format: 'binary' }));
    for (const $content of ['AQ', 'A!I=', 'ü']) {
      const parameters = { body: { '$content-type': 'image/png', $content } };
      expect(buildRequest({ connector, operation, parameters })).toMatchObject({
        ok: false,
        code: 'BodyInvalid',
        field: 'body',
      });
    }
  });

  it('writes application/json for a wildcard type', () => {
    const sent = request(body({ type: 'object' }, { operation: { consumes: ['application/*+json'] } }), {
      body: {},
    });
    expect(sent.headers['Content-Type']).toBe('application/json');
  });

  it('of a form is urlencoded, or multipart with a file', () => {
    const fields = [
      { name: 'a', in: 'formData', type: 'string' },
      { name: 'b', in: 'formData', type: 'array', collectionFormat: 'multi' },
    ];
    expect(text({ method: 'post', parameters: fields }, { a: 'x y&', b: ['1', '2'] })).toBe(
      'a=x%20y%26&b=1&b=2',
    );
    const sent = request(
      { method: 'post', parameters: [...fields, { name: 'f', in: 'formData', type: 'file' }] },
      { a: 'x', f: { '$content-type': 'image/png', $content: 'AQI=', $filename: 'a".png' } },
    );
    const boundary = /boundary=(.+)$/.exec(sent.headers['Content-Type'] ?? '')?.[1] ?? '';
    const written = sent.body?.kind === 'bytes' ? atob(sent.body.base64) : '';
    expect(written).toBe(
      `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--${boundary}\r\nContent-Disposition: form-data; name="f"; filename="a%22.png"\r\nContent-Type: image/png\r\n\r\n\u0001\u0002\r\n--${boundary}--\r\n`,
    );
  });

  it('is the same for the same values, so that a call can be sent again', () => {
    const form: OneOperation = {
      method: 'post',
      operation: { consumes: ['multipart/form-data'] },
      parameters: [{ name: 'a', in: 'formData', type: 'string' }],
    };
    expect(request(form, { a: 'x' })).toEqual(request(form, { a: 'x' }));
  });
});
