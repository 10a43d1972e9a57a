// Security Scheme Object and Security Requirement Object (OpenAPI 2.0 and 3.x). One scheme is the connector's way in, even
// where `security` is empty: published files rely on it.
import type { JsonObject } from '../../json';
import type { Connector, ConnectorSecurity, Dialect } from '../model';
import { type Located, resolveObject } from '../reference';
import { entriesOf, listMember, objectMember, textMember } from './members';
import { isMethod } from './paths-object';

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

type SecurityChoice = Connector['securityChoices'][number];

/** Every scheme that is declared, as calls would be signed by it. Labels come from the properties later. */
export function listSecurityChoices(document: JsonObject, dialect: Dialect): SecurityChoice[] {
  return listSecuritySchemes(document, dialect).flatMap(({ key, located }) => {
    const scheme = resolveObject(document, located);
    return scheme ? [{ key, pointer: located.pointer, security: readSecurityScheme(scheme.value) }] : [];
  });
}

/** The scheme that signs calls: one that `security` names, else the first that is supported, else the first. */
export function findSecurity(document: JsonObject, dialect: Dialect): SecurityChoice | undefined {
  const choices = listSecurityChoices(document, dialect);
  const named = listNamed(document).flatMap((name) => choices.filter(({ key }) => key === name));
  const candidates = named.length > 0 ? named : choices;
  return candidates.find(({ security }) => security.type !== 'unsupported') ?? candidates[0];
}

/** Names of the requirements of the document, else those of its operations, in order. */
function listNamed(document: JsonObject): string[] {
  const root: Located = { value: document, pointer: '' };
  const ofDocument = namesIn(root);
  if (ofDocument.length > 0) return ofDocument;
  const operations = entriesOf(objectMember(root, 'paths')).flatMap(({ located }) =>
    entriesOf(located).filter(({ key }) => isMethod(key)),
  );
  return [...new Set(operations.flatMap(({ located }) => namesIn(located)))];
}

function namesIn(holder: Located): string[] {
  return listMember(holder, 'security').flatMap((requirement) =>
    entriesOf(requirement).map(({ key }) => key),
  );
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
