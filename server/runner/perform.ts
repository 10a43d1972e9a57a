// Performs what the engine commands, after the commit that says so: sends calls, sets timers, answers the caller.
import type { Command, EngineEvent } from '@/lib/engine/event';
import type { HttpOutcome } from '@/lib/http';
import type { ActiveRun, OpenCall } from './active-run';
import { failPoint } from './fail-point';
import type { RunnerPorts } from './ports';

export interface StopOptions {
  /** How long every call may still take. */
  graceMs: number;
  /** How long one may take that nobody may send again unasked; at least `graceMs`. */
  patienceMs?: number;
  /** Told once when only such calls are left. */
  onWait?(calls: number): void;
}

export interface Performer {
  perform(run: ActiveRun, command: Command): void;
  /** Forgets timers and gives up calls. */
  abandon(run: ActiveRun): void;
  /** Waits for calls in flight, as long as the options say; then gives up the rest. */
  finishCalls(runs: () => Iterable<ActiveRun>, options: StopOptions): Promise<void>;
}

const stepMilliseconds = 20;
/** How long a call that was given up may take to say whether it had left. */
const abortMilliseconds = 500;

export function createPerformer(options: {
  ports: RunnerPorts;
  feed(run: ActiveRun, event: EngineEvent): void;
  isStopped(): boolean;
}): Performer {
  const { ports, feed } = options;

  const send = (run: ActiveRun, { id, request, reference, repeatable }: Command & { type: 'call' }) => {
    // A cancel in the same turn may have overtaken the call.
    if (run.state.pending.get(id)?.state !== 'in-flight' || options.isStopped()) return;
    const call: OpenCall = { abort: new AbortController(), repeatable };
    run.calls.set(id, call);
    const credential = reference === undefined ? undefined : run.loaded.credentials[reference];
    ports.egress
      .request(request, { ...(credential !== undefined && { credential }), signal: call.abort.signal })
      .catch((error: unknown): HttpOutcome => {
        ports.log.error({ run: run.id, err: String(error) }, 'The outbound door failed.');
        const message = 'The outbound door of the product failed.';
        return { kind: 'failure', sent: 'unknown', code: 'InternalError', message, duration: 0 };
      })
      .then((outcome) => {
        // The engine has moved on.
        if (run.calls.get(id) !== call) return;
        run.calls.delete(id);
        const event = eventOf(id, outcome, call);
        if (event === undefined) return;
        failPoint('before-finish-commit');
        feed(run, event);
      });
    failPoint('after-call-sent');
  };

  return {
    perform(run, command) {
      switch (command.type) {
        case 'call':
          return send(run, command);
        case 'abort':
          run.calls.get(command.id)?.abort.abort();
          run.calls.delete(command.id);
          return;
        case 'timer':
          run.timers.set(
            command.id,
            ports.clock.at(command.at, () => {
              run.timers.delete(command.id);
              feed(run, { type: 'due', id: command.id });
            }),
          );
          return;
        case 'respond':
          run.caller?.(command);
          run.caller = undefined;
          return;
        case 'continue':
          setImmediate(() => feed(run, { type: 'continue' }));
          return;
      }
    },
    abandon(run) {
      for (const forget of run.timers.values()) forget();
      for (const call of run.calls.values()) call.abort.abort();
      run.timers.clear();
      run.calls.clear();
    },
    async finishCalls(runs, { graceMs, patienceMs = graceMs, onWait }) {
      const open = () => [...runs()].flatMap((run) => [...run.calls.values()]);
      const begun = Date.now();
      let told = false;
      for (;;) {
        const waited = Date.now() - begun;
        const rest = waited < graceMs ? open() : waited < patienceMs ? open().filter(isDelicate) : [];
        if (rest.length === 0) break;
        if (waited >= graceMs && !told) onWait?.(rest.length);
        told = waited >= graceMs;
        await pause();
      }
      const given = open();
      for (const call of given) call.abort.abort();
      const deadline = Date.now() + (given.length === 0 ? 0 : abortMilliseconds);
      while (open().length > 0 && Date.now() < deadline) await pause();
    },
  };
}

const isDelicate = (call: OpenCall) => !call.repeatable;

const pause = () => new Promise((done) => setTimeout(done, stepMilliseconds));

/** What the engine hears. Of a call that we gave up only that it never left; else the next start finds it interrupted. */
function eventOf(id: number, outcome: HttpOutcome, call: OpenCall): EngineEvent | undefined {
  const givenUp = call.abort.signal.aborted && outcome.kind === 'failure' && outcome.code === 'Aborted';
  if (!givenUp) return { type: 'called', id, outcome };
  return outcome.sent === 'no' ? { type: 'unsent', id } : undefined;
}
