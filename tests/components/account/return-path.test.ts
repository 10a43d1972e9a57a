// Where a person lands after signing in: never on another site.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { returnPath, signInPath } from '@/components/account/return-path';

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

describe('The way to sign in', () => {
  test.each([
    ['/', '/signin'],
    ['/flows', '/signin?next=%2Fflows'],
    ['/flows/7?run=1&tab=a%20b', '/signin?next=%2Fflows%2F7%3Frun%3D1%26tab%3Da%2Bb'],
    ['/flows?_rsc=1x2y', '/signin?next=%2Fflows'],
    ['/runs?status=Failed&_rsc=1x2y', '/signin?next=%2Fruns%3Fstatus%3DFailed'],
    ['//evil.example/x', '/signin'],
    ['http://evil.example/x', '/signin'],
  ])('from %j is %j', (requested, path) => {
    expect(signInPath(requested)).toBe(path);
  });
});
