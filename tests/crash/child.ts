// The process that is killed: the real runner and the real outbound door on a database file. `POST /start` begins a run and
// answers once it is accepted. FLOWRIGHT_MUTANT breaks one promise on purpose, by way of the ports, to see that it is noticed.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { listEnvironments } from '@/db/queries/environment';
import { createRunWriter, type RecordRow, type RunWriter } from '@/db/queries/run-journal';
import { compilePlan } from '@/lib/engine/plan';
import type { Flow } from '@/lib/flow/definition';
import { createEgress } from '@/server/egress/egress';
import { createRunner } from '@/server/runner/runner';
import { systemClock, systemIds } from '@/server/runner/system-ports';
import { crashFlow } from './flow';

const { CRASH_DB = '', CRASH_API = '', FLOWRIGHT_MUTANT: mutant = '' } = process.env;

const database = openDatabase(CRASH_DB);
migrateDatabase(database);
const environmentId = listEnvironments(database)[0]?.id ?? '';
const flow: Flow = {
  definition: crashFlow(CRASH_API),
  connectionReferences: {},
  origin: 'flowright',
};
const plan = compilePlan({ flow, connectors: {} });
const egress = createEgress({ openCredential: async () => undefined, isAllowed: () => true });

/** Mutant: calls leave without a record that they were about to. */
function forgetStarts(writer: RunWriter): RunWriter {
  const place = (number: number, row: RecordRow) => `${number} ${row.path} ${row.name}`;
  const forgotten = new Set<string>();
  return {
    write: (entries) =>
      writer.write(
        entries.map((entry) => ({
          ...entry,
          records: [...entry.records].flatMap((row) => {
            const key = place(entry.runNumber, row);
            if (row.status === 'Running' && row.attempts !== null) {
              forgotten.add(key);
              return [];
            }
            return [forgotten.has(key) ? { ...row, stored: 0 } : row];
          }),
        })),
      ),
  };
}

let lastId = '';
const runner = createRunner({
  database,
  works: true,
  egress,
  load: () => ({ plan, credentials: {} }),
  findHook: () => undefined,
  clock: systemClock,
  ids: {
    ...systemIds,
    run: () => {
      lastId = systemIds.run();
      return lastId;
    },
  },
  random: Math.random,
  log: console,
  ...(mutant === 'forget-starts' && { writer: forgetStarts(createRunWriter(database)) }),
});
await runner.start();

const server = createServer((_request, response) => {
  const accepted = runner.accept({
    environmentId,
    flowId: 'flow',
    flowName: 'Crash',
    kind: 'live',
    version: 1,
    sourceText: '{}',
    triggerOutputs: {},
  });
  // Mutant: the caller hears that the run is accepted before it is on disk.
  const answer = mutant === 'answer-first' ? Promise.resolve().then(() => ({ runId: lastId })) : accepted;
  answer
    .then(({ runId }) => response.end(runId))
    .catch((error: unknown) => response.writeHead(503).end(String(error)));
  accepted.catch(() => undefined);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
