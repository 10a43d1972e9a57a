// Security Scheme Object (OpenAPI 2.0 and 3.x). The first definition is the connector's way
// in, even where `security` is empty: published files rely on it.
import type { JsonObject } from '../../json';
import type { ConnectorSecurity, Dialect } from '../model';
import { type Located, resolveObject } from '../reference';
import { entriesOf, objectMember, textMember } from './members';

const keyLabel = 'API Key';

/** Every declared scheme with its key and pointer, in document order. */
export function listSecuritySchemes(
  document: JsonObject,
  dialect: Dialect,
): { key: string; located: Located }[] {
  const root: Located = { value: document, pointer: '' };
  if (dialect === '2.0') return entriesOf(objectMember(root, 'securityDefinitions'));
  const components = objectMember(root, 'components');
  return components ? entriesOf(objectMember(components, 'securitySchemes')) : [];
}

/** How the connector signs its calls, by its first security scheme. Labels come from the properties later. */
export function readSecurity(document: JsonObject, dialect: Dialect): ConnectorSecurity {
  const first = listSecuritySchemes(document, dialect)[0];
  const scheme = first && resolveObject(document, first.located);
  return scheme ? readSecurityScheme(scheme.value) : { type: 'none' };
}

function readSecurityScheme(scheme: JsonObject): ConnectorSecurity {
  const type = textMember(scheme, 'type').toLowerCase();
  const httpScheme = textMember(scheme, 'scheme').toLowerCase();
  const prefix = textMember(scheme, 'x-value-prefix');
  if (type === 'apikey') {
    const place = textMember(scheme, 'in').toLowerCase();
    const name = textMember(scheme, 'name');
    if (place === 'cookie' || name === '')
      return { type: 'unsupported', name: `API key in ${place || 'no place'}` };
    const key: ConnectorSecurity = {
      type: 'apiKey',
      label: keyLabel,
      name,
      in: place === 'query' ? 'query' : 'header',
    };
    return prefix === '' ? key : { ...key, prefix };
  }
  if (type === 'basic' || (type === 'http' && httpScheme === 'basic')) {
    return { type: 'basic', userNameLabel: 'User name', passwordLabel: 'Password' };
  }
  if (type === 'http' && httpScheme === 'bearer') {
    return {
      type: 'apiKey',
      label: 'Token',
      name: 'Authorization',
      in: 'header',
      prefix: prefix || 'Bearer ',
    };
  }
  const names: Record<string, string> = {
    oauth2: 'OAuth 2.0',
    openidconnect: 'OpenID Connect',
    mutualtls: 'Mutual TLS',
  };
  return {
    type: 'unsupported',
    name: Object.hasOwn(names, type) ? (names[type] ?? type) : type || 'unknown',
  };
}
