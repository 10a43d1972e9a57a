// From OpenAPI documents of each dialect to the one model.
import { describe, expect, it } from 'vitest';
import { readConnector } from '@/lib/connector/read-connector';
import type { JsonObject } from '@/lib/json';
import { openApiDocument } from '@/samples/contoso-invoicing/openapi';
import { swaggerDocument } from '@/samples/contoso-invoicing/swagger';
import { oneOperation, oneOperationDocument } from './one-operation';

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

function read(document: JsonObject, properties?: JsonObject) {
  const { connector } = readConnector(document, properties);
  if (!connector) throw new Error('not read');
  return connector;
}

describe('reading a definition', () => {
  it('gives the same operations for 2.0 and 3.1 of one API', () => {
    const two = read(plain(swaggerDocument('127.0.0.1:5080')));
    const three = read(plain(openApiDocument('127.0.0.1:5080')));
    const facts = (connector: typeof two) =>
      connector.operations.map(
        ({ id, method, path, summary, description, visibility, parameters, responses }) => ({
          id,
          method,
          path,
          summary,
          description,
          visibility,
          parameters: parameters.map(
            (parameter) => `${parameter.in} ${parameter.name} ${parameter.required}`,
          ),
          responses: responses.map(({ status, schema }) => `${status} ${schema !== undefined}`),
        }),
      );
    expect([two.dialect, three.dialect]).toEqual(['2.0', '3.1']);
    expect(facts(three)).toEqual(facts(two));
    expect(three.security).toEqual(two.security);
    expect(three.security).toMatchObject({ type: 'apiKey', name: 'X-API-KEY', in: 'header' });
    expect([three.scheme, three.host, three.basePath]).toEqual([two.scheme, two.host, two.basePath]);
    expect(three.schemaCount).toBe(two.schemaCount);
  });

  const versions: [JsonObject, string | undefined][] = [
    [{ swagger: '2.0' }, '2.0'],
    [{ swagger: 2 }, '2.0'],
    [{ openapi: '3.0.4' }, '3.0'],
    [{ openapi: '3.1.1' }, '3.1'],
    [{ openapi: '3.2.0' }, '3.1'],
    [{ paths: {} }, '2.0'],
    [{ paths: {}, components: {} }, '3.0'],
    [{ swagger: '1.2' }, undefined],
    [{ openapi: '4.0.0' }, undefined],
    [{ info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/' } }, undefined],
    [{}, undefined],
  ];
  it.each(versions)('%j is version %s', (document, dialect) => {
    const result = readConnector(document);
    expect(result.connector?.dialect).toBe(dialect);
    expect(result.problems).toHaveLength(dialect === undefined ? 1 : 0);
  });

  const hosts: [JsonObject, [string, string, string]][] = [
    [
      { swagger: '2.0', host: 'a.test:8080', basePath: '/v1/', schemes: ['http', 'https'] },
      ['https', 'a.test:8080', '/v1'],
    ],
    [{ swagger: '2.0', host: 'a.test', basePath: '/', schemes: ['http'] }, ['http', 'a.test', '']],
    [{ swagger: '2.0' }, ['https', '', '']],
    [{ openapi: '3.0.0', servers: [{ url: 'http://a.test:1/x/' }] }, ['http', 'a.test:1', '/x']],
    [
      {
        openapi: '3.0.0',
        servers: [{ url: 'https://{h}/{v}', variables: { h: { default: 'a.test' }, v: { default: 2 } } }],
      },
      ['https', 'a.test', '/2'],
    ],
    [{ openapi: '3.0.0', servers: [{ url: '/api' }] }, ['https', '', '/api']],
    [{ openapi: '3.0.0', servers: [{ url: '//a.test/api' }] }, ['https', 'a.test', '/api']],
  ];
  it.each(hosts)('%j lives at %j', (document, want) => {
    const { scheme, host, basePath } = read(document);
    expect([scheme, host, basePath]).toEqual(want);
  });

  const schemes: [JsonObject, object][] = [
    [
      { type: 'apiKey', in: 'query', name: 'key' },
      { type: 'apiKey', in: 'query', name: 'key' },
    ],
    [
      { type: 'apiKey', in: 'header', name: 'Authorization', 'x-value-prefix': 'Bearer ' },
      { type: 'apiKey', prefix: 'Bearer ' },
    ],
    [{ type: 'apiKey', in: 'cookie', name: 'sid' }, { type: 'unsupported' }],
    [{ type: 'basic' }, { type: 'basic' }],
    [{ type: 'http', scheme: 'Basic' }, { type: 'basic' }],
    [
      { type: 'http', scheme: 'bearer' },
      { type: 'apiKey', name: 'Authorization', prefix: 'Bearer ' },
    ],
    [{ type: 'oauth2' }, { type: 'unsupported', name: 'OAuth 2.0' }],
  ];
  it.each(schemes)('%j is read as %j', (scheme, want) => {
    expect(read({ swagger: '2.0', securityDefinitions: { a: scheme }, security: [] }).security).toMatchObject(
      want,
    );
    expect(read({ openapi: '3.0.0', components: { securitySchemes: { a: scheme } } }).security).toMatchObject(
      want,
    );
  });

  it('takes labels and fields of the connection from the properties', () => {
    const properties = {
      properties: {
        iconBrandColor: '#175497',
        connectionParameters: {
          api_key: {
            type: 'securestring',
            uiDefinition: { displayName: 'Invoice key', constraints: { required: 'true', tabIndex: 3 } },
          },
          hostUrl: {
            type: 'string',
            uiDefinition: {
              displayName: 'API URL',
              constraints: { required: true, tabIndex: 2, allowedValues: [{ value: 'a', text: 'A' }] },
            },
          },
          token: { type: 'oAuthSetting' },
        },
      },
    };
    const connector = read(
      { swagger: '2.0', securityDefinitions: { x: { type: 'apiKey', in: 'header', name: 'K' } } },
      properties,
    );
    expect(connector.security).toMatchObject({ label: 'Invoice key' });
    expect(connector.brandColor).toBe('#175497');
    expect(connector.connectionParameters).toEqual([
      {
        name: 'hostUrl',
        label: 'API URL',
        secret: false,
        required: true,
        allowedValues: [{ value: 'a', label: 'A' }],
      },
      { name: 'api_key', label: 'Invoice key', secret: true, required: true },
    ]);
  });

  it('makes the connection form from the security scheme where the properties have none', () => {
    const names = (scheme: JsonObject) =>
      read(
        { swagger: '2.0', securityDefinitions: { a: scheme } },
        { properties: { connectionParameters: {} } },
      ).connectionParameters.map(({ name, secret }) => `${name} ${secret}`);
    expect(names({ type: 'apiKey', in: 'header', name: 'K' })).toEqual(['api_key true']);
    expect(names({ type: 'basic' })).toEqual(['username false', 'password true']);
  });

  it('knows which field of the connection holds the key, and asks for one where none does', () => {
    const fields = (parameters: Record<string, string>) => {
      const entries = Object.entries(parameters).map(([name, type]) => [name, { type }]);
      const connector = read(
        { swagger: '2.0', securityDefinitions: { x: { type: 'apiKey', in: 'header', name: 'X-Auth' } } },
        { properties: { connectionParameters: Object.fromEntries(entries) } },
      );
      const { security } = connector;
      const key = security.type === 'apiKey' ? (security.parameter ?? 'api_key') : 'none';
      return [key, connector.connectionParameters.map(({ name }) => name)];
    };
    expect(fields({ hostUrl: 'string', api_key: 'securestring' })).toEqual([
      'api_key',
      ['hostUrl', 'api_key'],
    ]);
    expect(fields({ hostUrl: 'string', apiKey: 'securestring' })).toEqual(['apiKey', ['hostUrl', 'apiKey']]);
    expect(fields({ hostUrl: 'string', 'x-auth': 'string' })).toEqual(['x-auth', ['hostUrl', 'x-auth']]);
    expect(fields({ hostUrl: 'string', secret: 'securestring' })).toEqual(['secret', ['hostUrl', 'secret']]);
    expect(fields({ hostUrl: 'string' })).toEqual(['api_key', ['api_key', 'hostUrl']]);
    expect(fields({ token: 'oauthSetting' })).toEqual(['api_key', ['api_key']]);
  });

  describe('takes one of several security schemes', () => {
    const schemes = {
      oauth: { type: 'oauth2' },
      key: { type: 'apiKey', in: 'header', name: 'K' },
      basic: { type: 'basic' },
    };
    it.each<[string, JsonObject, string]>([
      ['the one that security names', { security: [{ key: [] }] }, 'apiKey'],
      ['another one that security names', { security: [{ basic: [] }] }, 'basic'],
      ['the supported one of those it names', { security: [{ oauth: [] }, { basic: [] }] }, 'basic'],
      ['the one it names although it is not supported', { security: [{ oauth: [] }] }, 'unsupported'],
      ['the first supported one where it names none', { security: [] }, 'apiKey'],
      ['the first supported one where it names a missing one', { security: [{ gone: [] }] }, 'apiKey'],
      [
        'the one that operations name',
        { paths: { '/a': { get: { operationId: 'A', security: [{ basic: [] }], responses: {} } } } },
        'basic',
      ],
    ])('%s', (_name, more, want) => {
      const connector = read({ swagger: '2.0', securityDefinitions: schemes, ...more });
      expect(connector.security.type).toBe(want);
      expect(connector.securityChoices.map(({ key, security }) => `${key} ${security.type}`)).toEqual([
        'oauth unsupported',
        'key apiKey',
        'basic basic',
      ]);
    });
  });

  it('joins parameters of the path with those of the operation, which win', () => {
    const document = oneOperationDocument({
      path: '/items/{id}',
      parameters: [{ name: 'q', in: 'query', type: 'integer' }],
    });
    const paths = document.paths as JsonObject;
    const item = paths['/items/{id}'] as JsonObject;
    item.parameters = [
      { name: 'id', in: 'path', required: true, type: 'string' },
      { name: 'q', in: 'query', type: 'string' },
    ];
    const [operation] = read(document).operations;
    expect(operation?.parameters.map(({ name, schema }) => `${name} ${schema.type}`)).toEqual([
      'id string',
      'q integer',
    ]);
  });

  it('reads a 3.x form as form data, its style as a collection format', () => {
    const [operation] = read({
      openapi: '3.0.0',
      paths: {
        '/a': {
          post: {
            operationId: 'A',
            parameters: [
              { name: 'm', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
              { name: 'c', in: 'query', explode: false, schema: { type: 'array' } },
              { name: 'p', in: 'query', style: 'pipeDelimited', explode: false, schema: { type: 'array' } },
              { name: 'k', in: 'cookie', schema: { type: 'string' } },
            ],
            requestBody: {
              content: {
                'multipart/form-data': {
                  schema: {
                    required: ['f'],
                    properties: { f: { type: 'string', format: 'binary' }, t: { type: 'string' } },
                  },
                },
              },
            },
          },
        },
      },
    }).operations;
    expect(
      operation?.parameters.map(
        (item) => `${item.in} ${item.name} ${item.collectionFormat} ${item.required}`,
      ),
    ).toEqual([
      'query m multi false',
      'query c csv false',
      'query p pipes false',
      'formData f multi true',
      'formData t multi false',
    ]);
    expect(operation?.requestContentType).toBe('multipart/form-data');
  });

  it('gives an operation without an ID one made of method and path, and says so', () => {
    const document = { swagger: '2.0', paths: { '/a/{b}': { get: {} }, '/a/b': { get: {} } } };
    const { connector, repairs } = readConnector(document);
    expect(connector?.operations.map(({ id }) => id)).toEqual(['GetAB', 'GetAB2']);
    expect(repairs.map(({ code }) => code)).toEqual(['CONN1112', 'CONN1112']);
  });

  it('follows references inside the document only', () => {
    const parameters = [
      { $ref: '#/parameters/p' },
      { $ref: '#/parameters/__proto__' },
      { $ref: 'http://evil.test/x' },
      { $ref: '#/parameters/loop' },
    ];
    const root = {
      parameters: { p: { name: 'p', in: 'query', type: 'string' }, loop: { $ref: '#/parameters/loop' } },
    };
    expect(oneOperation({ parameters, root }).operation.parameters.map(({ name }) => name)).toEqual(['p']);
  });

  it('reads any shape of junk without throwing', () => {
    const junk = [null, 7, 'x', [], {}, [[]], { a: null }];
    for (const value of junk) {
      for (const key of [
        'info',
        'paths',
        'definitions',
        'schemes',
        'host',
        'securityDefinitions',
        'security',
        'servers',
        'components',
      ]) {
        readConnector(
          { swagger: '2.0', [key]: value } as JsonObject,
          { properties: { connectionParameters: value } } as JsonObject,
        );
        readConnector({ openapi: '3.0.0', [key]: value } as JsonObject);
      }
      for (const key of [
        'parameters',
        'responses',
        'summary',
        'consumes',
        'tags',
        'x-ms-trigger',
        'requestBody',
      ]) {
        readConnector({
          openapi: '3.1.0',
          paths: { '/a': { get: { [key]: value }, [key]: value } },
        } as JsonObject);
      }
    }
  });

  it('refuses more operations than the limit', () => {
    const paths = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, index) => [`/p${index}`, { get: { operationId: `o${index}` } }]),
    );
    expect(readConnector({ swagger: '2.0', paths }).problems[0]).toMatchObject({ code: 'CONN1012' });
  });
});
