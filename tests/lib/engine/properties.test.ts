// Laws of the engine over random flows: every action ends in exactly one final record, statuses follow the written rule,
// and a run put together from its records at any commit ends as the uninterrupted one does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFinal } from '@/lib/engine/record';
import type { RunState } from '@/lib/engine/state';
import type { JsonObject } from '@/lib/json';
import { resume, storedRecords } from './resume';
import { answer, createDriver, failure, finished, runFlow, toFlow } from './run-flow';

type Actions = Record<string, JsonObject>;

const statuses = ['Succeeded', 'Failed', 'Skipped', 'TimedOut'];
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`engine properties: seed ${seed} (SEED=${seed} repeats it)`);

/** A random branch: each action may run after any earlier sibling; containers hold smaller branches. */
function branch(depth: number, prefix: string): fc.Arbitrary<Actions> {
  const kinds =
    depth > 0
      ? ['ok', 'bad', 'call', 'post', 'add', 'if', 'scope', 'loop']
      : ['ok', 'bad', 'call', 'post', 'add'];
  const one = fc.record({
    kind: fc.constantFrom(...kinds),
    inner:
      depth > 0
        ? fc.tuple(branch(depth - 1, `${prefix}a`), branch(depth - 1, `${prefix}b`))
        : fc.constant([{}, {}] as [Actions, Actions]),
    yes: fc.boolean(),
    items: fc.integer({ min: 0, max: 3 }),
    repetitions: fc.integer({ min: 1, max: 3 }),
    after: fc.array(fc.tuple(fc.nat(4), fc.subarray(statuses, { minLength: 1 })), { maxLength: 2 }),
  });
  return fc.array(one, { maxLength: 4 }).map((list) => {
    const actions: Actions = {};
    list.forEach(({ kind, inner, yes, items, repetitions, after }, index) => {
      const runAfter: JsonObject = {};
      for (const [back, wanted] of after) if (back < index) runAfter[`${prefix}${back}`] = wanted;
      const rename = (each: Actions, letter: string) => nest(each, `${prefix}${index}${letter}`);
      actions[`${prefix}${index}`] = {
        ...make(kind, rename(inner[0], 'x'), rename(inner[1], 'y'), { yes, items, repetitions }),
        runAfter,
      };
    });
    return actions;
  });
}

/** Names have to be unique in the whole flow: the place goes in front. */
function nest(actions: Actions, place: string): Actions {
  const text = JSON.stringify(actions).replace(/"([rab]+\d[^"]*)":/g, `"${place}.$1":`);
  return JSON.parse(text) as Actions;
}

function make(
  kind: string,
  first: Actions,
  second: Actions,
  more: { yes: boolean; items: number; repetitions: number },
): JsonObject {
  switch (kind) {
    case 'bad':
      return { type: 'Compose', inputs: "@int('x')" };
    case 'call':
      return { type: 'Http', inputs: { method: 'GET', uri: 'http://a.test/' } };
    case 'post':
      return { type: 'Http', inputs: { method: 'POST', uri: 'http://a.test/' } };
    case 'add':
      return { type: 'AppendToArrayVariable', inputs: { name: 'log', value: 'x' } };
    case 'if':
      return {
        type: 'If',
        expression: `@equals(1, ${more.yes ? 1 : 2})`,
        actions: first,
        else: { actions: second },
      };
    case 'scope':
      return { type: 'Scope', actions: first };
    case 'loop':
      return {
        type: 'Foreach',
        foreach: `@take(createArray(1, 2, 3), ${more.items})`,
        actions: first,
        runtimeConfiguration: { concurrency: { repetitions: more.repetitions } },
      };
    default:
      return { type: 'Compose', inputs: 'fine' };
  }
}

const flows = branch(2, 'r').map((actions) =>
  toFlow({
    Init: { type: 'InitializeVariable', inputs: { variables: [{ name: 'log', type: 'array' }] } },
    All: { type: 'Scope', actions, runAfter: { Init: ['Succeeded'] } },
  }),
);
const respond = (request: { method: string }) => (request.method === 'GET' ? answer(200, 'ok') : answer(500));

