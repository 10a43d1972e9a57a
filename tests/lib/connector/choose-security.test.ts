// Which ways in a definition declares, and taking another than the first.
import { expect, test } from 'vitest';
import { chooseSecurity, setSecurity } from '@/lib/connector/edit/security';
import type { Connector } from '@/lib/connector/model';
import { emptyProperties } from '@/lib/connector/properties';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import type { JsonObject } from '@/lib/json';

function read(document: JsonObject): Connector {
  const { connector } = readConnector(document);
  if (!connector) throw new Error('The definition was not read.');
  return connector;
}

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
] as const)('Every scheme of a %s definition is offered with what it means', (_, document) => {
  expect(read(document).securityChoices.map(({ key, security }) => [key, security.type])).toEqual([
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
  (_, document) => {
    const chosen = read(applyChanges(document, chooseSecurity(read(document), 'key')));
    expect(chosen.security).toMatchObject({
      type: 'apiKey',
      in: 'query',
      name: 'k',
    });
    expect(chosen.securityChoices.map(({ key }) => key)).toEqual(['sign_in', 'key', 'basic']);
  },
);

test('Scopes that the definition asks for stay with their scheme', () => {
  const document = { ...swagger, security: [{ key: [] }, { sign_in: ['read'] }] };
  expect(applyChanges(document, chooseSecurity(read(document), 'sign_in')).security).toEqual([
    { sign_in: ['read'] },
  ]);
});

test('A key that is not declared changes nothing', () => {
  expect(chooseSecurity(read(swagger), 'none')).toEqual([]);
});

test('An edit of the security changes the scheme that signs calls, not another', () => {
  const document = { ...swagger, security: [{ key: [] }] };
  const edit = setSecurity({
    connector: read(document),
    properties: emptyProperties('#123456'),
    security: { type: 'apiKey', label: 'Key', name: 'other', in: 'header' },
  });
  const { securityDefinitions } = applyChanges(document, edit.definition);
  expect(securityDefinitions).toEqual({
    ...schemes,
    ...basic,
    key: { type: 'apiKey', in: 'header', name: 'other' },
  });
});
