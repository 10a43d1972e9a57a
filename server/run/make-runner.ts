// The engine's shell with the ports of this machine: real clock, ids, random numbers, and the flows of the database.
import type { Logger } from 'pino';
import type { Database } from '@/db/client';
import { openHookKey } from '../connection/hook-key';
import type { SecretBox } from '../connection/secret-box';
import type { Egress } from '../egress/egress';
import { createFlowLoader } from '../runner/flow-loader';
import { createHookFinder } from '../runner/hook-finder';
import { createRunner, type Runner } from '../runner/runner';
import { systemClock, systemIds } from '../runner/system-ports';

export interface RunnerParts {
  database: Database;
  secretBox: SecretBox;
  egress: Egress;
  log: Logger;
  /** False: other processes on this database work on the runs. */
  works: boolean;
}

export function makeRunner({ database, secretBox, egress, log, works }: RunnerParts): Runner {
  const load = createFlowLoader(database);
  return createRunner({
    database,
    works,
    egress,
    load,
    findHook: createHookFinder({
      database,
      load,
      openKey: (name, sealed) => openHookKey({ database, secretBox }, name, sealed),
    }),
    clock: systemClock,
    ids: systemIds,
    random: Math.random,
    log,
  });
}
