// Solutions and publishers.
import { uniqueNameError } from '@/lib/solution/unique-name';
import {
  createSolution,
  getSolutionView,
  listPublisherViews,
  listSolutionDependents,
  listSolutionViews,
  removeSolution,
  renameSolution,
} from '../../solution/solutions';
import { z } from '../../zod';
import { byId, displayName, id, none } from '../inputs';
import { procedure, router } from '../procedure';

const uniqueName = z.string().superRefine((name, context) => {
  const message = uniqueNameError(name);
  if (message) context.addIssue({ code: 'custom', message });
});

export const solutionsRouter = router({
  list: procedure
    .permission('solution.read')
    .input(none)
    .query(({ ctx }) => listSolutionViews(ctx.scope)),
  publishers: procedure
    .permission('solution.read')
    .input(none)
    .query(({ ctx }) => listPublisherViews(ctx.scope)),
  get: procedure
    .permission('solution.read')
    .input(byId)
    .query(({ ctx, input }) => getSolutionView(ctx.scope, input.id)),
  dependents: procedure
    .permission('solution.read')
    .input(byId)
    .query(({ ctx, input }) => listSolutionDependents(ctx.scope, input.id)),
  create: procedure
    .permission('solution.edit')
    .input(z.strictObject({ displayName, publisherId: id, uniqueName: uniqueName.optional() }))
    .mutation(({ ctx, input }) => createSolution(ctx.scope, input)),
  rename: procedure
    .permission('solution.edit')
    .input(z.strictObject({ id, displayName }))
    .mutation(({ ctx, input }) => renameSolution(ctx.scope, input)),
  remove: procedure
    .permission('solution.edit')
    .input(byId)
    .mutation(({ ctx, input }) => removeSolution(ctx.scope, input.id)),
});
