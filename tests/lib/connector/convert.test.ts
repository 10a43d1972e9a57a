// A definition in the other dialect says the same: operations, inputs, outputs, address and security.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertLike } from '@/lib/connector/convert/convert';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import type { JsonObject } from '@/lib/json';
import { openApiDocument } from '@/samples/contoso-invoicing/openapi';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { sharedFolder } from '../../support/shared-folder';
import { saidBy } from './said-by';

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
const swagger = plain(swaggerDocument('127.0.0.1:5080'));
const openApi = plain(openApiDocument('127.0.0.1:5080'));
const shared = sharedFolder();

/** By place, for a body stands last in 3.x. Headers have their description elsewhere in 3.x, and files have a format there; neither is anything a maker edits. */
function comparable(document: JsonObject): [string, string][] {
  return [...saidBy(document)]
    .filter(([place]) => !place.includes(' gives headers/'))
    .map(
      ([place, facts]) =>
        [place, facts.replace('"type":"file","format":"binary"', '"type":"file"')] as [string, string],
    )
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

describe('the sample', () => {
  it('in 3.1 is its own 2.0 file converted, and the other way round', () => {
    expect(comparable(convertLike(swagger, openApi))).toEqual(comparable(openApi));
    expect(comparable(convertLike(openApi, swagger))).toEqual(comparable(swagger));
  });

  it('stays the same document where nothing is to be converted', () => {
    expect(convertLike(swagger, swagger)).toBe(swagger);
    expect(convertLike(openApi, openApi)).toBe(openApi);
  });
});

describe('what 2.0 and 3.x write differently', () => {
  const source: JsonObject = {
    swagger: '2.0',
    info: { title: 'All', version: '1' },
    host: 'all.example.test',
    basePath: '/v1',
    schemes: ['http'],
    consumes: ['application/json'],
    produces: ['application/json'],
    'x-ms-capabilities': { testConnection: { operationId: 'Form' } },
    definitions: { Item: { type: 'object', properties: { next: { $ref: '#/definitions/Item' } } } },
    parameters: {
      top: { name: 'top', in: 'query', type: 'integer', default: 5 },
      item: { name: 'item', in: 'body', required: true, schema: { $ref: '#/definitions/Item' } },
    },
    responses: { Item: { description: 'An item', schema: { $ref: '#/definitions/Item' } } },
    securityDefinitions: { login: { type: 'basic' } },
    paths: {
      '/items/{id}': {
        parameters: [
          { name: 'id', in: 'path', required: true, type: 'string', 'x-ms-url-encoding': 'double' },
        ],
        put: {
          operationId: 'Put',
          parameters: [{ $ref: '#/parameters/top' }, { $ref: '#/parameters/item' }],
          responses: { 200: { $ref: '#/responses/Item' } },
        },
      },
      '/form': {
        'x-ms-notification-content': { schema: { $ref: '#/definitions/Item' } },
        post: {
          operationId: 'Form',
          'x-ms-trigger': 'single',
          parameters: [
            { name: 'file', in: 'formData', type: 'file', required: true, 'x-ms-summary': 'File' },
            { name: 'tags', in: 'formData', type: 'array', items: { type: 'string' } },
            {
              name: 'kinds',
              in: 'query',
              type: 'array',
              items: { type: 'string' },
              collectionFormat: 'pipes',
            },
          ],
          responses: { 201: { description: 'ok', headers: { 'X-Id': { type: 'integer' } } } },
        },
      },
    },
  };

  it('is carried over in both directions', () => {
    const converted = convertLike(source, openApi);
    expect(comparable(converted)).toEqual(comparable(source));
    expect(comparable(convertLike(converted, source))).toEqual(comparable(source));
    expect(JSON.stringify(converted)).not.toContain('#/definitions/');
    expect(converted).toMatchObject({ openapi: '3.1.0', 'x-ms-capabilities': source['x-ms-capabilities'] });
    const [form] = readConnector(converted).connector?.operations.filter(({ id }) => id === 'Form') ?? [];
    expect(form).toMatchObject({ kind: 'trigger', requestContentType: 'multipart/form-data' });
    expect(form?.parameters.find(({ name }) => name === 'kinds')?.collectionFormat).toBe('pipes');
  });
});

it.skipIf(!shared)('every fifth published connector says the same in 3.0 and back in 2.0', () => {
  const root = `${shared}data/connectors/`;
  const files = readdirSync(root)
    .filter((_name, index) => index % 5 === 0)
    .map((name) => `${root}${name}/apiDefinition.swagger.json`)
    .filter((file) => existsSync(file));
  let count = 0;
  for (const file of files) {
    const parsed = parseDefinition(readFileSync(file, 'utf8'));
    if (!parsed.ok || !readConnector(parsed.document).connector) continue;
    count += 1;
    const before = comparable(parsed.document);
    const converted = convertLike(parsed.document, { openapi: '3.0.3' });
    expect([file, comparable(converted)]).toEqual([file, before]);
    expect([file, comparable(convertLike(converted, { swagger: '2.0' }))]).toEqual([file, before]);
  }
  console.info(`${count} published connectors say the same in both dialects`);
  expect(count).toBeGreaterThan(90);
});
