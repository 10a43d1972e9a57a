// What a run view knows, as news of the run arrive.
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '@/components/run/run-model';
import {
  createRunStore,
  findShownRecord,
  receive,
  showIteration,
  shownIteration,
  showRun,
} from '@/components/run/run-store';

function record(name: string, sequence: number, more: Partial<RunRecord> = {}): RunRecord {
  return { name, iteration: [], status: 'Running', startTime: 1, sequence, ...more };
}

const turn = (index: number) => [{ loop: 'Each', index }];

describe('the store of the run on screen', () => {
  it('keeps the newest state of an action, whatever order the news comes in', () => {
    const store = createRunStore();
    showRun(store, 'r');
    receive(store, { records: [record('Get', 5, { status: 'Succeeded' })] });
    receive(store, { records: [record('Get', 3)] });
    expect(findShownRecord(store.getState(), 'Get', [])?.status).toBe('Succeeded');
    expect(store.getState().sequence).toBe(5);
  });

  it('leaves the records of other actions untouched by an event', () => {
    const store = createRunStore();
    showRun(store, 'r');
    receive(store, { records: [record('A', 1), record('B', 2)] });
    const before = findShownRecord(store.getState(), 'A', []);
    receive(store, { records: [record('B', 3, { status: 'Failed' })] });
    expect(findShownRecord(store.getState(), 'A', [])).toBe(before);
  });

  it('follows the newest iteration of a loop until one is chosen', () => {
    const store = createRunStore();
    showRun(store, 'r');
    receive(store, {
      records: [
        record('Pay', 1, { iteration: turn(0), code: 'first' }),
        record('Pay', 2, { iteration: turn(1), code: 'second' }),
      ],
    });
    expect(shownIteration(store.getState(), 'Each')).toBe(1);
    expect(findShownRecord(store.getState(), 'Pay', ['Each'])?.code).toBe('second');
    showIteration(store, 'Each', 0);
    receive(store, { records: [record('Pay', 3, { iteration: turn(2) })] });
    expect(findShownRecord(store.getState(), 'Pay', ['Each'])?.code).toBe('first');
    expect(store.getState().turns.Each).toBe(3);
  });

  it('shows nothing of the former run after another was chosen', () => {
    const store = createRunStore();
    showRun(store, 'r');
    receive(store, { records: [record('A', 1)] });
    showRun(store, 'other');
    expect(findShownRecord(store.getState(), 'A', [])).toBeUndefined();
  });
});
