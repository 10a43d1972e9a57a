// The same API in OpenAPI 3.1, derived from swagger.ts so that the two can never say different things.
import { swaggerDocument } from './swagger';

export interface SwaggerParameter {
  in: string;
  name: string;
  type?: string;
  format?: string;
  schema?: object;
}

export interface SwaggerOperation {
  tags: string[];
  summary: string;
  description: string;
  operationId: string;
  consumes?: string[];
  produces?: string[];
  parameters?: SwaggerParameter[];
  responses: Record<string, { description: string; schema?: object }>;
}

/** References point to `#/components/schemas` instead of `#/definitions`. */
function moveReferences<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/definitions/', '"#/components/schemas/')) as T;
}

const content = (types: string[], schema: object) =>
  Object.fromEntries(types.map((type) => [type, { schema: moveReferences(schema) }]));

function toOperation(operation: SwaggerOperation): object {
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in !== 'body');
  const body = operation.parameters?.find((parameter) => parameter.in === 'body');
  const responses = Object.entries(operation.responses).map(([status, { description, schema }]) => [
    status,
    {
      description,
      ...(schema ? { content: content(operation.produces ?? ['application/json'], schema) } : {}),
    },
  ]);
  return {
    tags: operation.tags,
    summary: operation.summary,
    description: operation.description,
    operationId: operation.operationId,
    ...(parameters.length > 0
      ? { parameters: parameters.map(({ in: place, name, ...schema }) => ({ name, in: place, schema })) }
      : {}),
    ...(body?.schema
      ? { requestBody: { content: content(operation.consumes ?? ['application/json'], body.schema) } }
      : {}),
    responses: Object.fromEntries(responses),
  };
}

/** The operations of the definition: path, method, operation, in file order. */
export function listOperations(
  host: string,
): { path: string; method: string; operation: SwaggerOperation }[] {
  const paths: Record<string, Record<string, SwaggerOperation>> = swaggerDocument(host).paths;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
}

/** The 3.1 definition as it is served at `host`. */
export function openApiDocument(host: string): object {
  const swagger = swaggerDocument(host);
  const paths: Record<string, Record<string, object>> = {};
  for (const { path, method, operation } of listOperations(host)) {
    paths[path] = { ...paths[path], [method]: toOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: swagger.info,
    servers: [{ url: `http://${host}` }],
    paths,
    components: {
      schemas: moveReferences(swagger.definitions),
      securitySchemes: swagger.securityDefinitions,
    },
    security: [{ apiKey: [] }],
  };
}
