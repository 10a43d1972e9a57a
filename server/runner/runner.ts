// The engine's shell: accepts runs, feeds them events, performs what the engine commands, keeps the journal.
// Nothing leaves before its record is on disk; nothing is answered before the run is.

import { failRun, prepareHasUnownedRun } from '@/db/queries/run-owner';
import { findRunById } from '@/db/queries/run-watch';
import { AppError } from '@/lib/app-error';
import type { Command, EngineEnv, EngineEvent } from '@/lib/engine/event';
import { type ActionRecord, isFinalRun } from '@/lib/engine/record';
import { transition } from '@/lib/engine/transition';
import { limits } from '@/lib/limits';
import { type ActiveRun, createActiveRun, missingAnswer } from './active-run';
import { failPoint } from './fail-point';
import { followAnswer } from './follow-answer';
import { createHookDoor, type HookAnswer, type HookRequest } from './hook';
import { createJournal, type Journal } from './journal';
import { lookMilliseconds, watchOtherWriters } from './other-writers';
import { claimLimit, createOwnership } from './ownership';
import { createPerformer, type StopOptions } from './perform';
import type { RunnerPorts } from './ports';
import { toRowChange } from './record-row';
import { recoverRun } from './recovery';
import { createRequestDesk, type RunDecision, type RunRequest } from './run-request';
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
  /** Takes no more runs and begins no more calls, waits for those in flight, leaves the rest to the next start. */
  stop(options: StopOptions): Promise<void>;
}

