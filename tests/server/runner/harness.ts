// A runner on a real SQLite file with a scripted outside world and a clock that only moves when told.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { listEnvironments } from '@/db/queries/environment';
import { compilePlan } from '@/lib/engine/plan';
import type { Value } from '@/lib/expression/value';
import type { HttpOutcome, HttpRequest } from '@/lib/http';
import type { Clock, RunnerPorts } from '@/server/runner/ports';
import type { RunStart } from '@/server/runner/run-start';
import { createRunner } from '@/server/runner/runner';
import { systemIds } from '@/server/runner/system-ports';
import { toFlow } from '../../lib/engine/run-flow';

export function openTemporary() {
  const folder = mkdtempSync(join(tmpdir(), 'flowright-runner-'));
  const file = join(folder, 'test.db');
  const database = openDatabase(file);
  migrateDatabase(database);
  const environmentId = listEnvironments(database)[0]?.id ?? '';
  return {
    database,
    file,
    environmentId,
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Timers fire when `advance` passes them. */
export function createTestClock() {
  let now = Date.UTC(2026, 10, 22, 10);
  const timers = new Set<{ at: number; callback: () => void }>();
  const clock: Clock = {
    now: () => now,
    at(at, callback) {
      const timer = { at, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  return {
    clock,
    waiting: () => timers.size,
    advance(milliseconds: number) {
      now += milliseconds;
      for (const timer of [...timers])
        if (timer.at <= now) {
          timers.delete(timer);
          timer.callback();
        }
    },
  };
}

export interface OpenCall {
  request: HttpRequest;
  signal: AbortSignal | undefined;
  answer(outcome: HttpOutcome): void;
}

/** An outside world in which calls stay open until the test answers them. */
export function createTestWorld() {
  const calls: OpenCall[] = [];
  const egress: RunnerPorts['egress'] = {
    request: (request, options) =>
      new Promise((done) => {
        calls.push({ request, signal: options?.signal, answer: done });
      }),
  };
  return { egress, calls };
}

export function startRunner(
  temporary: ReturnType<typeof openTemporary>,
  actions: Record<string, unknown>,
  more: Partial<RunnerPorts> = {},
) {
  const world = createTestWorld();
  const time = createTestClock();
  const plan = compilePlan({ flow: toFlow(actions), connectors: {} });
  const runner = createRunner({
    database: temporary.database,
    works: true,
    egress: world.egress,
    load: () => ({ plan, credentials: {} }),
    findHook: () => undefined,
    clock: time.clock,
    ids: systemIds,
    random: () => 0.5,
    log: { warn: () => undefined, error: () => undefined },
    ...more,
  });
  const accept = (body: Value = { n: 1 }, asked: Pick<RunStart, 'answer' | 'dedupeKey'> = {}) =>
    runner.accept({
      environmentId: temporary.environmentId,
      flowId: 'flow-1',
      flowName: 'Test',
      kind: 'live',
      version: 1,
      sourceText: '{"flow":1}',
      triggerOutputs: { body },
      ...asked,
    });
  return { runner, accept, plan, ...world, ...time };
}

/** Lets everything that is due now happen, commits included. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((done) => setImmediate(done));
}
