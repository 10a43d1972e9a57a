// Inputs are checked without making code from text.
import { expect, it } from 'vitest';

it('zod interprets its schemas', async () => {
  const made: unknown[] = [];
  const original = globalThis.Function;
  globalThis.Function = new Proxy(original, {
    construct(target, words) {
      made.push(words);
      return Reflect.construct(target, words) as object;
    },
  });
  try {
    const { readSettings } = await import('@/server/settings');
    const { emailInput } = await import('@/server/auth/email');
    expect(readSettings({ PORT: '4000' }).port).toBe(4000);
    expect(emailInput.parse(' Maker@Example.test ')).toBe('maker@example.test');
  } finally {
    globalThis.Function = original;
  }
  expect(made).toEqual([]);
});
