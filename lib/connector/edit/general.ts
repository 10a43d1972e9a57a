// Edits of the general facts: description, scheme, host and base path (2.0 members, 3.x Server Object).
import { isJsonObject, type JsonValue, ownProperty } from '../../json';
import type { DocumentChange } from '../../problem';
import type { Connector } from '../model';

export interface GeneralChange {
  description?: string | undefined;
  scheme?: 'https' | 'http' | undefined;
  host?: string | undefined;
  basePath?: string | undefined;
}

/** Sets what is given and differs; everything else of the document stays. */
export function setGeneral(connector: Connector, change: GeneralChange): DocumentChange[] {
  const changes: DocumentChange[] = [];
  if (change.description !== undefined && change.description !== connector.description) {
    changes.push({ op: 'set', at: '/info/description', value: change.description });
  }
  const scheme = change.scheme ?? connector.scheme;
  const host = change.host ?? connector.host;
  const basePath = change.basePath ?? connector.basePath;
  if (connector.dialect !== '2.0') {
    const moved = scheme !== connector.scheme || host !== connector.host || basePath !== connector.basePath;
    return moved
      ? [...changes, serversChange(connector, `${scheme}://${host}${withSlash(basePath)}`)]
      : changes;
  }
  if (scheme !== connector.scheme) changes.push({ op: 'set', at: '/schemes', value: [scheme] });
  if (host !== connector.host) changes.push({ op: 'set', at: '/host', value: host });
  if (basePath !== connector.basePath)
    changes.push({ op: 'set', at: '/basePath', value: withSlash(basePath) || '/' });
  return changes;
}

function withSlash(path: string): string {
  const trimmed = path.trim();
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

function serversChange(connector: Connector, url: string): DocumentChange {
  const servers = ownProperty(connector.document, 'servers');
  const list: JsonValue[] = Array.isArray(servers) ? servers : [];
  const [first, ...rest] = list;
  return { op: 'set', at: '/servers', value: [{ ...(isJsonObject(first) ? first : {}), url }, ...rest] };
}
