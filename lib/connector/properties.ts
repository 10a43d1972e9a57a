// apiProperties.json (connectors.md §a): the empty one, and its connection parameters made from the security scheme.
import { type JsonObject, ownProperty } from '../json';
import type { ConnectorSecurity } from './model';
import { readConnectionParameters, unwrapProperties } from './read/connection-parameters';

/** The colour of a connector that nobody chose one for, as published packages have it. */
export const defaultBrandColor = '#007ee5';

/** Properties of a new connector: a colour, no connection parameters, no policies. */
export function emptyProperties(brandColor: string): JsonObject {
  return {
    properties: {
      connectionParameters: {},
      iconBrandColor: brandColor,
      capabilities: [],
      policyTemplateInstances: [],
    },
  };
}

/** The connection parameters that a security scheme needs, as the file format writes them. */
export function toConnectionParameters(security: ConnectorSecurity): JsonObject {
  if (security.type === 'apiKey') {
    return {
      api_key: field('securestring', security.label, {
        tabIndex: 2,
        description: `The ${security.label} for this api`,
      }),
    };
  }
  if (security.type !== 'basic') return {};
  return {
    username: field('string', security.userNameLabel, {
      tabIndex: 2,
      description: `The ${security.userNameLabel} for this api`,
    }),
    password: field('securestring', security.passwordLabel, {
      tabIndex: 3,
      description: `The ${security.passwordLabel} for this api`,
    }),
  };
}

/**
 * The properties with connection parameters that fit the security scheme. Fields of the old scheme are replaced,
 * fields of the connector's own (hosts, tenants) stay; every other member stays as it is.
 */
export function withSecurity(properties: JsonObject, security: ConnectorSecurity): JsonObject {
  const inner = unwrapProperties(properties).value;
  const declared = ownProperty(inner, 'connectionParameters');
  const own = Object.entries(
    declared !== null && typeof declared === 'object' && !Array.isArray(declared) ? declared : {},
  );
  const kept = own.filter(([name]) => !schemeNames.has(name) && !name.startsWith('token'));
  const next: JsonObject = {
    ...inner,
    connectionParameters: { ...Object.fromEntries(kept), ...toConnectionParameters(security) },
  };
  return inner === properties ? next : { ...properties, properties: next };
}

/** The security scheme that properties alone suggest, for a definition that declares none. */
export function securityOfProperties(properties: JsonObject | undefined): ConnectorSecurity {
  const parameters = readConnectionParameters(properties, { type: 'none' });
  const find = (name: string): string | undefined =>
    parameters.find((parameter) => parameter.name === name)?.label;
  const userNameLabel = find('username');
  const passwordLabel = find('password');
  if (userNameLabel !== undefined && passwordLabel !== undefined)
    return { type: 'basic', userNameLabel, passwordLabel };
  return { type: 'none' };
}

const schemeNames = new Set(['api_key', 'username', 'password']);

function field(type: string, displayName: string, ui: { tabIndex: number; description: string }): JsonObject {
  return {
    type,
    uiDefinition: {
      displayName,
      description: ui.description,
      tooltip: `Provide your ${displayName}`,
      constraints: { tabIndex: ui.tabIndex, clearText: type === 'string', required: 'true' },
    },
  };
}
