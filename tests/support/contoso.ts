// A small connector like the sample's, and a flow that uses it, for tests of tokens and checks.
import type { Connector } from '@/lib/connector/model';
import { readConnector } from '@/lib/connector/read-connector';
import type { ActionDefinition } from '@/lib/flow/definition';
import type { JsonObject } from '@/lib/json';

export const contosoApi = '/providers/Microsoft.PowerApps/apis/shared_contoso';

const definition: JsonObject = {
  swagger: '2.0',
  info: { title: 'Contoso invoicing', version: '1.0' },
  host: 'contoso.example',
  basePath: '/',
  schemes: ['https'],
  securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-API-KEY' } },
  security: [{ key: [] }],
  paths: {
    '/ListInvoices': {
      get: {
        operationId: 'ListInvoices',
        summary: 'List Invoices',
        parameters: [{ name: 'fromDate', in: 'query', type: 'string', format: 'date-time' }],
        responses: { 200: { description: 'Success', schema: { $ref: '#/definitions/InvoiceList' } } },
      },
    },
    '/GetInvoice': {
      get: {
        operationId: 'GetInvoice',
        summary: 'Get Invoice',
        parameters: [
          { name: 'id', in: 'query', type: 'string', required: true, 'x-ms-summary': 'Invoice ID' },
        ],
        responses: { 200: { description: 'Success' } },
      },
    },
    '/AddInvoice': {
      post: {
        operationId: 'AddInvoice',
        summary: 'Add Invoice',
        deprecated: true,
        parameters: [
          {
            name: 'body',
            in: 'body',
            required: true,
            schema: {
              type: 'object',
              required: ['invoice'],
              properties: { invoice: { $ref: '#/definitions/Invoice' } },
            },
          },
        ],
        responses: { 200: { description: 'Success', schema: { $ref: '#/definitions/Invoice' } } },
      },
    },
    '/ListTags': {
      get: {
        operationId: 'ListTags',
        summary: 'List Tags',
        responses: { 200: { description: 'Success', schema: { type: 'array', items: { type: 'string' } } } },
      },
    },
  },
  definitions: {
    InvoiceList: {
      type: 'object',
      properties: {
        invoices: { type: 'array', items: { $ref: '#/definitions/Invoice' } },
        owner: { type: 'object', properties: { name: { type: 'string' } } },
      },
    },
    Invoice: {
      type: 'object',
      required: ['amount'],
      properties: {
        invoiceId: { type: 'string' },
        amount: { type: 'number', format: 'double' },
        lines: { type: 'array', items: { type: 'object', properties: { text: { type: 'string' } } } },
      },
    },
  },
};

export function contoso(): Connector {
  const { connector } = readConnector(definition);
  if (!connector) throw new Error('the test connector does not read');
  return connector;
}

/** A step that calls an operation of it. */
export function call(operationId: string, parameters: JsonObject = {}, ...after: string[]): ActionDefinition {
  return {
    type: 'OpenApiConnection',
    inputs: { host: { apiId: contosoApi, connectionName: 'shared_contoso', operationId }, parameters },
    runAfter: Object.fromEntries(after.map((name) => [name, ['Succeeded']])),
  };
}
