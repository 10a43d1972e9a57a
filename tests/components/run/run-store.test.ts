// What a run view knows, as news of the run arrive.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { gather } from '@/components/run/gather';
import type { RunHead, RunRecord } from '@/components/run/run-model';
import { troubleText } from '@/components/run/run-notice';
import {
  countTurns,
  createRunStore,
  findShownRecord,
  receive,
  showIteration,
  shownPath,
  showRun,
} from '@/components/run/run-store';
import { listLoopChains } from '@/components/run/use-shown-iterations';
import { compose, makeFlow } from '../../support/flows';

function record(name: string, sequence: number, more: Partial<RunRecord> = {}): RunRecord {
  return { name, iteration: [], status: 'Running', startTime: 1, sequence, ...more };
}

const head: RunHead = { id: 'r', flowId: 'f', status: 'Running', kind: 'live', startedAt: 1, inDoubt: 0 };
const over: RunHead = { ...head, status: 'Failed', finishedAt: 9 };
const turn = (index: number, loop = 'Each') => ({ loop, index });

function open() {
  const store = createRunStore();
  showRun(store, 'r');
  return store;
}

describe('the store of the run on screen', () => {
  it('keeps the newest state of an action, whatever order the news comes in', () => {
    const store = open();
    receive(store, { records: [record('Get', 5, { status: 'Succeeded' })] });
    receive(store, { records: [record('Get', 3)] });
    expect(findShownRecord(store.getState(), 'Get', [])?.status).toBe('Succeeded');
    expect(store.getState().sequence).toBe(5);
  });

  it('keeps the newest state of the run, whatever order the news comes in', () => {
    const store = open();
    receive(store, { records: [record('Get', 7)], run: over, sequence: 7 });
    receive(store, { records: [record('Get', 3)], run: head, sequence: 3 });
    expect(store.getState().run).toBe(over);
  });

  it('leaves the records of other actions untouched by an event', () => {
    const store = open();
    receive(store, { records: [record('A', 1), record('B', 2)] });
    const before = findShownRecord(store.getState(), 'A', []);
    receive(store, { records: [record('B', 3, { status: 'Failed' })] });
    expect(findShownRecord(store.getState(), 'A', [])).toBe(before);
  });

  it('tells nobody about news that are known already', () => {
    const store = open();
    receive(store, { records: [record('A', 1)] });
    const told = vi.fn();
    store.subscribe(told);
    receive(store, { records: [record('A', 1)] });
    expect(told).not.toHaveBeenCalled();
  });

  it('shows nothing of the former run after another was chosen', () => {
    const store = open();
    receive(store, { records: [record('A', 1)] });
    showRun(store, 'other');
    expect(findShownRecord(store.getState(), 'A', [])).toBeUndefined();
  });

  it('knows how far the clock of the server is ahead', () => {
    const store = open();
    receive(store, { records: [], serverTime: Date.now() + 60_000 });
    receive(store, { records: [], serverTime: Date.now() + 55_000 });
    expect(store.getState().clockAhead).toBeGreaterThan(59_000);
  });
});

describe('the iteration on screen', () => {
  const inner = (index: number) => [turn(1), turn(index, 'Inner')];

  it('is the newest of a loop until one is chosen', () => {
    const store = open();
    receive(store, {
      records: [
        record('Pay', 1, { iteration: [turn(0)], code: 'first' }),
        record('Pay', 2, { iteration: [turn(1)], code: 'second' }),
      ],
    });
    expect(findShownRecord(store.getState(), 'Pay', ['Each'])?.code).toBe('second');
    showIteration(store, [turn(0)]);
    receive(store, { records: [record('Pay', 3, { iteration: [turn(2)] })] });
    expect(findShownRecord(store.getState(), 'Pay', ['Each'])?.code).toBe('first');
    expect(countTurns(store.getState(), ['Each'])).toBe(3);
  });

  it('is the first one when the run is over', () => {
    const store = open();
    receive(store, { run: over, records: [record('Pay', 1, { iteration: [turn(4)] })] });
    expect(shownPath(store.getState(), ['Each'])).toEqual([turn(0)]);
  });

  it('is one of as many as the loop has items, however many have begun', () => {
    const store = open();
    receive(store, { records: [record('Each', 1, { items: 34 })] });
    expect(countTurns(store.getState(), ['Each'])).toBe(34);
    receive(store, { records: [record('Pay', 2, { iteration: [turn(2)] })] });
    expect(countTurns(store.getState(), ['Each'])).toBe(34);
  });

  it('of an inner loop is counted and kept for each iteration around it', () => {
    const store = open();
    receive(store, {
      records: [
        record('Each', 1, { items: 2 }),
        record('Inner', 2, { iteration: [turn(0)], items: 3 }),
        record('Inner', 3, { iteration: [turn(1)], items: 1 }),
        record('Say', 4, { iteration: [turn(0), turn(2, 'Inner')] }),
        record('Say', 5, { iteration: inner(0) }),
      ],
    });
    showIteration(store, [turn(0), turn(2, 'Inner')]);
    expect(countTurns(store.getState(), ['Each', 'Inner'])).toBe(3);
    showIteration(store, [turn(1)]);
    expect(countTurns(store.getState(), ['Each', 'Inner'])).toBe(1);
    expect(shownPath(store.getState(), ['Each', 'Inner'])).toEqual(inner(0));
    showIteration(store, [turn(0)]);
    expect(shownPath(store.getState(), ['Each', 'Inner'])).toEqual([turn(0), turn(2, 'Inner')]);
    expect(store.getState().chosen).toEqual([turn(0)]);
  });
});

describe('the loops of a flow', () => {
  it('come with those around them, and without other containers', () => {
    const { definition } = makeFlow({
      Outer: {
        type: 'Foreach',
        foreach: [1],
        actions: {
          Try: { type: 'Scope', actions: { Inner: { type: 'Foreach', foreach: [1], actions: {} } } },
        },
      },
      Say: compose('x'),
    });
    expect(listLoopChains(definition)).toEqual([['Outer'], ['Outer', 'Inner']]);
  });
});

describe('the line about a run in trouble', () => {
  it('names the step, its iterations from the inside out, and the item', () => {
    const trouble = { kind: 'failed', name: 'Pay_Invoice', message: '404 Not Found' } as const;
    const iteration = [turn(2, 'For_each'), turn(0, 'Lines')];
    expect(troubleText({ ...trouble, iteration, item: '"INV-1"' })).toBe(
      'Pay Invoice failed in iteration 1 of Lines, in iteration 3 of For each ("INV-1"): 404 Not Found',
    );
    expect(troubleText({ ...trouble, iteration: [], kind: 'in-doubt' })).toBe(
      'Pay Invoice waits for a decision: 404 Not Found',
    );
  });
});

describe('what arrives one by one', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is taken at once when it is alone, and in handfuls when it is much', () => {
    vi.useFakeTimers();
    const taken: number[][] = [];
    const add = gather<number>((items) => taken.push(items), 40);
    add(1);
    for (let number = 2; number <= 5; number += 1) add(number);
    expect(taken).toEqual([[1]]);
    vi.advanceTimersByTime(40);
    expect(taken).toEqual([[1], [2, 3, 4, 5]]);
    vi.advanceTimersByTime(80);
    add(6);
    expect(taken.at(-1)).toEqual([6]);
  });
});
