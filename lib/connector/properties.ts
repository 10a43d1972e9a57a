// apiProperties.json (Power Platform, custom connector files): the empty one, and its connection parameters made from the security scheme.
import { isJsonObject, type JsonObject, ownProperty } from '../json';
import type { ConnectorSecurity } from './model';
import { schemeFields, unwrapProperties } from './read/connection-parameters';

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
function toConnectionParameters(security: ConnectorSecurity): JsonObject {
  if (security.type === 'apiKey') {
    return {
      api_key: field('securestring', security.label, {
        tabIndex: 2,
        description: `${security.label} of this connection`,
      }),
    };
  }
  if (security.type !== 'basic') return {};
  return {
    username: field('string', security.userNameLabel, {
      tabIndex: 2,
      description: `${security.userNameLabel} of this connection`,
    }),
    password: field('securestring', security.passwordLabel, {
      tabIndex: 3,
      description: `${security.passwordLabel} of this connection`,
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
  const own = Object.entries(isJsonObject(declared) ? declared : {});
  const kept = own.filter(([name]) => !schemeFields.includes(name) && !name.startsWith('token'));
  const next: JsonObject = {
    ...inner,
    connectionParameters: { ...Object.fromEntries(kept), ...toConnectionParameters(security) },
  };
  return inner === properties ? next : { ...properties, properties: next };
}

function field(type: string, displayName: string, ui: { tabIndex: number; description: string }): JsonObject {
  return {
    type,
    uiDefinition: {
      displayName,
      description: ui.description,
      tooltip: `Enter the ${displayName}`,
      constraints: { tabIndex: ui.tabIndex, clearText: type === 'string', required: 'true' },
    },
  };
}
