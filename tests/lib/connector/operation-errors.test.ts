// Which errors keep an operation from being called: its own, and those of what it refers to.
import { describe, expect, it } from 'vitest';
import { checkConnector } from '@/lib/connector/check-connector';
import { errorsOf, whyBlocked } from '@/lib/connector/operation-errors';
import { readConnector } from '@/lib/connector/read-connector';
import type { JsonObject } from '@/lib/json';

const responses = { 200: { description: 'ok' } };
const wrong = { type: 'integer', default: 'many' };
const document: JsonObject = {
  swagger: '2.0',
  info: { title: 'A title that is longer than thirty characters', version: '1' },
  host: 'not a host',
  paths: {
    '/good': { get: { operationId: 'Good', responses } },
    '/own': {
      get: { operationId: 'Own', parameters: [{ name: 'count', in: 'query', ...wrong }], responses },
    },
    '/path': {
      parameters: [{ name: 'page', in: 'query', ...wrong }],
      get: { operationId: 'OfPath', responses },
      post: { operationId: 'OfPathToo', responses },
    },
    '/shared': { get: { operationId: 'Shared', parameters: [{ $ref: '#/parameters/size' }], responses } },
    '/body': {
      post: {
        operationId: 'Body',
        parameters: [{ name: 'body', in: 'body', schema: { $ref: '#/definitions/Outer' } }],
        responses,
      },
    },
    '/nowhere': { get: { operationId: 'Nowhere', responses: { 200: { $ref: '#/responses/none' } } } },
    slashless: { get: { operationId: 'Slashless', responses } },
    '/GOOD': { get: { operationId: 'good', responses } },
    '/type': { get: { operationId: 'Type', parameters: { name: 'x', in: 'query' }, responses } },
  },
  parameters: { size: { name: 'size', in: 'query', ...wrong }, unused: { name: 'u', in: 'query', ...wrong } },
  definitions: {
    Outer: { type: 'object', properties: { inner: { $ref: '#/definitions/Inner' } } },
    Inner: { type: 'object', properties: { loop: { $ref: '#/definitions/Outer' }, size: wrong } },
  },
};
const { connector } = readConnector(document);
if (!connector) throw new Error('not read');

describe('the errors of an operation', () => {
  it.each([
    ['Good', []],
    ['Own', ['DefaultValueMustMatchType /paths/~1own/get/parameters/0/default']],
    ['OfPath', ['DefaultValueMustMatchType /paths/~1path/parameters/0/default']],
    ['OfPathToo', ['DefaultValueMustMatchType /paths/~1path/parameters/0/default']],
    ['Shared', ['DefaultValueMustMatchType /parameters/size/default']],
    ['Body', ['DefaultValueMustMatchType /definitions/Inner/properties/size/default']],
    [
      'Nowhere',
      [
        'OperationMustHaveResponse /paths/~1nowhere/get/responses',
        'ReferenceNotFound /paths/~1nowhere/get/responses/200/$ref',
      ],
    ],
    ['Slashless', ['OperationPathMustStartWithSlash /paths/slashless']],
    ['good', ['OperationIdNotUnique /paths/~1GOOD/get/operationId', 'PathRedefined /paths/~1GOOD']],
    ['Type', ['JsonTypeIncorrect /paths/~1type/get/parameters']],
    ['Absent', []],
  ])('%s', (id, want) => {
    expect(errorsOf(connector, id).map(({ rule, at }) => `${rule} ${at}`)).toEqual(want);
  });

  it('are among those of the whole connector, which has those of no operation as well', () => {
    const all = checkConnector(connector).filter(({ severity }) => severity === 'error');
    for (const { id } of connector.operations)
      expect(all).toEqual(expect.arrayContaining(errorsOf(connector, id)));
    expect(all.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['HostNameNotValid', 'ConnectorNameTooLong']),
    );
  });

  it('are found once', () => {
    expect(errorsOf(connector, 'Body')).toBe(errorsOf(connector, 'Body'));
  });

  it('are told in one sentence with the place', () => {
    const [, own, , , , body] = connector.operations;
    if (!own || !body) throw new Error('not read');
    expect(whyBlocked(connector, own)).toMatch(/^The definition of Own has an error at count: The default/);
    expect(whyBlocked(connector, body)).toMatch(/^The definition of Body has an error at Inner › size: /);
  });
});
