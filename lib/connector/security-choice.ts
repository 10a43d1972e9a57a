// A definition may declare several ways to sign its calls. A connector has one: which there are, and how one is chosen.

import { applyChanges } from '../document/change';
import { isJsonObject, type JsonObject, ownProperty } from '../json';
import type { DocumentChange } from '../problem';
import type { ConnectorSecurity, Dialect } from './model';
import { listSecuritySchemes, readSecurity } from './read/security-scheme-object';

export interface SecurityChoice {
  /** Key of the scheme in the definition. */
  key: string;
  security: ConnectorSecurity;
}

/** Every declared scheme (2.0 `securityDefinitions`, 3.x `components.securitySchemes`), in document order. */
export function listSecurityChoices(document: JsonObject, dialect: Dialect): SecurityChoice[] {
  return listSecuritySchemes(document, dialect).map(({ key }) => ({
    key,
    security: readSecurity(applyChanges(document, chooseSecurity(document, dialect, key)), dialect),
  }));
}

/** The changes that make the scheme under `key` the connector's: it comes first and is the one that `security` names. */
export function chooseSecurity(document: JsonObject, dialect: Dialect, key: string): DocumentChange[] {
  const schemes = listSecuritySchemes(document, dialect);
  const chosen = schemes.find((scheme) => scheme.key === key);
  if (!chosen) return [];
  const ordered = [chosen, ...schemes.filter((scheme) => scheme !== chosen)];
  const written = Object.fromEntries(ordered.map(({ key: name, located }) => [name, located.value]));
  const at = dialect === '2.0' ? '/securityDefinitions' : '/components/securitySchemes';
  return [
    { op: 'set', at, value: written },
    { op: 'set', at: '/security', value: [requirementOf(document, key)] },
  ];
}

/** What the definition itself asks of the scheme, e.g. its scopes. */
function requirementOf(document: JsonObject, key: string): JsonObject {
  const listed = ownProperty(document, 'security');
  const entries = Array.isArray(listed) ? listed.filter(isJsonObject) : [];
  const own = entries.find((entry) => Object.hasOwn(entry, key));
  return { [key]: ownProperty(own, key) ?? [] };
}
