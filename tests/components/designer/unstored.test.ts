// What was typed and is not in the definition: kept per flow, outdated by another value, known to the checker.
import { describe, expect, it } from 'vitest';
import {
  baseOf,
  createUnstored,
  findUnstored,
  listUnstoredProblems,
  type Unstored,
} from '@/components/designer/fields/unstored';
import { compose, makeFlow } from '../../support/flows';
import { memoryStorage } from '../memory-storage';

const entry: Unstored = {
  step: 'A',
  field: 'inputs',
  path: ['inputs'],
  text: '{ "a": ',
  base: baseOf(1),
  message: 'Inputs is not stored.',
};

describe('a text that is not stored', () => {
  it('is there again after a reload, for its flow only', () => {
    const storage = memoryStorage();
    createUnstored('f1', storage).getState().put(entry);
    expect(createUnstored('f1', storage).getState().entries).toEqual([entry]);
    expect(createUnstored('f2', storage).getState().entries).toEqual([]);
  });

  it('gives way to what is typed next, and goes when it is dropped', () => {
    const storage = memoryStorage();
    const store = createUnstored('f1', storage);
    store.getState().put(entry);
    store.getState().put({ ...entry, text: '{ "b": ' });
    expect(store.getState().entries.map(({ text }) => text)).toEqual(['{ "b": ']);
    store.getState().drop('A', 'inputs');
    expect(createUnstored('f1', storage).getState().entries).toEqual([]);
  });

  it('goes along when its step is renamed', () => {
    const store = createUnstored('f1', undefined);
    store.getState().put(entry);
    store.getState().renameStep('A', 'B');
    expect(findUnstored(store.getState().entries, { step: 'B', field: 'inputs', value: 1 })?.text).toBe(
      '{ "a": ',
    );
  });

  it('is outdated where an undo put another value in its place', () => {
    const place = { step: 'A', field: 'inputs' };
    expect(findUnstored([entry], { ...place, value: 1 })).toBe(entry);
    expect(findUnstored([entry], { ...place, value: 2 })).toBeUndefined();
  });

  it('is a finding of its step while it is not outdated and has something to say', () => {
    const { definition } = makeFlow({ A: compose(1) });
    expect(listUnstoredProblems([entry], definition)).toEqual([
      {
        code: 'FLOW4014',
        severity: 'error',
        group: 'parameter',
        action: 'A',
        at: '/actions/A/inputs',
        field: 'inputs',
        message: 'Inputs is not stored.',
      },
    ]);
    expect(listUnstoredProblems([{ ...entry, message: '' }], definition)).toEqual([]);
    expect(listUnstoredProblems([{ ...entry, step: 'Gone' }], definition)).toEqual([]);
    expect(listUnstoredProblems([entry], makeFlow({ A: compose(2) }).definition)).toEqual([]);
  });
});
