// Connections: made in place, listed, renamed, given new values, tested, deleted.
import {
  createConnection,
  listConnectionDependents,
  listConnectionViews,
  removeConnection,
  renameConnection,
  replaceConnectionValues,
} from '../../connection/connections';
import { testConnection } from '../../connection/test-connection';
import { z } from '../../zod';
import { byId, displayName, id } from '../inputs';
import { procedure, router } from '../procedure';

const values = z.record(z.string().max(200), z.string().max(8_192));

export const connectionsRouter = router({
  list: procedure
    .permission('connection.list')
    .input(z.strictObject({ connectorId: id.optional() }).optional())
    .query(({ ctx, input }) => listConnectionViews(ctx.scope, input?.connectorId)),
  dependents: procedure
    .permission('connection.edit')
    .input(byId)
    .query(({ ctx, input }) => listConnectionDependents(ctx.scope, input.id)),
  create: procedure
    .permission('connection.edit')
    .input(z.strictObject({ connectorId: id, name: displayName, values }))
    .mutation(({ ctx, input }) => createConnection(ctx.scope, input)),
  rename: procedure
    .permission('connection.edit')
    .input(z.strictObject({ id, name: displayName }))
    .mutation(({ ctx, input }) => renameConnection(ctx.scope, input)),
  replaceValues: procedure
    .permission('connection.edit')
    .input(z.strictObject({ id, values }))
    .mutation(({ ctx, input }) => replaceConnectionValues(ctx.scope, input)),
  test: procedure
    .permission('connection.edit')
    .input(byId)
    .mutation(({ ctx, input }) => testConnection(ctx.scope, input.id)),
  remove: procedure
    .permission('connection.edit')
    .input(z.strictObject({ id, confirm: z.boolean().optional() }))
    .mutation(({ ctx, input }) => removeConnection(ctx.scope, input)),
});
