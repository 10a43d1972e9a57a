// Whether somebody who was let in may stay: for what lasts longer than a request.
import { listMemberships } from '@/db/queries/environment';
import { findSessionUser } from '@/db/queries/session';
import type { Scope } from '../services';
import { type EnvironmentPermission, roleMay } from './permissions';

/** False once the session has ended, or the role was taken away or no longer holds the right. */
export function isStillAllowed(
  { services, environmentId, user }: Scope,
  permission: EnvironmentPermission,
): boolean {
  const { database, now } = services;
  if (findSessionUser(database, user.sessionId, now())?.id !== user.userId) return false;
  const membership = listMemberships(database, user.userId).find(({ id }) => id === environmentId);
  return membership !== undefined && roleMay(membership.role, permission);
}
