// The name under which a solution travels.
import { expect, test } from 'vitest';
import { toUniqueName, uniqueNameError } from '@/lib/solution/unique-name';

test.each([
  ['Contoso invoicing', 'Contosoinvoicing'],
  ['2026 plan', '_2026plan'],
  ['Überweisung_1', 'Uberweisung_1'],
  ['请求', 'Solution'],
  ['x'.repeat(100), 'x'.repeat(60)],
])('“%s” suggests %s', (displayName, name) => {
  expect(toUniqueName(displayName)).toBe(name);
  expect(uniqueNameError(name)).toBeUndefined();
});

test.each([
  ['', /required/],
  ['a b', /letters, digits and underscores only/],
  ['1a', /does not begin with a digit/],
  ['x'.repeat(66), /up to 65 characters/],
])('“%s” cannot be one', (name, sentence) => {
  expect(uniqueNameError(name)).toMatch(sentence);
});
