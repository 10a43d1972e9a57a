// Where a person lands after signing in: never on another site.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { returnPath } from '@/components/account/return-path';

describe('The way back after signing in', () => {
  test.each([
    ['/flows/7?run=1', '/flows/7?run=1'],
    [undefined, '/'],
    ['', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/\n\\evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/signin?next=/signin', '/'],
  ])('of %j is %j', (next, path) => {
    expect(returnPath(next)).toBe(path);
  });

  test('never leaves this site', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map((text) => `/${text}`),
    );
    fc.assert(
      fc.property(texts, (next) => {
        expect(new URL(returnPath(next), 'http://here.test').origin).toBe('http://here.test');
      }),
      { numRuns: 2000 },
    );
  });
});