describe('a random flow', () => {
  it('ends, with exactly one final record for each action it reached', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const run = runFlow(flow, { respond });
        expect(['Succeeded', 'Failed', 'TimedOut']).toContain(run.status);
        const places = run.all.map((record) => `${record.path}|${record.name}`);
        expect(new Set(places).size).toBe(places.length);
        expect(run.all.every((record) => isFinal(record.status) && record.endTime !== undefined)).toBe(true);
        for (const action of run.driver.plan.actions) expect(run.statuses[action.name]).toBeDefined();
        const sequences = run.all.map((record) => record.sequence);
        expect(new Set(sequences).size).toBe(sequences.length);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('has the status that a naive reading of the rule gives', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const run = runFlow(flow, { respond });
        const all = flow.definition.actions.All;
        if (all === undefined) throw new Error('no scope');
        const wanted = oracle(all.actions as Actions, (name) => run.statuses[name] ?? 'none');
        expect(run.statuses.All).toBe(wanted);
        expect(run.status).toBe(wanted);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('ends the same when it is put together from its records after any commit', () => {
    let folds = 0;
    fc.assert(
      fc.property(flows, fc.nat(), (flow, at) => {
        const whole = runFlow(flow, { respond });
        const events = countEvents(flow);
        const cut = at % events;
        const again = interrupted(flow, cut);
        folds += 1;
        expect(again.status).toBe(whole.status);
        expect(again.statuses).toEqual(whole.statuses);
        expect(again.log).toBe(lengthOf(whole.driver.state));
      }),
      { seed, numRuns: 400 },
    );
    console.log(`engine properties: ${folds} interrupted runs ended as the uninterrupted ones`);
  });
});

function lengthOf(state: RunState): number {
  const value = state.variables.get('log')?.value;
  return Array.isArray(value) ? value.length : 0;
}

/** Leaves, with each skipped one replaced by what it waited for, again and again. */
function oracle(actions: Actions, statusOf: (name: string) => string): string {
  const names = Object.keys(actions);
  const before = (name: string) => Object.keys((actions[name]?.runAfter ?? {}) as JsonObject);
  let leaves = new Set(names.filter((name) => !names.some((other) => before(other).includes(name))));
  while ([...leaves].some((name) => statusOf(name) === 'Skipped'))
    leaves = new Set([...leaves].flatMap((name) => (statusOf(name) === 'Skipped' ? before(name) : [name])));
  const found = [...leaves].map(statusOf);
  return found.includes('Failed') ? 'Failed' : found.includes('TimedOut') ? 'TimedOut' : 'Succeeded';
}

function countEvents(flow: ReturnType<typeof toFlow>): number {
  const driver = createDriver(flow, { respond });
  driver.send({ type: 'accepted', outputs: {}, waiting: false });
  let count = 1;
  for (let event = driver.todo.shift(); event !== undefined; event = driver.todo.shift()) {
    driver.send(event);
    count += 1;
  }
  return count;
}

/** Runs up to an event, forgets everything but the stored rows, and goes on from those. */
function interrupted(flow: ReturnType<typeof toFlow>, cut: number) {
  const first = createDriver(flow, { respond });
  first.send({ type: 'accepted', outputs: {}, waiting: false });
  for (let count = 0; count < cut; count += 1) {
    const event = first.todo.shift();
    if (event !== undefined) first.send(event);
  }
  if (first.state.status !== 'Running') {
    const run = finished(first);
    return { status: run.status, statuses: run.statuses, log: lengthOf(first.state) };
  }
  const stored = storedRecords(first);
  const inFlight = [...first.state.pending.values()].filter((pending) => pending.state === 'in-flight');
  const second = resume(first, { respond });
  const { state } = second;
  expect(state.pending.size).toBe(inFlight.length);
  second.send({ type: 'recovered' });
  second.settle();
  // A POST that was under way is in doubt; the answer it would have had is a person's word here.
  for (;;) {
    const doubtful = [...state.pending.values()].find((pending) => pending.state === 'in-doubt');
    if (doubtful === undefined) break;
    second.send({
      type: 'decided',
      name: doubtful.action.name,
      path: doubtful.frame.path,
      decision: 'failed',
    });
    second.settle();
  }
  const statusesAtEnd: Record<string, string> = {};
  for (const record of stored) if (record.sequence > 1) statusesAtEnd[record.name] = record.status;
  const later = finished(second);
  return {
    status: second.state.status,
    statuses: { ...statusesAtEnd, ...later.statuses },
    log: lengthOf(state),
  };
}

it('a fold of a run in doubt and of one that waits for a retry keeps both', () => {
  const driver = createDriver(
    toFlow({
      A: make('post', {}, {}, { yes: true, items: 0, repetitions: 1 }),
      B: make('call', {}, {}, { yes: true, items: 0, repetitions: 1 }),
    }),
  );
  driver.send({ type: 'accepted', outputs: {}, waiting: false });
  driver.send({ type: 'called', id: driver.calls[0]?.id ?? 0, outcome: failure('unknown') });
  driver.send({ type: 'called', id: driver.calls[1]?.id ?? 0, outcome: answer(503) });
  const again = resume(driver);
  const { state } = again;
  expect([...state.pending.values()].map((pending) => pending.state)).toEqual(['in-doubt', 'waiting']);
  again.send({ type: 'recovered' });
  expect(again.calls).toHaveLength(0);
  expect(again.timers).toHaveLength(1);
});
