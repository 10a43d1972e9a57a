// All procedures. The browser knows only the type.
import { router } from './procedure';
import { accountRouter } from './routers/account';
import { connectionsRouter } from './routers/connections';
import { connectorsRouter } from './routers/connectors';
import { flowsRouter } from './routers/flows';
import { hostsRouter } from './routers/hosts';
import { runsRouter } from './routers/runs';
import { setupRouter } from './routers/setup';
import { solutionsRouter } from './routers/solutions';

export const appRouter = router({
  setup: setupRouter,
  account: accountRouter,
  hosts: hostsRouter,
  solutions: solutionsRouter,
  connectors: connectorsRouter,
  connections: connectionsRouter,
  flows: flowsRouter,
  runs: runsRouter,
});

export type AppRouter = typeof appRouter;
