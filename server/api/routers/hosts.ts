// Private addresses that the outbound door may call.
import { allowHost, listHosts, removeAllowedHost } from '../../connection/allowed-host';
import { z } from '../../zod';
import { none } from '../inputs';
import { procedure, router } from '../procedure';

const host = z.strictObject({ host: z.string().max(300) });

export const hostsRouter = router({
  list: procedure
    .permission('server.administer')
    .input(none)
    .query(({ ctx }) => listHosts(ctx.services)),
  allow: procedure
    .permission('server.administer')
    .input(host)
    .mutation(({ ctx, input }) => allowHost(ctx.services, ctx.user.userId, input.host)),
  remove: procedure
    .permission('server.administer')
    .input(host)
    .mutation(({ ctx, input }) => removeAllowedHost(ctx.services, input.host)),
});
