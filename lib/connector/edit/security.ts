// How calls are signed, written to both places: the security scheme of the definition, the connection parameters of the properties.
import { isJsonObject, type JsonObject, ownProperty } from '../../json';
import type { DocumentChange } from '../../problem';
import type { Connector, ConnectorSecurity } from '../model';
import { withSecurity } from '../properties';
import { unwrapProperties } from '../read/connection-parameters';
import { findSecurity, listSecuritySchemes } from '../read/security-scheme-object';

export interface SecurityEdit {
  definition: DocumentChange[];
  properties: DocumentChange[];
}

/** The changes that make `security` the connector's way in. Other declared schemes stay as they are. */
export function setSecurity(input: {
  connector: Connector;
  properties: JsonObject;
  security: ConnectorSecurity;
}): SecurityEdit {
  const { connector, properties, security } = input;
  const next = unwrapProperties(withSecurity(properties, security));
  const parameters = ownProperty(next.value, 'connectionParameters') ?? {};
  return {
    definition: definitionChanges(connector, security),
    properties: [{ op: 'set', at: `${next.pointer}/connectionParameters`, value: parameters }],
  };
}

/** The change that makes the declared scheme under `key` the one that signs calls; none where there is no such scheme. */
export function chooseSecurity(connector: Connector, key: string): DocumentChange[] {
  const { document, securityChoices } = connector;
  if (!securityChoices.some((choice) => choice.key === key)) return [];
  return [{ op: 'set', at: '/security', value: [requirementOf(document, key)] }];
}

/** What the definition itself asks of the scheme, e.g. its scopes. */
function requirementOf(document: JsonObject, key: string): JsonObject {
  const listed = ownProperty(document, 'security');
  const entries = Array.isArray(listed) ? listed.filter(isJsonObject) : [];
  const own = entries.find((entry) => Object.hasOwn(entry, key));
  return { [key]: ownProperty(own, key) ?? [] };
}

function definitionChanges(connector: Connector, security: ConnectorSecurity): DocumentChange[] {
  const { document, dialect } = connector;
  const key = findSecurity(document, dialect)?.key ?? 'api_key';
  const declared = listSecuritySchemes(document, dialect).map((other) => [other.key, other.located.value]);
  const scheme = schemeOf(security, dialect === '2.0');
  const schemes: JsonObject = scheme ? { ...Object.fromEntries(declared), [key]: scheme } : {};
  return [
    schemesChange(document, dialect === '2.0', schemes),
    { op: 'set', at: '/security', value: scheme ? [{ [key]: [] }] : [] },
  ];
}

function schemesChange(document: JsonObject, isSwagger: boolean, schemes: JsonObject): DocumentChange {
  if (isSwagger) return { op: 'set', at: '/securityDefinitions', value: schemes };
  return isJsonObject(ownProperty(document, 'components'))
    ? { op: 'set', at: '/components/securitySchemes', value: schemes }
    : { op: 'set', at: '/components', value: { securitySchemes: schemes } };
}

function schemeOf(security: ConnectorSecurity, isSwagger: boolean): JsonObject | undefined {
  if (security.type === 'apiKey') {
    const scheme: JsonObject = { type: 'apiKey', in: security.in, name: security.name };
    return security.prefix ? { ...scheme, 'x-value-prefix': security.prefix } : scheme;
  }
  if (security.type === 'basic') return isSwagger ? { type: 'basic' } : { type: 'http', scheme: 'basic' };
  return undefined;
}
