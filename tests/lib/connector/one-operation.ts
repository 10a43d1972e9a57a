// A connector with one operation, read from a definition as the product reads it: the smallest thing requests need.
import type { Connector, Operation } from '@/lib/connector/model';
import { readConnector } from '@/lib/connector/read-connector';
import type { JsonObject } from '@/lib/json';

export interface OneOperation {
  path?: string;
  method?: string;
  parameters?: JsonObject[];
  operation?: JsonObject;
  root?: JsonObject;
  properties?: JsonObject;
}

/** A Swagger 2.0 document with one operation, `Op`. */
export function oneOperationDocument({
  path = '/items',
  method = 'get',
  parameters = [],
  operation = {},
  root = {},
}: OneOperation): JsonObject {
  return {
    swagger: '2.0',
    info: { title: 'T', version: '1', description: 'D' },
    host: 'api.example.test',
    basePath: '/v1',
    schemes: ['https'],
    paths: {
      [path]: {
        [method]: {
          operationId: 'Op',
          summary: 'Op',
          responses: { 200: { description: 'ok' } },
          parameters,
          ...operation,
        },
      },
    },
    ...root,
  };
}

export function oneOperation(input: OneOperation): { connector: Connector; operation: Operation } {
  const { connector } = readConnector(oneOperationDocument(input), input.properties);
  const operation = connector?.operations[0];
  if (!connector || !operation) throw new Error('the document of the test has no operation');
  return { connector, operation };
}
