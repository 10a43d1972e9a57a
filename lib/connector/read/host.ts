// Where the API lives. 2.0: `schemes`, `host`, `basePath`; 3.x: the Server Object with its variables' defaults.
import { isJsonObject, type JsonObject, ownProperty } from '../../json';
import type { Dialect } from '../model';
import { listMember, objectMember, textMember, textsMember } from './members';

export interface Host {
  scheme: 'https' | 'http';
  host: string;
  basePath: string;
}

/** Scheme, host and base path of a document; the host is empty where the document names none. */
export function readHost(document: JsonObject, dialect: Dialect): Host {
  if (dialect !== '2.0') return readServers(document);
  const schemes = textsMember(document, 'schemes').map((scheme) => scheme.toLowerCase());
  const scheme = !schemes.includes('https') && schemes.includes('http') ? 'http' : 'https';
  return {
    scheme,
    host: textMember(document, 'host').trim(),
    basePath: normaliseBasePath(textMember(document, 'basePath')),
  };
}

/** `/`, `api/` and `/api/` become '', `/api` and `/api`. */
export function normaliseBasePath(path: string): string {
  const inner = path.trim().replace(/^\/+|\/+$/g, '');
  return inner === '' ? '' : `/${inner}`;
}

function readServers(document: JsonObject): Host {
  const server = listMember({ value: document, pointer: '' }, 'servers')[0];
  const url = server ? fillVariables(textMember(server.value, 'url'), server.value).trim() : '';
  // Without a scheme (`//api.contoso.com/v1`) it is relative to where the file lies; that is https here.
  const match = /^(?:(https?):)?\/\/([^/?#]*)([^?#]*)/i.exec(url);
  if (!match)
    return { scheme: 'https', host: '', basePath: url.startsWith('/') ? normaliseBasePath(url) : '' };
  const [, scheme = 'https', host = '', path = ''] = match;
  return {
    scheme: scheme.toLowerCase() === 'http' ? 'http' : 'https',
    host,
    basePath: normaliseBasePath(path),
  };
}

/** Server Variable Object: `{name}` is replaced by its default; one without a default stays, and the checker says so. */
function fillVariables(url: string, server: unknown): string {
  if (!isJsonObject(server)) return url;
  const variables = objectMember({ value: server, pointer: '' }, 'variables');
  return url.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const value = ownProperty(ownProperty(variables?.value, name), 'default');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}
