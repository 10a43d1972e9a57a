// The only place where a secret becomes part of a request. It is bound to the origin it was entered for: for any other
// place nothing is sent.
import type { Secret } from '../connection/secret-box';
import { badRequest, type Checked, passed, refuse } from './failure';
import { checkHeaders } from './request-headers';

export interface Credential {
  /** As `URL.origin` writes it: `http://127.0.0.1:5080`, `https://api.example.com`. */
  origin: string;
  placements: {
    in: 'header' | 'query';
    name: string;
    value: Secret;
    /** Secrets inside the value, which an answer may repeat on their own. */
    parts?: Secret[];
  }[];
}

export interface Signed {
  /** Path and query. */
  path: string;
  /** Lower-case names. */
  headers: Record<string, string>;
}

/** The request with its secrets in place. */
export function signRequest(
  url: URL,
  headers: Record<string, string>,
  credential: Credential,
): Checked<Signed> {
  if (credential.origin !== url.origin) {
    const message =
      `The connection belongs to ${credential.origin}, and this call goes to ${url.origin}. ` +
      'Nothing was sent. Enter the values of the connection again.';
    return refuse('ConnectionOriginMismatch', message);
  }
  const added: Record<string, string> = {};
  let search = url.search;
  for (const { in: place, name, value } of credential.placements) {
    const taken = place === 'header' ? name.toLowerCase() in headers : url.searchParams.has(name);
    if (taken)
      return badRequest(`The connection sets ${name} itself. Remove this ${place} value from the step.`);
    if (place === 'header') added[name] = value.reveal();
    else search += `${search ? '&' : '?'}${encodeURIComponent(name)}=${encodeURIComponent(value.reveal())}`;
  }
  const checked = checkHeaders(added);
  if (!checked.ok) return checked;
  return passed({ path: url.pathname + search, headers: { ...headers, ...checked.value } });
}
