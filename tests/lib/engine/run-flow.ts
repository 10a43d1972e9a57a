// Runs a definition through the pure engine with a virtual clock and scripted answers; no disk, no promise.
import type { Connector } from '@/lib/connector/model';
import type { Command, EngineEnv, EngineEvent, RunChangeData } from '@/lib/engine/event';
import { compilePlan } from '@/lib/engine/plan';
import type { Plan } from '@/lib/engine/plan-model';
import type { ActionRecord } from '@/lib/engine/record';
import { createState, type RunState } from '@/lib/engine/state';
import { transition } from '@/lib/engine/transition';
import type { ValueObject } from '@/lib/expression/value';
import type { ActionDefinition, Flow, FlowOrigin } from '@/lib/flow/definition';
import type { HttpOutcome, HttpRequest } from '@/lib/http';

export const identity = { runId: 'run-1', flowId: 'flow-1', flowName: 'Test flow', environmentId: 'env-1' };

/** A clock that only moves when told, numbers that repeat, ids that count. */
export function virtualEnv(start = Date.UTC(2026, 10, 22, 10)) {
  let now = start;
  let seed = 42;
  let count = 0;
  const env: EngineEnv = {
    now: () => now,
    random: () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    },
    guid: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
  };
  return {
    env,
    advance: (milliseconds: number) => (now += milliseconds),
    set: (time: number) => (now = time),
  };
}

export function toFlow(
  actions: Record<string, unknown>,
  extra: Record<string, unknown> = {},
  origin: FlowOrigin = 'power-automate',
): Flow {
  return {
    definition: {
      triggers: { manual: { type: 'Request', kind: 'Http' } },
      ...extra,
      actions: actions as Record<string, ActionDefinition>,
    },
    connectionReferences: {},
    origin,
  } as Flow;
}

export function answer(
  status: number,
  body?: ValueObject | string,
  headers: Record<string, string> = {},
): HttpOutcome {
  return { kind: 'response', status, headers, ...(body !== undefined && { body }), bytes: 0, duration: 1 };
}

export function failure(
  sent: 'no' | 'unknown',
  code = sent === 'no' ? 'ConnectionRefused' : 'ConnectionLost',
): HttpOutcome {
  return { kind: 'failure', sent, code, message: `The call ended with ${code}.`, duration: 1 };
}

export interface RunOptions {
  trigger?: ValueObject;
  waiting?: boolean;
  connectors?: Record<string, Connector>;
  /** What the outside answers; without it a call is never answered. */
  respond?: (request: HttpRequest, attempt: number) => HttpOutcome | undefined;
}

/** A run that is driven step by step. */
export function createDriver(
  flow: Flow,
  options: RunOptions = {},
  state?: { state: RunState; plan: Plan; virtual: ReturnType<typeof virtualEnv> },
) {
  const plan = state?.plan ?? compilePlan({ flow, connectors: options.connectors ?? {} });
  const runState = state?.state ?? createState(plan, identity);
  const virtual = state?.virtual ?? virtualEnv();
  const commands: Command[] = [];
  const calls: { id: number; request: HttpRequest; at: number }[] = [];
  const timers: { id: number; at: number }[] = [];
  const runChanges: RunChangeData[] = [];
  const responses: (Command & { type: 'respond' })[] = [];
  const aborted: number[] = [];
  const todo: EngineEvent[] = [];

  const send = (event: EngineEvent): Command[] => {
    const made = transition(plan, runState, event, virtual.env);
    for (const command of made) {
      commands.push(command);
      if (command.type === 'call') {
        calls.push({ id: command.id, request: command.request, at: virtual.env.now() });
        const outcome = options.respond?.(command.request, calls.length);
        if (outcome !== undefined) todo.push({ type: 'called', id: command.id, outcome });
      } else if (command.type === 'timer') timers.push(command);
      else if (command.type === 'continue') todo.push({ type: 'continue' });
      else if (command.type === 'run') runChanges.push(command.change);
      else if (command.type === 'respond') responses.push(command);
      else if (command.type === 'abort') aborted.push(command.id);
    }
    return made;
  };
  /** Delivers answers and timers until nothing is left to deliver. */
  const settle = () => {
    for (;;) {
      const event = todo.shift();
      if (event !== undefined) {
        send(event);
        continue;
      }
      timers.sort((a, b) => a.at - b.at);
      const timer = timers.shift();
      if (timer === undefined) return;
      virtual.set(Math.max(timer.at, virtual.env.now()));
      send({ type: 'due', id: timer.id });
    }
  };
  return {
    plan,
    state: runState,
    virtual,
    send,
    settle,
    commands,
    calls,
    timers,
    runChanges,
    responses,
    aborted,
    todo,
  };
}

export interface FinishedRun {
  status: string;
  error: RunChangeData['error'];
  outputs: ValueObject | undefined;
  /** Final record of each action by name; of the last one inside loops. */
  records: Record<string, ActionRecord>;
  all: ActionRecord[];
  statuses: Record<string, string>;
  driver: ReturnType<typeof createDriver>;
}

/** Runs to the end (or to where nothing more happens) and collects the records. */
export function runFlow(flow: Flow, options: RunOptions = {}): FinishedRun {
  const driver = createDriver(flow, options);
  driver.send({ type: 'accepted', outputs: options.trigger ?? {}, waiting: options.waiting ?? false });
  driver.settle();
  return finished(driver);
}

export function finished(driver: ReturnType<typeof createDriver>): FinishedRun {
  const all = [
    ...new Set(driver.commands.flatMap((command) => (command.type === 'record' ? [command.record] : []))),
  ].filter((record) => record !== driver.state.trigger);
  const records = Object.fromEntries(all.map((record) => [record.name, record]));
  const last = driver.runChanges.at(-1);
  return {
    status: driver.state.status,
    error: last?.error,
    outputs: last?.outputs,
    records,
    all,
    statuses: Object.fromEntries(all.map((record) => [record.name, record.status])),
    driver,
  };
}
