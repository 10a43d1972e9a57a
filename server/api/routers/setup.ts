// The first run.
import { emailInput } from '../../auth/email';
import { passwordInput } from '../../auth/password';
import { createFirstAccount } from '../../auth/setup';
import { z } from '../../zod';
import { displayName, none } from '../inputs';
import { procedure, router } from '../procedure';

export const setupRouter = router({
  status: procedure
    .permission('public')
    .input(none)
    .query(({ ctx }) => ({
      needed: ctx.services.auth.setupNeeded(),
      codeRequired: ctx.services.setup.code !== undefined,
    })),

  create: procedure
    .permission('public')
    .input(
      z.strictObject({
        name: displayName,
        email: emailInput,
        password: passwordInput,
        code: z.string().max(40).optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { services, source } = ctx;
      await createFirstAccount(services.database, { ...input, source }, services.setup);
      return { email: input.email };
    }),
});
