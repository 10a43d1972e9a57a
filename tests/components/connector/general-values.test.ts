// The General facts of a form: what stops it, what the checker says of each field, and addresses that split themselves.
import { describe, expect, test } from 'vitest';
import {
  checkGeneral,
  nameError,
  problemsByField,
  problemsOfAddress,
  splitAddress,
} from '@/components/connector/general/general-values';
import { checkConnector } from '@/lib/connector/check-connector';
import { readConnector } from '@/lib/connector/read-connector';
import type { JsonObject } from '@/lib/json';

const problemsOf = (document: JsonObject) => {
  const { connector } = readConnector({ info: { title: 'x', version: '1' }, paths: {}, ...document });
  return problemsByField(connector ? checkConnector(connector) : []);
};

describe('What stops a form', () => {
  test.each([
    ['', 'Connector name is required.'],
    ['   ', 'Connector name is required.'],
    ['a'.repeat(31), 'A connector name may have up to 30 characters.'],
    ['a'.repeat(30), undefined],
    [` ${'a'.repeat(30)} `, undefined],
  ])('the name “%s”: %s', (name, sentence) => {
    expect(nameError(name)).toBe(sentence);
  });

  test('is the name and the colour, nothing about the address', () => {
    expect(Object.keys(checkGeneral({ name: 'Orders', brandColor: '#12' }))).toEqual(['brandColor']);
    expect(checkGeneral({ name: 'Orders', brandColor: '#123456' })).toEqual({});
  });
});

describe('The findings of an address stand beside their field', () => {
  test.each<[string, JsonObject, string]>([
    ['a wrong host of 2.0', { swagger: '2.0', host: 'a b' }, 'host'],
    ['a wrong host of 3.0', { openapi: '3.0.0', servers: [{ url: 'https://a b/v1' }] }, 'host'],
    ['a host that is missing in 3.1', { openapi: '3.1.0' }, 'host'],
    ['a wrong base path of 2.0', { swagger: '2.0', host: 'x.example', basePath: '/a b' }, 'basePath'],
    [
      'a wrong base path of 3.0',
      { openapi: '3.0.0', servers: [{ url: 'https://x.example/{v}' }] },
      'basePath',
    ],
    ['plain http of 2.0', { swagger: '2.0', host: 'x.example', schemes: ['http'] }, 'scheme'],
    ['plain http of 3.0', { openapi: '3.0.0', servers: [{ url: 'http://x.example' }] }, 'scheme'],
  ])('%s', (_, document, field) => {
    expect(Object.keys(problemsOf(document))).toEqual([field]);
  });

  test('also before there is a connector, by the same rules', () => {
    const found = problemsByField(
      problemsOfAddress({ scheme: 'http', host: 'example.com:99999', basePath: '/a b' }),
    );
    expect(Object.keys(found).sort()).toEqual(['basePath', 'host', 'scheme']);
    expect(problemsOfAddress({ scheme: 'https', host: 'müller.example', basePath: '/api/v1' })).toEqual([]);
  });
});

test.each([
  ['https://api.example.com/v1/', { scheme: 'https', host: 'api.example.com', basePath: '/v1' }],
  ['HTTP://127.0.0.1:5080', { scheme: 'http', host: '127.0.0.1:5080' }],
  ['api.example.com/v1', { host: 'api.example.com', basePath: '/v1' }],
  [' api.example.com ', { host: 'api.example.com' }],
  ['[::1]:5080/v1', { host: '[::1]:5080', basePath: '/v1' }],
  ['https://', { host: 'https://' }],
  ['http:/', { host: 'http:/' }],
  ['me@example.com:x/v1', { host: 'me@example.com:x/v1' }],
  ['', { host: '' }],
])('The address “%s” splits itself', (text, parts) => {
  expect(splitAddress(text)).toEqual(parts);
});
