// The only way to make a procedure: `procedure.permission('flow.edit')`. There is no builder without a permission, so a
// procedure that forgot to say who may call it does not compile.
import { initTRPC } from '@trpc/server';
import superjson from 'superjson';
import { listMemberships } from '@/db/queries/environment';
import { AppError } from '@/lib/app-error';
import type { SessionUser } from '../auth/door';
import {
  type EnvironmentPermission,
  isEnvironmentPermission,
  type Permission,
  roleMay,
} from '../auth/permissions';
import type { Scope } from '../services';
import type { ApiContext } from './context';
import { readError, toTrpcError } from './error-data';

export interface ProcedureMeta {
  permission: Permission;
}

const t = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    isDev: false,
    errorFormatter({ shape, error }) {
      const read = readError(error);
      return { ...shape, message: read.message, data: { ...shape.data, appError: read.data } };
    },
  });

export const router = t.router;
export const createCaller = t.createCallerFactory;

/** An AppError anywhere below becomes tRPC's error with the right code. */
const base = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof AppError) throw toTrpcError(result.error.cause);
  return result;
});

const publicProcedure = base.meta({ permission: 'public' });

function selfProcedure(permission: 'self' | 'server.administer') {
  return base.meta({ permission }).use(({ ctx, next }) => {
    const user = signedIn(ctx);
    if (permission === 'server.administer' && user.role !== 'administrator') throw new AppError('FORBIDDEN');
    return next({ ctx: { services: ctx.services, user, environmentId: ctx.environmentId } });
  });
}

function scopedProcedure(permission: EnvironmentPermission) {
  return base.meta({ permission }).use(({ ctx, next }) => {
    const user = signedIn(ctx);
    const scope = scopeOf(ctx, user);
    if (!roleMay(scope.role, permission)) throw new AppError('FORBIDDEN');
    return next({ ctx: { scope } });
  });
}

function permission(name: 'public'): typeof publicProcedure;
function permission(name: 'self' | 'server.administer'): ReturnType<typeof selfProcedure>;
function permission(name: EnvironmentPermission): ReturnType<typeof scopedProcedure>;
function permission(name: Permission) {
  if (name === 'public') return publicProcedure;
  return isEnvironmentPermission(name) ? scopedProcedure(name) : selfProcedure(name);
}

export const procedure = { permission };

function signedIn(ctx: ApiContext): SessionUser {
  if (ctx.user === undefined) throw new AppError('UNAUTHENTICATED');
  return ctx.user;
}

/** The environment that was named, or the first; a foreign one is as unknown as one that does not exist. */
function scopeOf(ctx: ApiContext, user: SessionUser): Scope {
  const memberships = listMemberships(ctx.services.database, user.userId);
  const membership =
    ctx.environmentId === undefined
      ? memberships[0]
      : memberships.find((candidate) => candidate.id === ctx.environmentId);
  if (membership === undefined)
    throw new AppError('NOT_FOUND', 'This environment does not exist, or is not yours.');
  return { services: ctx.services, environmentId: membership.id, role: membership.role, user };
}
