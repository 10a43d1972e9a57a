// Iterations as spans, and which steps decide how a container ends.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDecisive } from '@/lib/engine/decisive-steps';
import {
  countIterations,
  findNext,
  type IterationState,
  iterationStates,
  toCells,
  toSpans,
} from '@/lib/engine/iteration-states';
import { compose, makeFlow } from '../../support/flows';

const spansOf = (states: readonly IterationState[]) =>
  toSpans(states.map((state, index) => ({ state, index })));
const anyStates = fc.array(fc.constantFrom(...iterationStates), { minLength: 1, maxLength: 60 });

describe('iterations as spans', () => {
  it('are one entry per stretch of equal ones', () => {
    expect(spansOf(['Succeeded', 'Succeeded', 'Failed', 'Succeeded'])).toEqual([
      { state: 'Succeeded', from: 0, count: 2 },
      { state: 'Failed', from: 2, count: 1 },
      { state: 'Succeeded', from: 3, count: 1 },
    ]);
  });

  it('keep an index that is missing, of an iteration that left no record, out of their neighbours', () => {
    const spans = toSpans([0, 2].map((index) => ({ index, state: 'Succeeded' as const })));
    expect(spans.map(({ from, count }) => [from, count])).toEqual([
      [0, 1],
      [2, 1],
    ]);
  });

  it('lead to the next and the former iteration of a state as a walk over all of them does', () => {
    fc.assert(
      fc.property(anyStates, fc.nat(70), fc.constantFrom(...iterationStates), (states, from, state) => {
        const indices = states.flatMap((each, index) => (each === state ? [index] : []));
        const spans = spansOf(states);
        expect(findNext(spans, state, { from, direction: 1 })).toBe(indices.find((index) => index > from));
        expect(findNext(spans, state, { from, direction: -1 })).toBe(
          indices.findLast((index) => index < from),
        );
        expect(countIterations(spans, state)).toBe(indices.length);
      }),
    );
  });

  it('are drawn as cells that each show the worst of what they stand for', () => {
    fc.assert(
      fc.property(anyStates, fc.integer({ min: 1, max: 30 }), (states, most) => {
        const cells = toCells(spansOf(states), states.length, most);
        expect(cells).toHaveLength(Math.min(states.length, most));
        for (const state of ['Failed', 'InDoubt'] as const)
          if (states.includes('InDoubt') === (state === 'InDoubt'))
            expect(cells.includes(state)).toBe(states.includes(state));
      }),
    );
    expect(toCells(spansOf(['Succeeded', 'Failed']), 4, 10)).toEqual([
      'Succeeded',
      'Failed',
      undefined,
      undefined,
    ]);
  });
});

describe('the steps that decide how a container ends', () => {
  const { definition } = makeFlow({
    Each: {
      type: 'Foreach',
      foreach: [1],
      actions: {
        Handled: compose(1),
        Handler: { ...compose(2), runAfter: { Handled: ['Failed'] } },
        Half: compose(3),
        On_failure: { ...compose(4), runAfter: { Half: ['failed'] } },
        On_success: compose(5, 'Half'),
      },
    },
  });

  it('are not those whose failure every next step expects', () => {
    expect(listDecisive(definition, 'Each', 'Failed')).toEqual([
      'Handler',
      'Half',
      'On_failure',
      'On_success',
    ]);
    expect(listDecisive(definition, 'Each', 'TimedOut')).toContain('Handled');
  });

  it('of the whole flow are those at its top', () => {
    expect(listDecisive(definition, undefined, 'Failed')).toEqual(['Each']);
    expect(listDecisive(definition, 'Nothing', 'Failed')).toEqual([]);
  });
});
