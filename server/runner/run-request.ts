// What a person (or a caller who leaves) asks of a run. A run of this process is told at once; one that another process
// works on finds the request in the database, and its owner writes there what became of it.
import type { Database } from '@/db/client';
import { prepareRunRequests, type RequestAnswer } from '@/db/queries/run-request';
import type { EngineEvent } from '@/lib/engine/event';
import type { Decision } from '@/lib/engine/record';
import type { JsonValue } from '@/lib/json';
import { lookMilliseconds } from './other-writers';
import type { Log } from './ports';

export interface RunDecision {
  name: string;
  /** `For_each:3`; empty outside loops. */
  path: string;
  decision: Decision;
  /** What the call answered, for `worked`. */
  output?: JsonValue;
  /** Who decided. */
  by?: string;
}

export type RunRequest = Extract<EngineEvent, { type: 'cancelled' | 'decided' | 'caller-left' }>;

export interface RequestDesk {
  /** Leaves a request and waits for the owner's answer; undefined when none came in time. The request then stays. */
  ask(runNumber: number, request: RunRequest): Promise<RequestAnswer | undefined>;
  /** Leaves a request that nobody waits for. */
  leave(runNumber: number, request: RunRequest): void;
  /** Carries out what is asked of runs of this owner. */
  serve(owner: string): void;
}

const patienceMilliseconds = 5_000;
const keptMilliseconds = 24 * 60 * 60 * 1000;

export function createRequestDesk(options: {
  database: Database;
  log: Log;
  /** True when the request changed something, and that is on disk. */
  carryOut(runNumber: number, request: RunRequest): Promise<boolean>;
}): RequestDesk {
  const requests = prepareRunRequests(options.database);
  const underWay = new Set<number>();

  const carryOut = async (id: number, runNumber: number, request: RunRequest) => {
    underWay.add(id);
    try {
      requests.answer(id, (await options.carryOut(runNumber, request)) ? 'done' : 'refused');
    } catch (error) {
      options.log.error({ err: String(error) }, 'A request to a run could not be carried out.');
    } finally {
      underWay.delete(id);
    }
  };

  return {
    async ask(runNumber, request) {
      const id = requests.insert(runNumber, JSON.stringify(request), Date.now());
      const deadline = Date.now() + patienceMilliseconds;
      while (Date.now() < deadline) {
        const answer = requests.readAnswer(id);
        if (answer !== undefined) {
          requests.remove(id);
          return answer;
        }
        await new Promise((done) => setTimeout(done, lookMilliseconds));
      }
      return undefined;
    },
    leave(runNumber, request) {
      requests.insert(runNumber, JSON.stringify(request), Date.now());
    },
    serve(owner) {
      requests.removeOlderThan(Date.now() - keptMilliseconds);
      for (const { id, runNumber, request } of requests.listFor(owner))
        if (!underWay.has(id)) void carryOut(id, runNumber, JSON.parse(request) as RunRequest);
    },
  };
}
