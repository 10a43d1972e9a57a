// Where a connector's calls go. Secrets are bound to this origin.
import type { Connector } from './model';

const hostShape = /^([\p{L}\p{N}]([\p{L}\p{N}._-]*[\p{L}\p{N}])?\.?|\[[0-9a-f:.]+\])(:\d{1,5})?$/iu;

/**
 * Host names, IPv4 and bracketed IPv6 addresses, with an optional port up to 65535; nothing else, so no user part and
 * no path. What passes can be called: port 99999 and `1.2.3.999` do not.
 */
export function isHostSyntax(host: string): boolean {
  return hostShape.test(host) && URL.canParse(`http://${host}`);
}

/**
 * `http://127.0.0.1:5080`, without the dot that may end a name: calls go to the name without it. '' where scheme and host
 * make no valid origin.
 */
export function connectionOrigin({ scheme, host }: Pick<Connector, 'scheme' | 'host'>): string {
  return isHostSyntax(host) ? new URL(`${scheme}://${host.replace(/\.(?=:|$)/, '')}`).origin : '';
}

/** True for the header or query parameter that the connection fills with its secret; makers never set it. */
export function isOwnedByConnection(
  connector: Pick<Connector, 'security'>,
  place: string,
  name: string,
): boolean {
  const { security } = connector;
  if (security.type === 'none') return false;
  if (security.type !== 'apiKey') return place === 'header' && name.toLowerCase() === 'authorization';
  if (place !== security.in) return false;
  return place === 'header' ? name.toLowerCase() === security.name.toLowerCase() : name === security.name;
}
