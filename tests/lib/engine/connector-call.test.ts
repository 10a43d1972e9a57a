// OpenApiConnection: an operation of a connector, called through a connection reference.
import { describe, expect, it } from 'vitest';
import type { Connector } from '@/lib/connector/model';
import { readConnector } from '@/lib/connector/read-connector';
import type { Flow } from '@/lib/flow/definition';
import type { HttpOutcome } from '@/lib/http';
import { answer, failure, runFlow } from './run-flow';

const apiId = '/providers/Microsoft.PowerApps/apis/shared_shop';
const document = {
  swagger: '2.0',
  info: { title: 'Shop', version: '1' },
  host: 'api.shop.test',
  basePath: '/v1',
  schemes: ['https'],
  securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-API-KEY' } },
  security: [{ key: [] }],
  paths: {
    '/orders/{id}': {
      get: {
        operationId: 'GetOrder',
        summary: 'Get order',
        parameters: [{ name: 'id', in: 'path', required: true, type: 'string' }],
        responses: { 200: { description: 'ok' } },
      },
    },
    '/broken': {
      get: {
        operationId: 'Broken',
        summary: 'Broken one',
        parameters: [{ name: 'kind', in: 'query', type: 'integer', default: 'many' }],
        responses: { 200: { description: 'ok' } },
      },
    },
    '/orders': {
      post: {
        operationId: 'AddOrder',
        summary: 'Add order',
        parameters: [
          { name: 'Idempotency-Key', in: 'header', type: 'string' },
          {
            name: 'body',
            in: 'body',
            schema: {
              type: 'object',
              properties: { customer: { type: 'object', properties: { name: { type: 'string' } } } },
            },
          },
        ],
        responses: { 201: { description: 'made' } },
      },
    },
  },
};
const connector = readOrThrow();

function readOrThrow(): Connector {
  const { connector: read } = readConnector(document);
  if (read === undefined) throw new Error('the connector of the test cannot be read');
  return read;
}

function run(
  operationId: string,
  parameters: object,
  more: {
    connectionId?: string;
    respond?: () => HttpOutcome;
    connectors?: Record<string, Connector>;
  } = {},
) {
  const flow = {
    definition: {
      triggers: { manual: { type: 'Request' } },
      actions: {
        Call: {
          type: 'OpenApiConnection',
          inputs: {
            host: { apiId, connectionName: 'shared_shop', operationId },
            parameters,
            authentication: "@parameters('$authentication')",
          },
        },
        After: {
          type: 'Compose',
          inputs: "@outputs('Call')?['body/total']",
          runAfter: { Call: ['Succeeded'] },
        },
      },
    },
    connectionReferences: {
      shared_shop: { apiId, ...('connectionId' in more ? {} : { connectionId: 'connection-1' }) },
    },
    origin: 'power-automate',
  } as Flow;
  return runFlow(flow, {
    connectors: more.connectors ?? { [apiId]: connector },
    respond: more.respond ?? (() => answer(200, { total: 5 })),
  });
}

describe('a connector call', () => {
  it('builds the request from flat parameters and names the reference that signs it', () => {
    const { driver, records } = run('GetOrder', { id: "@concat('a/', 'b')" });
    expect(driver.calls[0]?.request).toMatchObject({
      method: 'GET',
      url: 'https://api.shop.test/v1/orders/a%2Fb',
    });
    const call = driver.commands.find((command) => command.type === 'call');
    expect(call).toMatchObject({ reference: 'shared_shop' });
    expect(records.Call).toMatchObject({
      status: 'Succeeded',
      inputs: { host: { operationId: 'GetOrder' }, parameters: { id: 'a/b' } },
      attempts: [{ method: 'GET', url: 'https://api.shop.test/v1/orders/a%2Fb', statusCode: 200 }],
    });
    expect(records.After?.outputs).toBe(5);
  });
  it('sends a body from its properties', () => {
    const { driver } = run('AddOrder', { 'body/customer/name': 'Ada' });
    expect(driver.calls[0]?.request.body).toEqual({ kind: 'text', text: '{"customer":{"name":"Ada"}}' });
  });
  it('says which error keeps an operation from being called, and where it is mended', () => {
    const { driver, records } = run('Broken', {});
    expect(driver.calls).toEqual([]);
    expect(records.Call?.error?.message).toBe(
      'The definition of Broken one has an error at kind: The default "many" is not of type integer. Correct it on the Definition tab of its connector.',
    );
  });
  it.each([
    ['an operation that is gone', run('Nothing', {}), 'OperationMissing'],
    ['an operation whose definition has an error', run('Broken', {}), 'OperationHasErrors'],
    ['a connector that is gone', run('GetOrder', { id: '1' }, { connectors: {} }), 'ConnectorMissing'],
    ['no connection', run('GetOrder', { id: '1' }, { connectionId: 'none' }), 'ConnectionMissing'],
  ])('fails before sending with %s', (_name, result, code) => {
    expect(result.records.Call).toMatchObject({ status: 'Failed', code });
    expect(result.driver.calls).toHaveLength(0);
  });
  it('fails before sending when a path parameter would leave its place', () => {
    const result = run('GetOrder', { id: '..' });
    expect(result.statuses.Call).toBe('Failed');
    expect(result.driver.calls).toHaveLength(0);
  });
  it('repeats a POST with the same key where the operation declares an idempotency key', () => {
    expect(connector.operations.find((each) => each.id === 'AddOrder')?.idempotencyHeader).toBeDefined();
    const { driver, statuses } = run('AddOrder', {}, { respond: () => failure('unknown') });
    const keys = new Set(
      driver.calls.map(
        ({ request }) =>
          Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'idempotency-key')?.[1],
      ),
    );
    expect(driver.calls).toHaveLength(5);
    expect(keys.size).toBe(1);
    expect([...keys][0]).toContain('run-1');
    expect(statuses.Call).toBe('Failed');
  });
});
