// The person who is signed in.
import { listMemberships } from '@/db/queries/environment';
import { AppError } from '@/lib/app-error';
import { changePassword } from '../../auth/change-password';
import { passwordInput } from '../../auth/password';
import { z } from '../../zod';
import { none } from '../inputs';
import { procedure, router } from '../procedure';

export const accountRouter = router({
  me: procedure
    .permission('self')
    .input(none)
    .query(({ ctx }) => {
      const { user, services } = ctx;
      const environments = listMemberships(services.database, user.userId);
      const chosen = environments.find((one) => one.id === ctx.environmentId) ?? environments[0];
      if (chosen === undefined)
        throw new AppError('NOT_FOUND', 'No environment is open to you. An administrator can add you.');
      return {
        id: user.userId,
        name: user.name,
        email: user.email,
        /** Role in the chosen environment. */
        role: chosen.role,
        serverAdministrator: user.role === 'administrator',
        environment: { id: chosen.id, name: chosen.name, color: chosen.color },
        environments,
      };
    }),

  changePassword: procedure
    .permission('self')
    .input(
      z.strictObject({
        current: z.string().min(1, 'Type your present password.').max(200),
        next: passwordInput,
      }),
    )
    .mutation(({ ctx, input }) => changePassword(ctx.services.database, ctx.user.userId, input)),
});
