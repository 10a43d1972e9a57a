// An OpenAPI document (2.0, 3.0, 3.1) and its apiProperties.json to the one connector model. It reads whatever can be
// read: faults that do not stop reading are the checker's business.
import type { Repair } from '../document/repair';
import { isJsonObject, type JsonObject, ownProperty } from '../json';
import { limits } from '../limits';
import type { Problem } from '../problem';
import type { Connector, ConnectorSecurity, Dialect } from './model';
import { defaultBrandColor } from './properties';
import { labelSecurity, readConnectionParameters, unwrapProperties } from './read/connection-parameters';
import type { ReadContext } from './read/context';
import { readHost } from './read/host';
import { objectMember, textMember } from './read/members';
import { listOperationPlaces, readPaths } from './read/paths-object';
import { findSecurity, listSecurityChoices } from './read/security-scheme-object';

export interface ReadResult {
  connector?: Connector;
  /** Why there is no connector; empty when there is one. */
  problems: Problem[];
  repairs: Repair[];
}

/** Reads a parsed definition. `properties` is apiProperties.json, whole or its inner object. */
export function readConnector(document: JsonObject, properties?: JsonObject): ReadResult {
  const repairs: Repair[] = [];
  const dialect = readDialect(document, repairs);
  if (typeof dialect === 'object') return { problems: [dialect], repairs };
  const context: ReadContext = { document, dialect, repairs };
  const places = listOperationPlaces(context);
  if (places.length > limits.operations.value) {
    const message = `${limits.operations.sentence} This file has ${places.length}.`;
    return { problems: [{ code: 'CONN1012', severity: 'error', at: '/paths', message }], repairs };
  }
  const operations = readPaths(context, places);
  const security: ConnectorSecurity = findSecurity(document, dialect)?.security ?? { type: 'none' };
  const connectionParameters = readConnectionParameters(properties, security);
  const info = objectMember({ value: document, pointer: '' }, 'info')?.value;
  const connector: Connector = {
    dialect,
    title: textMember(info, 'title'),
    description: textMember(info, 'description'),
    ...readHost(document, dialect),
    security: labelSecurity(security, connectionParameters),
    securityChoices: listSecurityChoices(document, dialect),
    connectionParameters,
    brandColor: readBrandColor(properties),
    operations,
    schemaCount: countSchemas(document, dialect),
    document,
  };
  return { connector, problems: [], repairs };
}

function readBrandColor(properties: JsonObject | undefined): string {
  const color = textMember(unwrapProperties(properties).value, 'iconBrandColor').trim();
  return /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : defaultBrandColor;
}

function countSchemas(document: JsonObject, dialect: Dialect): number {
  const holder = dialect === '2.0' ? document : ownProperty(document, 'components');
  const schemas = ownProperty(holder, dialect === '2.0' ? 'definitions' : 'schemas');
  return isJsonObject(schemas) ? Object.keys(schemas).length : 0;
}

function readDialect(document: JsonObject, repairs: Repair[]): Dialect | Problem {
  const swagger = ownProperty(document, 'swagger');
  const openapi = ownProperty(document, 'openapi');
  if (swagger !== undefined && /^2(\.|$)/.test(String(swagger))) {
    if (swagger !== '2.0')
      repairs.push(versionRepair(`"swagger" says ${JSON.stringify(swagger)}; it was read as "2.0".`));
    return '2.0';
  }
  const written = String(openapi ?? '');
  if (/^3\.0(\.|$)/.test(written) || written === '3') return '3.0';
  if (/^3\.[1-9]/.test(written)) return '3.1';
  if (swagger === undefined && openapi === undefined && isJsonObject(ownProperty(document, 'paths'))) {
    const guess: Dialect = ownProperty(document, 'components') === undefined ? '2.0' : '3.0';
    repairs.push(
      versionRepair(`The file does not say which version of OpenAPI it follows; it was read as ${guess}.`),
    );
    return guess;
  }
  return versionProblem(document, swagger ?? openapi);
}

function versionRepair(message: string): Repair {
  return { code: 'CONN1113', message };
}

function versionProblem(document: JsonObject, version: unknown): Problem {
  const base = { severity: 'error', at: '', rule: 'SpecificationVersionIncorrect' } as const;
  if (version !== undefined) {
    const message = `Version ${JSON.stringify(version)} of OpenAPI cannot be read. Save the file as 2.0, 3.0 or 3.1.`;
    return { ...base, code: 'CONN1011', message };
  }
  const isPostman = textMember(ownProperty(document, 'info'), 'schema').includes('postman');
  const message = isPostman
    ? 'This is a Postman collection, not an OpenAPI file. Export it as OpenAPI and import that.'
    : 'This is not an OpenAPI file: it has neither "swagger" nor "openapi" at its top.';
  return { ...base, code: 'CONN1010', message };
}
