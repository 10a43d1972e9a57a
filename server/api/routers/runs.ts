// Runs: started, listed, read, watched, cancelled, decided.
import { tracked } from '@trpc/server';
import { cancelRun, decideRun } from '../../run/decide';
import { listIteration, listIterations } from '../../run/iterations';
import { resubmitRun, startRun } from '../../run/start';
import { getRunDetails, getRunRecord, listRunViews } from '../../run/views';
import { watchRun } from '../../run/watch';
import { z } from '../../zod';
import { byId, id, jsonObject, jsonValue, revision } from '../inputs';
import { procedure, router } from '../procedure';

const actionName = z.string().min(1).max(300);
const iteration = z
  .array(z.strictObject({ loop: z.string().max(300), index: z.number().int().min(0) }))
  .max(64);
const runStatus = z.enum(['Waiting', 'Running', 'Succeeded', 'Failed', 'Cancelled', 'TimedOut']);
export const runsRouter = router({
  start: procedure
    .permission('flow.run')
    .input(
      z.strictObject({
        flowId: id,
        draft: z.boolean().optional(),
        revision: revision.optional(),
        inputs: jsonObject.optional(),
      }),
    )
    .mutation(({ ctx, input }) => startRun(ctx.scope, input)),
  resubmit: procedure
    .permission('flow.run')
    .input(z.strictObject({ runId: id }))
    .mutation(({ ctx, input }) => resubmitRun(ctx.scope, input.runId)),
  list: procedure
    .permission('run.read')
    .input(
      z
        .strictObject({
          flowId: id.optional(),
          status: runStatus.optional(),
          inDoubt: z.boolean().optional(),
          before: z.string().max(200).optional(),
          limit: z.number().int().min(1).max(200).optional(),
        })
        .optional(),
    )
    .query(({ ctx, input }) => listRunViews(ctx.scope, input ?? {})),
  get: procedure
    .permission('run.read')
    .input(byId)
    .query(({ ctx, input }) => getRunDetails(ctx.scope, input.id)),
  record: procedure
    .permission('run.read')
    .input(z.strictObject({ runId: id, name: actionName, iteration: iteration.optional() }))
    .query(({ ctx, input }) => getRunRecord(ctx.scope, input)),
  iteration: procedure
    .permission('run.read')
    .input(z.strictObject({ runId: id, iteration: iteration.min(1) }))
    .query(({ ctx, input }) => listIteration(ctx.scope, input)),
  iterations: procedure
    .permission('run.read')
    .input(
      z.strictObject({
        runId: id,
        loop: actionName,
        /** The iteration that the loop stands in. */
        within: iteration.optional(),
      }),
    )
    .query(({ ctx, input }) => listIterations(ctx.scope, input)),
  watch: procedure
    .permission('run.read')
    .input(
      z.strictObject({
        runId: id,
        after: z.number().int().min(0).optional(),
        /** Set by the client when it comes back. */
        lastEventId: z.coerce.number().int().min(0).nullish(),
      }),
    )
    .subscription(async function* ({ ctx, input, signal }) {
      const after = Math.max(input.after ?? 0, input.lastEventId ?? 0);
      for await (const change of watchRun(ctx.scope, { runId: input.runId, after }, signal)) {
        yield tracked(String(change.sequence), change);
      }
    }),
  cancel: procedure
    .permission('run.decide')
    .input(byId)
    .mutation(({ ctx, input }) => cancelRun(ctx.scope, input.id)),
  decide: procedure
    .permission('run.decide')
    .input(
      z.strictObject({
        runId: id,
        name: actionName,
        iteration: iteration.optional(),
        decision: z.enum(['send-again', 'worked', 'failed', 'cancel-run']),
        output: jsonValue.optional(),
      }),
    )
    .mutation(({ ctx, input }) => decideRun(ctx.scope, input)),
});
