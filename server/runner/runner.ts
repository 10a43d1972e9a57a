// The engine's shell: accepts runs, feeds them events, performs what the engine commands, keeps the journal.
// Nothing leaves before its record is on disk; nothing is answered before the run is.

import type { RunRowChange } from '@/db/queries/run-journal';
import { failRun } from '@/db/queries/run-owner';
import { AppError } from '@/lib/app-error';
import type { Command, EngineEnv, EngineEvent, RunChangeData } from '@/lib/engine/event';
import { type ActionRecord, type Decision, isFinalRun } from '@/lib/engine/record';
import { createState } from '@/lib/engine/state';
import { transition } from '@/lib/engine/transition';
import type { JsonValue } from '@/lib/json';
import type { ActiveRun } from './active-run';
import { failPoint } from './fail-point';
import { createHookDoor, type HookAnswer, type HookRequest } from './hook';
import { createJournal, type Journal } from './journal';
import { createOwnership } from './ownership';
import type { RunnerPorts } from './ports';
import { toStoredText } from './record-row';
import { recoverRun } from './recovery';
import type { RunStart } from './run-start';
import { createWatch, type RunChange } from './watch';

export interface Runner {
  /** Takes over what a former process left unfinished, then is ready for new runs. */
  start(): Promise<void>;
  /** Resolves once the run is on disk. */
  accept(start: RunStart): Promise<{ runId: string }>;
  /** Resolves once the cancelling is on disk. NOT_READY when the run has ended. */
  cancel(runId: string): Promise<void>;
  /** Takes a person's decision on a call in doubt; the first one wins, the others get NOT_READY. */
  decide(runId: string, decision: RunDecision): Promise<void>;
  /** Changes after a sequence number, then as they come; ends with the run. */
  watch(runId: string, after: number, signal?: AbortSignal): AsyncIterable<RunChange>;
  /** Resolves when the run has ended. At once for a run this process does not work on. */
  ended(runId: string): Promise<void>;
  /** Answers a request to `/hooks/…`. */
  handleHook(request: HookRequest): Promise<HookAnswer>;
  /** Takes no more runs, waits up to `graceMs` for calls in flight, leaves the rest to the next start. */
  stop(options: { graceMs: number }): Promise<void>;
}

interface RunDecision {
  name: string;
  /** `For_each:3`; empty outside loops. */
  path: string;
  decision: Decision;
  /** What the call answered, for `worked`. */
  output?: JsonValue;
  /** Who decided. */
  by?: string;
}

