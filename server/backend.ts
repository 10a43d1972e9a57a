// Everything behind the pages: database, keys, outbound door, engine, procedures. Made once per process; in development it is
// made anew when its sources change, while the pages stay up.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { isHostAllowed } from '@/db/queries/allowed-host';
import { openAuthDoor } from './auth/door';
import { readSessionKey } from './auth/session-key';
import { makeSetupCode } from './auth/setup';
import { createAuthDoor } from './auth/sign-in';
import { createThrottle } from './auth/throttle';
import { createCredentialOpener } from './connection/open-credential';
import { createSecretBox } from './connection/secret-box';
import { watchConnections } from './connection/watch-egress';
import { createEgress } from './egress/egress';
import { handleApi } from './http/api-handler';
import { makeRunner } from './run/make-runner';
import type { Services } from './services';
import type { Settings } from './settings';

export interface Backend {
  /** True when the request was answered; else it is a page. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Digits to print, where the first-run page asks for them. */
  setupCode: string | undefined;
  /** Path of the copy of an older database, where one was made. */
  copy: string | undefined;
  /** Lets running actions finish for `graceMs`, ends live views, closes everything. */
  stop(graceMs: number): Promise<void>;
}

export interface BackendOptions {
  settings: Settings;
  /** Asked late: the port is known once the listener is up. */
  publicUrl(): string;
}

export async function startBackend({ settings, publicUrl }: BackendOptions): Promise<Backend> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination({ dest: 2, sync: false }));
  const database = openDatabase(settings.databaseFile);
  const { copy } = migrateDatabase(database);
  const secretBox = createSecretBox({ keyFile: settings.keyFile });
  const now = () => Date.now();
  const auth = createAuthDoor({ database, secret: readSessionKey(settings.keyFile), now });
  const door = createEgress({
    openCredential: createCredentialOpener({ database, secretBox, now }),
    isAllowed: (host) => settings.allowHosts.includes(host) || isHostAllowed(database, host),
  });
  const egress = watchConnections(door, database);
  const runner = makeRunner({ database, secretBox, egress, log });
  const code = settings.loopback || !auth.setupNeeded() ? undefined : makeSetupCode();
  const ending = new AbortController();
  const services: Services = {
    settings,
    database,
    secretBox,
    egress,
    runner,
    auth,
    setup: { code, throttle: createThrottle({ failures: 10, windowMilliseconds: 15 * 60_000, now }) },
    log,
    now,
    publicUrl,
    ending: ending.signal,
  };
  openAuthDoor(auth);
  if (settings.engine === 'inline') await runner.start();
  return {
    handle: (request, response) => handleApi(services, request, response),
    setupCode: code,
    copy,
    async stop(graceMs) {
      ending.abort();
      await runner.stop({ graceMs });
      await egress.close();
      database.close();
      log.flush();
    },
  };
}