export function createRunner(ports: RunnerPorts): Runner {
  const { database, clock, ids, log, works } = ports;
  const runs = new Map<string, ActiveRun>();
  const watch = createWatch(database);
  const ownership = createOwnership({ database, clock, log, id: ids.guid() });
  const journal: Journal = createJournal({
    database,
    log,
    onCommit: (run) => watch.wake(run.number),
    ...(ports.writer !== undefined && { writer: ports.writer }),
  });
  const ending = new AbortController();
  let phase: 'new' | 'starting' | 'open' | 'stopping' | 'stopped' = 'new';
  let opened: Promise<void> | undefined;
  let looking: NodeJS.Timeout | undefined;

  const env: EngineEnv = {
    now: clock.now,
    random: ports.random,
    guid: ids.guid,
    holding: () => phase === 'stopping' || !works,
  };

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

  const performer = createPerformer({
    ports,
    isStopped: () => phase === 'stopped',
    feed(run, event) {
      // What is due while the process ends is due at the next start.
      if (phase !== 'stopping' || event.type !== 'due') feed(run, event);
    },
  });

  /** A fault of the engine, or records that cannot be written, end the run it happened in, and no other one. */
  const giveUp = (run: ActiveRun, error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    log.error({ run: run.id, err: reason }, 'The engine failed in a run, which is ended.');
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
      log.error({ run: run.id, err: String(failure) }, 'The end of the run could not be stored.');
    }
    end(run);
  };

  const note = (run: ActiveRun, commands: Command[], accepted?: Parameters<Journal['add']>[1]) => {
    const records: ActionRecord[] = [];
    const effects: Command[] = [];
    let change = accepted?.change;
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
      unwritable: (error) => giveUp(run, error),
      after() {
        accepted?.after?.();
        if (sends) failPoint('after-start-commit');
        try {
          for (const effect of effects) performer.perform(run, effect);
        } catch (error) {
          giveUp(run, error);
          return;
        }
        if (ends) end(run);
      },
    });
  };

  const end = (run: ActiveRun) => {
    failPoint('after-finish-commit');
    drop(run);
    run.caller?.(missingAnswer);
    run.caller = undefined;
  };

  /** Forgets a run that has ended or that another process works on. */
  const drop = (run: ActiveRun) => {
    runs.delete(run.id);
    performer.abandon(run);
    for (const ended of run.ended.splice(0)) ended();
  };

  const resume = (): number => {
    const claimed = ownership.claim();
    for (const each of claimed) {
      const run = recoverRun(ports, each);
      if (run === undefined) continue;
      runs.set(run.id, run);
      feed(run, { type: 'recovered' });
    }
    return claimed.length;
  };

  const lookAround = () => {
    const hasUnowned = prepareHasUnownedRun(database);
    const hasOthersWritten = watchOtherWriters(database);
    looking = setInterval(() => {
      try {
        if (!hasOthersWritten()) return;
        if (hasUnowned()) resume();
        desk.serve(ownership.id);
      } catch (error) {
        log.error({ err: String(error) }, 'What other processes wrote could not be read; it is tried again.');
      }
    }, lookMilliseconds);
    looking.unref();
  };

  const open = async () => {
    phase = 'starting';
    if (works) {
      while (resume() === claimLimit) journal.flush();
      failPoint('after-claim');
      journal.flush();
      ownership.keep(() => {
        resume();
        desk.serve(ownership.id);
      });
      desk.serve(ownership.id);
      lookAround();
    }
    phase = 'open';
  };

  const checkOpen = () => {
    if (phase !== 'open')
      throw new AppError('UNAVAILABLE', 'The engine is not running, so nothing can be started.');
  };

  const committed = (run: ActiveRun): Promise<void> =>
    new Promise((done) => {
      journal.add(run, {
        sequence: run.state.sequence,
        records: [],
        after: done,
        lost: done,
        unwritable: () => done(),
      });
    });

  const carryOut = async (run: ActiveRun, request: RunRequest): Promise<boolean> => {
    if (phase === 'stopping' || feed(run, request) === 0) return false;
    await committed(run);
    return true;
  };

  const desk = createRequestDesk({
    database,
    log,
    async carryOut(runNumber, request) {
      const run = [...runs.values()].find((each) => each.number === runNumber);
      return run !== undefined && (await carryOut(run, request));
    },
  });

  /** True when the request changed something; whoever works on the run is asked. */
  const ask = async (runId: string, request: RunRequest): Promise<boolean> => {
    if (phase === 'starting') await opened;
    checkOpen();
    const row = findRunById(database, runId);
    if (works && row?.owner === null) resume();
    const run = runs.get(runId);
    if (run !== undefined) return carryOut(run, request);
    if (row === undefined || row.finishedAt !== null) return false;
    const answer = await desk.ask(row.number, request);
    if (answer !== undefined) return answer === 'done';
    const message = 'No engine has taken this up yet. It is kept, and carried out as soon as one runs.';
    throw new AppError('UNAVAILABLE', message);
  };

  /** Whoever waits for a Response that is not this process's to give. */
  const follow = (runId: string, start: RunStart, run: ActiveRun) => {
    const { answer } = start;
    if (answer === undefined) return;
    const { plan } = run.loaded;
    followAnswer({ database, watch, plan }, runId, { answer, signal: ending.signal }).catch(
      (error: unknown) => {
        log.error({ run: runId, err: String(error) }, 'The answer of a run could not be read.');
        answer(missingAnswer);
      },
    );
  };

  const accept = async (start: RunStart): Promise<{ runId: string }> => {
    if (phase === 'starting') await opened;
    checkOpen();
    const loaded = ports.load(start.sourceText);
    const { environmentId, flowId, flowName } = start;
    const runId = ids.run();
    const run = createActiveRun(
      loaded,
      { runId, flowId, flowName, environmentId },
      { caller: works ? start.answer : undefined },
    );
    if (works) runs.set(runId, run);
    const waiting = works && start.answer !== undefined;
    let commands: Command[];
    try {
      commands = transition(
        loaded.plan,
        run.state,
        { type: 'accepted', outputs: start.triggerOutputs, waiting },
        env,
      );
    } catch (error) {
      runs.delete(runId);
      throw error;
    }
    failPoint('before-accept-commit');
    const now = clock.now();
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
          startedAt: now,
          owner: works ? ownership.id : null,
          answerBy: works || start.answer === undefined ? null : now + limits.responseWaitMilliseconds.value,
          dedupeKey: start.dedupeKey ?? null,
        },
        sequence: 0,
        records: [],
        after() {
          failPoint('after-accept-commit');
          if (!works) follow(runId, start, run);
          done({ runId });
        },
        known(knownId) {
          drop(run);
          follow(knownId, start, run);
          done({ runId: knownId });
        },
        refused(error) {
          drop(run);
          const message = 'The run could not be stored, so it was not started.';
          failed(new AppError('UNAVAILABLE', message, { cause: error }));
        },
      });
    });
  };

  const leave = (runId: string) => {
    const run = runs.get(runId);
    if (run !== undefined) {
      run.caller = undefined;
      feed(run, { type: 'caller-left' });
      return;
    }
    const row = works ? undefined : findRunById(database, runId);
    if (row?.finishedAt === null) desk.leave(row.number, { type: 'caller-left' });
  };

  const hooks = createHookDoor({ findHook: ports.findHook, accept, leave, now: clock.now });

  return {
    start() {
      opened ??= open();
      return opened;
    },
    accept,
    async cancel(runId) {
      if (await ask(runId, { type: 'cancelled' })) return;
      throw new AppError('NOT_READY', 'This run has already ended.');
    },
    async decide(runId, decision) {
      if (await ask(runId, { type: 'decided', ...decision })) return;
      throw new AppError('NOT_READY', 'Somebody has already decided about this step, or it is not in doubt.');
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
    async stop(options) {
      if (phase === 'stopping' || phase === 'stopped') return;
      phase = 'stopping';
      clearInterval(looking);
      ownership.pause();
      // Starts that are collected go out now; from here on an end begins nothing new.
      journal.flush();
      await performer.finishCalls(() => runs.values(), options);
      journal.close();
      phase = 'stopped';
      ending.abort();
      for (const run of [...runs.values()]) drop(run);
      ownership.release();
      watch.close();
    },
  };
}