export function createRunner(ports: RunnerPorts): Runner {
  const { database, clock, ids } = ports;
  const env: EngineEnv = { now: clock.now, random: ports.random, guid: ids.guid };
  const runs = new Map<string, ActiveRun>();
  const watch = createWatch(database);
  const ownership = createOwnership({ database, clock, log: ports.log, id: ids.guid() });
  const journal: Journal = createJournal({
    database,
    log: ports.log,
    onCommit: (run) => watch.wake(run.number),
    ...(ports.writer !== undefined && { writer: ports.writer }),
  });
  let phase: 'new' | 'starting' | 'open' | 'stopping' | 'stopped' = 'new';
  let opened: Promise<void> | undefined;

  const feed = (run: ActiveRun, event: EngineEvent): number => {
    if (phase === 'stopped') return 0;
    try {
      const commands = transition(run.loaded.plan, run.state, event, env);
      if (commands.length > 0) note(run, commands);
      return commands.length;
    } catch (error) {
      giveUp(run, error);
      return 0;
    }
  };

  /** A fault of the engine ends the run it happened in, and no other one. */
  const giveUp = (run: ActiveRun, error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    ports.log.error({ run: run.id, err: reason }, 'The engine failed in a run, which is ended.');
    run.state.status = 'Failed';
    run.state.queue.length = 0;
    run.state.pending.clear();
    try {
      journal.flush();
      failRun(
        database,
        { number: run.number, fence: run.fence, sequence: run.state.sequence },
        { code: 'InternalError', message: `The engine failed in this run. ${reason}`, at: clock.now() },
      );
      watch.wake(run.number);
    } catch (failure) {
      ports.log.error({ run: run.id, err: String(failure) }, 'The end of the run could not be stored.');
    }
    end(run);
  };

  const note = (run: ActiveRun, commands: Command[], accepted?: Parameters<Journal['add']>[1]) => {
    const records: ActionRecord[] = [];
    const effects: Command[] = [];
    let change: RunRowChange | undefined;
    for (const command of commands) {
      if (command.type === 'record') records.push(command.record);
      else if (command.type === 'run') change = toRowChange(command.change);
      else effects.push(command);
    }
    const ends = isFinalRun(run.state.status);
    const sends = effects.some((effect) => effect.type === 'call');
    if (sends) failPoint('before-start-commit');
    journal.add(run, {
      ...accepted,
      ...(change !== undefined && { change }),
      sequence: run.state.sequence,
      records,
      lost: () => drop(run),
      after() {
        accepted?.after?.();
        if (sends) failPoint('after-start-commit');
        try {
          for (const effect of effects) perform(run, effect);
        } catch (error) {
          giveUp(run, error);
          return;
        }
        if (ends) end(run);
      },
    });
  };

  const perform = (run: ActiveRun, command: Command) => {
    switch (command.type) {
      case 'call':
        return send(run, command);
      case 'abort':
        run.calls.get(command.id)?.abort();
        run.calls.delete(command.id);
        return;
      case 'timer':
        run.timers.set(
          command.id,
          clock.at(command.at, () => {
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
  };

  const send = (run: ActiveRun, { id, request, reference }: Command & { type: 'call' }) => {
    // A cancel in the same turn may have overtaken the call.
    if (run.state.pending.get(id)?.state !== 'in-flight' || phase === 'stopped') return;
    const abort = new AbortController();
    run.calls.set(id, abort);
    const credential = reference === undefined ? undefined : run.loaded.credentials[reference];
    ports.egress
      .request(request, { ...(credential !== undefined && { credential }), signal: abort.signal })
      .then(
        (outcome) => {
          // Aborted by us: either the engine has moved on, or the next start must see the call as interrupted.
          if (run.calls.get(id) !== abort) return;
          run.calls.delete(id);
          failPoint('before-finish-commit');
          feed(run, { type: 'called', id, outcome });
        },
        (error: unknown) => {
          run.calls.delete(id);
          ports.log.error({ run: run.id, err: String(error) }, 'The outbound door failed.');
          const message = 'The outbound door of the product failed.';
          feed(run, {
            type: 'called',
            id,
            outcome: { kind: 'failure', sent: 'unknown', code: 'InternalError', message, duration: 0 },
          });
        },
      );
    failPoint('after-call-sent');
  };

  const end = (run: ActiveRun) => {
    failPoint('after-finish-commit');
    drop(run);
    const waiting = run.caller;
    run.caller = undefined;
    waiting?.({
      statusCode: 502,
      missing: true,
      headers: {},
      body: { error: { code: 'NoResponse', message: 'The flow ended without a response.' } },
    });
  };

  /** Forgets a run that has ended or that another process works on. */
  const drop = (run: ActiveRun) => {
    runs.delete(run.id);
    for (const forget of run.timers.values()) forget();
    for (const abort of run.calls.values()) abort.abort();
    run.timers.clear();
    run.calls.clear();
    for (const ended of run.ended.splice(0)) ended();
  };

  const resume = () => {
    for (const claimed of ownership.claim()) {
      const run = recoverRun(ports, claimed);
      if (run === undefined) continue;
      runs.set(run.id, run);
      feed(run, { type: 'recovered' });
    }
  };

  const open = async () => {
    phase = 'starting';
    resume();
    failPoint('after-claim');
    journal.flush();
    ownership.keep(resume);
    phase = 'open';
  };

  const checkOpen = async () => {
    if (phase === 'starting') await opened;
    if (phase !== 'open')
      throw new AppError('UNAVAILABLE', 'The engine is not running, so nothing can be started.');
  };

  const getRun = (runId: string): ActiveRun => {
    const run = runs.get(runId);
    if (run === undefined) throw new AppError('NOT_READY', 'This run has already ended.');
    return run;
  };

  const committed = (run: ActiveRun): Promise<void> =>
    new Promise((done) => {
      journal.add(run, { sequence: run.state.sequence, records: [], after: done, lost: done });
    });

  const accept = async (start: RunStart): Promise<{ runId: string }> => {
    await checkOpen();
    const loaded = ports.load(start.sourceText);
    const { environmentId, flowId, flowName } = start;
    const runId = ids.run();
    const state = createState(loaded.plan, { runId, flowId, flowName, environmentId });
    const run: ActiveRun = {
      id: runId,
      number: 0,
      fence: 1,
      environmentId,
      loaded,
      state,
      calls: new Map(),
      timers: new Map(),
      caller: start.answer,
      ended: [],
    };
    runs.set(runId, run);
    const outputs = start.triggerOutputs;
    const waiting = start.answer !== undefined;
    let commands: Command[];
    try {
      commands = transition(loaded.plan, state, { type: 'accepted', outputs, waiting }, env);
    } catch (error) {
      runs.delete(runId);
      throw error;
    }
    failPoint('before-accept-commit');
    return new Promise((done, failed) => {
      note(run, commands, {
        insert: {
          id: runId,
          environmentId,
          flowId,
          flowName,
          kind: start.kind,
          version: start.version ?? null,
          triggerName: loaded.plan.trigger.name,
          sourceText: start.sourceText,
          startedAt: clock.now(),
          owner: ownership.id,
        },
        sequence: 0,
        records: [],
        after() {
          failPoint('after-accept-commit');
          done({ runId });
        },
        refused(error) {
          drop(run);
          failed(
            new AppError('UNAVAILABLE', 'The run could not be stored, so it was not started.', {
              cause: error,
            }),
          );
        },
      });
    });
  };

  const leave = (runId: string) => {
    const run = runs.get(runId);
    if (run === undefined) return;
    run.caller = undefined;
    feed(run, { type: 'caller-left' });
  };

  const hooks = createHookDoor({ findHook: ports.findHook, accept, leave, now: clock.now });

  return {
    start() {
      opened ??= open();
      return opened;
    },
    accept,
    async cancel(runId) {
      const run = getRun(runId);
      if (feed(run, { type: 'cancelled' }) === 0)
        throw new AppError('NOT_READY', 'This run has already ended.');
      await committed(run);
    },
    async decide(runId, decision) {
      const run = getRun(runId);
      if (feed(run, { type: 'decided', ...decision }) === 0)
        throw new AppError(
          'NOT_READY',
          'Somebody has already decided about this step, or it is not in doubt.',
        );
      await committed(run);
    },
    watch: (runId, after, signal) => watch.changes(runId, after, signal),
    ended(runId) {
      const run = runs.get(runId);
      if (run === undefined) return Promise.resolve();
      return new Promise((done) => {
        run.ended.push(done);
      });
    },
    handleHook: hooks.handle,
    async stop({ graceMs }) {
      if (phase === 'stopped') return;
      phase = 'stopping';
      const deadline = Date.now() + graceMs;
      const busy = () => [...runs.values()].some((run) => run.calls.size > 0 || run.state.queue.length > 0);
      while (busy() && Date.now() < deadline) await new Promise((done) => setTimeout(done, 20));
      journal.close();
      phase = 'stopped';
      for (const run of [...runs.values()]) drop(run);
      ownership.release();
      watch.close();
    },
  };
}

function toRowChange(change: RunChangeData): RunRowChange {
  return {
    status: change.status,
    inDoubt: change.inDoubt,
    finishedAt: change.endTime ?? null,
    errorCode: change.error?.code ?? null,
    errorMessage: change.error?.message ?? null,
    errorAction: change.error?.action ?? null,
    outputs: toStoredText(change.outputs),
  };
}
