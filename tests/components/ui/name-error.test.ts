// The rule that names share.
import { expect, test } from 'vitest';
import { nameError } from '@/components/ui/name-error';

test.each([
  ['', 'Flow name is required.'],
  ['  ', 'Flow name is required.'],
  ['a'.repeat(101), 'A name may have up to 100 characters.'],
  [` ${'a'.repeat(100)} `, undefined],
])('the name “%s”: %s', (name, sentence) => {
  expect(nameError('Flow name', name)).toBe(sentence);
});
