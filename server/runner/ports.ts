// What the runner needs from outside, so that tests can put a clock, ids, random numbers and the outside world in its place.
import type { Database } from '@/db/client';
import type { RunWriter } from '@/db/queries/run-journal';
import type { Plan } from '@/lib/engine/plan-model';
import type { CredentialRef, HttpOutcome, HttpRequest } from '@/lib/http';
import type { HookTarget } from './hook-target';

export interface RunnerPorts {
  database: Database;
  /** False: runs are accepted and shown here, and other processes on this database work on them. */
  works: boolean;
  egress: Pick<EgressPort, 'request'>;
  /** What a run began with, from the text that `accept` was given. Throws AppError when it can no longer be read. */
  load(sourceText: string): LoadedFlow;
  /** The flow behind the public id of a `/hooks/` address; undefined when there is none or it is off. */
  findHook(publicId: string): HookTarget | undefined;
  clock: Clock;
  ids: Ids;
  /** In [0, 1). */
  random(): number;
  log: Log;
  /** Writes the journal; the crash suite puts a broken one in its place to see that it is caught. */
  writer?: RunWriter;
}

interface EgressPort {
  request(
    request: HttpRequest,
    options?: { credential?: CredentialRef; signal?: AbortSignal },
  ): Promise<HttpOutcome>;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once, at or after `at`; gives a function that forgets it. */
  at(at: number, callback: () => void): () => void;
}

export interface Ids {
  /** For runs: later ones sort after earlier ones, so that the index of ids grows at its end. */
  run(): string;
  guid(): string;
}

export interface Log {
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}

export interface LoadedFlow {
  plan: Plan;
  /** Connection reference -> the stored connection that signs its calls. */
  credentials: Record<string, CredentialRef>;
}
