// Which ways in a definition declares, and taking another than the first.
import { expect, test } from 'vitest';
import { readConnector } from '@/lib/connector/read-connector';
import { chooseSecurity, listSecurityChoices } from '@/lib/connector/security-choice';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';

const head = { info: { title: 'Orders', version: '1' }, paths: {} };
const schemes: JsonObject = {
  sign_in: { type: 'oauth2', flow: 'implicit', authorizationUrl: 'https://x.example', scopes: {} },
  key: { type: 'apiKey', in: 'query', name: 'k' },
};
const basic = { basic: { type: 'basic' } };
const swagger = { ...head, swagger: '2.0', securityDefinitions: { ...schemes, ...basic } };
const openapi = {
  ...head,
  openapi: '3.0.0',
  components: { schemas: {}, securitySchemes: { ...schemes, basic: { type: 'http', scheme: 'basic' } } },
};

test.each([
  ['2.0', swagger],
  ['3.0', openapi],
] as const)('Every scheme of a %s definition is offered with what it means', (dialect, document) => {
  expect(listSecurityChoices(document, dialect).map(({ key, security }) => [key, security.type])).toEqual([
    ['sign_in', 'unsupported'],
    ['key', 'apiKey'],
    ['basic', 'basic'],
  ]);
});

test.each([
  ['2.0', swagger],
  ['3.0', openapi],
] as const)(
  'The chosen scheme of a %s definition is how its calls are signed; the others stay',
  (dialect, document) => {
    const chosen = applyChanges(document, chooseSecurity(document, dialect, 'key'));
    expect(readConnector(chosen).connector?.security).toMatchObject({
      type: 'apiKey',
      in: 'query',
      name: 'k',
    });
    expect(
      listSecurityChoices(chosen, dialect)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['basic', 'key', 'sign_in']);
  },
);

test('Scopes that the definition asks for stay with their scheme', () => {
  const document = { ...swagger, security: [{ key: [] }, { sign_in: ['read'] }] };
  expect(applyChanges(document, chooseSecurity(document, '2.0', 'sign_in')).security).toEqual([
    { sign_in: ['read'] },
  ]);
});

test('A key that is not declared changes nothing', () => {
  expect(chooseSecurity(swagger, '2.0', 'none')).toEqual([]);
});
