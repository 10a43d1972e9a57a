// The product's runner behind a plain listener, with the flows of the shared bench in a fresh database.
// Addresses are signed with a fixed key, so that the bench can name them beforehand.
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { listEnvironments } from '@/db/queries/environment';
import { insertFlow, insertFlowVersion } from '@/db/queries/flow';
import { createEgress } from '@/server/egress/egress';
import { readBody } from '@/server/http/read-body';
import { createFlowLoader } from '@/server/runner/flow-loader';
import { createHookFinder } from '@/server/runner/hook-finder';
import { toHookPath } from '@/server/runner/hook-signature';
import { createRunner } from '@/server/runner/runner';
import { systemClock, systemIds } from '@/server/runner/system-ports';

const port = Number(process.env.PORT ?? 27340);
const file = process.env.DB ?? '/dev/null';
const flows = process.env.FLOWS ?? '';
const key = Buffer.alloc(32, 7).toString('base64url');

for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
const database = openDatabase(file);
migrateDatabase(database);
const environmentId = listEnvironments(database)[0]?.id ?? '';
for (const name of ['w1', 'w2', 'w3']) {
  const { definition } = JSON.parse(readFileSync(`${flows}/${name}.json`, 'utf8'));
  const texts = { definitionText: JSON.stringify(definition), referencesText: '{}' };
  insertFlow(database, {
    id: name,
    environmentId,
    name,
    nameKey: name,
    origin: 'flowright',
    state: 'on',
    revision: 1,
    ...texts,
    liveVersion: 1,
    edited: false,
    publicId: `bench-${name}`,
    hookKeySealed: key,
    hookKeyId: '1',
    createdBy: 'bench',
    createdAt: 0,
    modifiedAt: 0,
  });
  insertFlowVersion(database, {
    id: name,
    environmentId,
    flowId: name,
    version: 1,
    ...texts,
    createdBy: 'bench',
    createdAt: 0,
  });
}

const load = createFlowLoader(database);
const api = process.env.API_HOST ?? '127.0.0.1:27310';
const egress = createEgress({ openCredential: async () => undefined, isAllowed: (host) => host === api });
const runner = createRunner({
  database,
  works: true,
  egress,
  load,
  findHook: createHookFinder({ database, load, openKey: (_name, sealed) => sealed }),
  clock: systemClock,
  ids: systemIds,
  random: Math.random,
  log: console,
});
await runner.start();
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  runner
    .handleHook({
      method: request.method ?? 'GET',
      url: request.url ?? '',
      headers: request.headers,
      body: () => readBody(request),
    })
    .then((answer) => {
      response.writeHead(answer.status, {
        ...answer.headers,
        'content-length': Buffer.byteLength(answer.body),
      });
      response.end(answer.body);
    })
    .catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
});
server.listen(port, '127.0.0.1', () => {
  for (const name of ['w1', 'w2', 'w3'])
    console.log(
      `http://127.0.0.1:${port}${toHookPath({ publicId: `bench-${name}`, method: 'GET', keyId: '1', expires: 0 }, key)}`,
    );
});
process.on('SIGTERM', () => {
  server.close();
  runner.stop({ graceMs: 1_000 }).then(() => {
    database.close();
    process.exit(0);
  });
});
