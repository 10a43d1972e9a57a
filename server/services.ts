// What the running server consists of: made once in server/backend.ts and handed to whoever works on a request.
import type { Logger } from 'pino';
import type { Database } from '@/db/client';
import type { AuthDoor, SessionUser } from './auth/door';
import type { Role } from './auth/permissions';
import type { SetupRules } from './auth/setup';
import type { SecretBox } from './connection/secret-box';
import type { Egress } from './egress/egress';
import type { Runner } from './runner/runner';
import type { Settings } from './settings';

export interface Services {
  settings: Settings;
  database: Database;
  secretBox: SecretBox;
  egress: Egress;
  runner: Runner;
  auth: AuthDoor;
  setup: SetupRules;
  log: Logger;
  /** Epoch milliseconds. */
  now(): number;
  /** Where people and callers reach this server, without a trailing slash. */
  publicUrl(): string;
  /** Aborted when the server stops: live views end. */
  ending: AbortSignal;
}

/** Somebody working in one environment. Every query of makers' data takes `environmentId` from here. */
export interface Scope {
  services: Services;
  environmentId: string;
  role: Role;
  user: SessionUser;
}
