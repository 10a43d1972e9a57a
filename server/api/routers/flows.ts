// Flows: drafts that autosave, versions that run.
import { createFlow } from '../../flow/create';
import { discardFlowDraft, publishFlow, renameFlow, saveFlowDraft, setFlowState } from '../../flow/draft';
import { listFlowDependents, removeFlow } from '../../flow/remove';
import { getRunForm } from '../../flow/run-form';
import { getFlowView, listFlowViews } from '../../flow/views';
import { z } from '../../zod';
import { byId, displayName, documentText, id, revision, state } from '../inputs';
import { procedure, router } from '../procedure';

const references = z.record(
  z.string().max(300),
  z
    .strictObject({ apiId: z.string().max(500), connectionId: id.optional() })
    .transform(({ apiId, connectionId }) =>
      connectionId === undefined ? { apiId } : { apiId, connectionId },
    ),
);

export const flowsRouter = router({
  list: procedure
    .permission('flow.read')
    .input(z.strictObject({ solutionId: id.optional() }).optional())
    .query(({ ctx, input }) => listFlowViews(ctx.scope, input?.solutionId)),
  get: procedure
    .permission('flow.read')
    .input(byId)
    .query(({ ctx, input }) => getFlowView(ctx.scope, input.id)),
  runForm: procedure
    .permission('flow.read')
    .input(z.strictObject({ id, draft: z.boolean() }))
    .query(({ ctx, input }) => getRunForm(ctx.scope, input)),
  dependents: procedure
    .permission('flow.read')
    .input(byId)
    .query(({ ctx, input }) => listFlowDependents(ctx.scope, input.id)),
  create: procedure
    .permission('flow.edit')
    .input(
      z.strictObject({ name: displayName, solutionId: id.optional(), trigger: z.enum(['button', 'http']) }),
    )
    .mutation(({ ctx, input }) => createFlow(ctx.scope, input)),
  saveDraft: procedure
    .permission('flow.edit')
    .input(z.strictObject({ id, revision, definitionText: documentText, references }))
    .mutation(({ ctx, input }) => saveFlowDraft(ctx.scope, input)),
  publish: procedure
    .permission('flow.edit')
    .input(z.strictObject({ id, revision, note: z.string().max(500).optional() }))
    .mutation(({ ctx, input }) => publishFlow(ctx.scope, input)),
  discardDraft: procedure
    .permission('flow.edit')
    .input(z.strictObject({ id, revision }))
    .mutation(({ ctx, input }) => discardFlowDraft(ctx.scope, input)),
  rename: procedure
    .permission('flow.edit')
    .input(z.strictObject({ id, name: displayName }))
    .mutation(({ ctx, input }) => renameFlow(ctx.scope, input)),
  setState: procedure
    .permission('flow.edit')
    .input(z.strictObject({ id, state }))
    .mutation(({ ctx, input }) => setFlowState(ctx.scope, input)),
  remove: procedure
    .permission('flow.edit')
    .input(z.strictObject({ id, confirm: z.boolean().optional() }))
    .mutation(({ ctx, input }) => removeFlow(ctx.scope, input)),
});
