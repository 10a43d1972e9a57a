// The definition of a connector made from blank: a Swagger 2.0 document without operations.
import type { JsonObject } from '../json';

export interface BlankDefinition {
  title: string;
  description: string;
  scheme: 'https' | 'http';
  /** Host with optional port. */
  host: string;
  /** With or without slashes; '/' is the root. */
  basePath: string;
}

/** A new definition with every top-level member that the editor fills later. */
export function blankDefinition({ title, description, scheme, host, basePath }: BlankDefinition): JsonObject {
  const inner = basePath.trim().replace(/^\/+|\/+$/g, '');
  return {
    swagger: '2.0',
    info: { title, description, version: '1.0' },
    host,
    basePath: `/${inner}`,
    schemes: [scheme],
    consumes: [],
    produces: [],
    paths: {},
    definitions: {},
    parameters: {},
    responses: {},
    securityDefinitions: {},
    security: [],
    tags: [],
  };
}
