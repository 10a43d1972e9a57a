// Private addresses that an administrator opened, as exact `host:port`.
import { deleteAllowedHost, insertAllowedHost, listAllowedHosts } from '@/db/queries/allowed-host';
import { AppError } from '@/lib/app-error';
import { parseHostPort } from '@/lib/host-port';
import type { Services } from '../services';

export function allowHost(services: Services, userId: string, text: string): { host: string } {
  const host = parseHostPort(text);
  if (host === undefined)
    throw new AppError('INVALID_INPUT', 'Write host and port, such as 127.0.0.1:5080.', { field: 'host' });
  insertAllowedHost(services.database, { host, createdBy: userId, createdAt: services.now() });
  services.log.info({ host, userId }, 'host allowed');
  return { host };
}

export function removeAllowedHost(services: Services, host: string): void {
  if (deleteAllowedHost(services.database, host) === 0)
    throw new AppError('NOT_FOUND', `${host} is not on the list.`);
}

/** Those of the settings cannot be removed from the screen. */
export function listHosts(services: Services): { host: string; fixed: boolean; createdAt?: number }[] {
  const fixed = services.settings.allowHosts.map((host) => ({ host, fixed: true }));
  const added = listAllowedHosts(services.database).map((row) => ({
    host: row.host,
    fixed: false,
    createdAt: row.createdAt,
  }));
  return [...fixed, ...added.filter((row) => !services.settings.allowHosts.includes(row.host))];
}
