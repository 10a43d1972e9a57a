// Durations, iteration paths, keys of records.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordKey, recordRange, sequenceOf } from '@/db/queries/run-key';
import { parseDuration } from '@/lib/engine/duration';
import { readIterationPath, toIterationPath } from '@/lib/engine/record';
import { mayRunTwice, readRetryPolicy } from '@/lib/engine/retry-policy';
import { statusName } from '@/lib/engine/status-name';

describe('parseDuration', () => {
  it.each([
    ['PT5S', 5_000],
    ['PT1H30M', 5_400_000],
    ['P1D', 86_400_000],
    ['P1W', 604_800_000],
    ['P1DT2H', 93_600_000],
    ['pt0.5s', 500],
    ['', undefined],
    ['P', undefined],
    ['PT', undefined],
    ['5 seconds', undefined],
    ['P1Y', undefined],
  ])('%s is %s ms', (text, wanted) => {
    expect(parseDuration(text)).toBe(wanted);
  });
});

describe('a call', () => {
  it.each([
    ['POST', { type: 'fixed', count: 2, interval: 'PT5S' }, true],
    ['patch', { type: 'exponential', count: 1, interval: 'PT5S' }, true],
    ['PUT', { type: 'fixed', count: 2, interval: 'PT5S' }, false],
    ['GET', { type: 'fixed', count: 2, interval: 'PT5S' }, false],
    ['POST', { type: 'none' }, false],
    ['POST', { type: 'fixed', count: 0, interval: 'PT5S' }, false],
    ['POST', undefined, false],
  ])('%s with the policy %j may run twice: %s', (method, policy, wanted) => {
    expect(mayRunTwice(readRetryPolicy(policy), method)).toBe(wanted);
  });
});

describe('an iteration path', () => {
  it('reads back as it was written, whatever the names are', () => {
    const step = fc.record({ loop: fc.string({ minLength: 1 }), index: fc.nat(100_000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), (iteration) => {
        expect(readIterationPath(toIterationPath(iteration))).toEqual(iteration);
      }),
    );
  });
});

describe('the key of a record', () => {
  it('keeps runs apart and sequences in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 28 }),
        fc.integer({ min: 1, max: 2 ** 24 - 1 }),
        (run, sequence) => {
          const key = recordKey(run, sequence);
          expect(Number.isSafeInteger(key)).toBe(true);
          expect(sequenceOf(key)).toBe(sequence);
          const { from, to } = recordRange(run);
          expect(key >= from && key <= to).toBe(true);
          expect(recordRange(run + 1).from).toBeGreaterThan(to);
        },
      ),
    );
  });
});

describe('statusName', () => {
  it('has a name for each usual code and a word for the others', () => {
    expect([200, 404, 503, 299].map(statusName)).toEqual([
      'OK',
      'NotFound',
      'ServiceUnavailable',
      'Status299',
    ]);
  });
});
