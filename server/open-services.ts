// Makes the services of a process, from the database to the engine, in the order in which they need each other.
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { isHostAllowed } from '@/db/queries/allowed-host';
import { readSessionKey } from './auth/session-key';
import { makeSetupCode } from './auth/setup';
import { createAuthDoor } from './auth/sign-in';
import { createThrottle } from './auth/throttle';
import { createCredentialOpener } from './connection/open-credential';
import { createSecretBox } from './connection/secret-box';
import { watchConnections } from './connection/watch-egress';
import { fillPaletteIndex } from './connector/palette-index';
import { createEgress } from './egress/egress';
import { createLog } from './log';
import { makeRunner } from './run/make-runner';
import type { StopOptions } from './runner/perform';
import type { Services } from './services';
import type { Settings } from './settings';

export interface BackendOptions {
  settings: Settings;
  /** Asked late: the port is known once the listener is up. */
  publicUrl(): string;
}

export interface OpenedServices {
  services: Services;
  /** Path of the copy of an older database, where one was made. */
  copy: string | undefined;
  /** Lets calls in flight finish as the options say, ends live views, closes everything. */
  close(options: StopOptions): Promise<void>;
}

const quarterHour = 15 * 60_000;

function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port) || (protocol === 'https:' ? 443 : 80);
}

/** The engine is ready but not started. */
export function openServices({ settings, publicUrl }: BackendOptions): OpenedServices {
  const log = createLog(process.env.LOG_LEVEL);
  const database = openDatabase(settings.databaseFile);
  const { copy } = migrateDatabase(database);
  fillPaletteIndex(database);
  const secretBox = createSecretBox({ keyFile: settings.keyFile });
  const now = () => Date.now();
  const auth = createAuthDoor({ database, secret: readSessionKey(settings.keyFile), now });
  const door = createEgress({
    openCredential: createCredentialOpener({ database, secretBox, now, log }),
    isAllowed: (host) => settings.allowHosts.includes(host) || isHostAllowed(database, host),
    // Asked late, as the public address is: with port 0 both are known once the listener is up.
    ownPorts: () => [settings.port, portOf(publicUrl())],
  });
  const egress = watchConnections(door, { database, log });
  const runner = makeRunner({ database, secretBox, egress, log, works: settings.engine === 'inline' });
  const code = settings.loopback || !auth.setupNeeded() ? undefined : makeSetupCode();
  const ending = new AbortController();
  const services: Services = {
    settings,
    database,
    secretBox,
    egress,
    runner,
    auth,
    setup: { code, throttle: createThrottle({ failures: 10, windowMilliseconds: quarterHour, now }) },
    log,
    now,
    publicUrl,
    ending: ending.signal,
  };
  return {
    services,
    copy,
    async close(options) {
      ending.abort();
      await runner.stop(options);
      await egress.close();
      database.close();
      log.flush();
    },
  };
}
