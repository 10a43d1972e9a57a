// Who may do what: the one table. A procedure names its permission; a permission without an entry does not compile.
import type { EnvironmentRole } from '@/db/queries/environment';

export type Role = EnvironmentRole;

const makers: readonly Role[] = ['administrator', 'maker'];
const runners: readonly Role[] = ['administrator', 'maker', 'runner'];
const everyone: readonly Role[] = ['administrator', 'maker', 'runner', 'reader'];

/** Rights inside an environment. */
const environmentPermissions = {
  'solution.read': everyone,
  'solution.edit': makers,
  'connector.read': everyone,
  'connector.edit': makers,
  'connector.test': makers,
  'connection.list': everyone,
  'connection.edit': makers,
  'flow.read': everyone,
  'flow.edit': makers,
  'flow.run': runners,
  'run.read': everyone,
  'run.decide': runners,
} as const satisfies Record<string, readonly Role[]>;

/** Rights that need no environment: for anybody, for whoever is signed in, for an administrator of the server. */
const otherPermissions = ['public', 'self', 'server.administer'] as const;

export type EnvironmentPermission = keyof typeof environmentPermissions;
export type Permission = EnvironmentPermission | (typeof otherPermissions)[number];

export function isEnvironmentPermission(permission: Permission): permission is EnvironmentPermission {
  return permission in environmentPermissions;
}

export function roleMay(role: Role, permission: EnvironmentPermission): boolean {
  const roles: readonly Role[] = environmentPermissions[permission];
  return roles.includes(role);
}
