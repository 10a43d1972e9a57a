// The bytes of a body, however they are cut.
import { expect, it } from 'vitest';
import { createByteCollector } from '@/server/byte-collector';

const collect = (pieces: Buffer[]) => {
  const collector = createByteCollector();
  for (const piece of pieces) collector.add(piece);
  return collector;
};

it.each([0, 1, 2, 1_023, 1_024, 1_025, 5_000])('%i pieces come back in order', (count) => {
  const pieces = Array.from({ length: count }, (_, index) => Buffer.from(`${index},`));
  const collector = collect(pieces);
  const whole = Buffer.concat(pieces);
  expect(collector.size()).toBe(whole.length);
  expect(collector.join().equals(whole)).toBe(true);
});

it('a body of one piece is not copied', () => {
  const piece = Buffer.from('all of it');
  expect(collect([piece]).join()).toBe(piece);
});
