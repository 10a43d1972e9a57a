// Where findings can be mended, and the order in which F8 goes through them.
import { describe, expect, test } from 'vitest';
import { createPlaces, isWithin, keyOf, neighbourOf } from '@/components/connector/problems/problem-place';
import type { Problem, Severity } from '@/lib/problem';
import { oneOperation } from '../../lib/connector/one-operation';

const { connector, operation } = oneOperation({
  parameters: [{ name: 'limit', in: 'query', type: 'integer' }],
});
const problem = (at: string, change: Partial<Problem> = {}): Problem => ({
  code: 'X',
  severity: 'warning',
  at,
  message: at,
  ...change,
});

describe('The place of a finding', () => {
  const placeOf = createPlaces(connector);

  test.each<[Problem, object]>([
    [
      problem('/host', { rule: 'HostNameNotValid' }),
      { tab: 'general', field: 'host', label: 'General › Host' },
    ],
    [problem('/servers/0/url', { rule: 'BasePathNotValid' }), { tab: 'general', field: 'basePath' }],
    [
      problem('/securityDefinitions/k', { rule: 'SecurityTypeNotSupported' }),
      { tab: 'security', field: 'security' },
    ],
    [
      problem('/components/securitySchemes/k/name', { rule: 'SecuritySchemePropertyNotValid' }),
      { tab: 'security', field: 'key-name' },
    ],
    [problem(`${operation.pointer}/summary`), { tab: 'definition', operation: 'Op', label: 'Op › summary' }],
    [problem(`${operation.pointer}/parameters/0/default`), { operation: 'Op', label: 'Op › limit' }],
    [problem(`${operation.pointer}/responses/200/schema`), { operation: 'Op', label: 'Op › 200' }],
    [problem(operation.pointer), { operation: 'Op', label: 'Op' }],
    [problem('/definitions/Order'), { tab: 'swagger', label: '/definitions/Order' }],
    [problem('/securityNotes'), { tab: 'swagger' }],
    [problem(''), { tab: 'swagger', label: 'the whole file' }],
  ])('%j', (found, place) => {
    expect(placeOf(found)).toMatchObject(place);
  });

  test('is never taken for one whose name begins alike', () => {
    expect(isWithin('/parameters/10', '/parameters/1')).toBe(false);
    expect(isWithin('/parameters/1/name', '/parameters/1')).toBe(true);
  });
});

describe('F8', () => {
  const levels: Severity[] = ['info', 'hint', 'error', 'warning'];
  const problems = levels.map((severity) => problem(`/${severity}`, { severity }));
  const walk = (step: 1 | -1, count: number) => {
    const seen: string[] = [];
    let current: { key: string; index: number } | undefined;
    for (let turn = 0; turn < count; turn += 1) {
      const next = neighbourOf(problems, { current, step });
      if (!next) return seen;
      seen.push(next.problem.at);
      current = { key: keyOf(next.problem), index: next.index };
    }
    return seen;
  };

  test('goes from the gravest on, round and round, past the hints', () => {
    expect(walk(1, 4)).toEqual(['/error', '/warning', '/info', '/error']);
    expect(walk(-1, 4)).toEqual(['/info', '/warning', '/error', '/info']);
  });

  test('goes on where it was when the finding was mended meanwhile', () => {
    const current = { key: 'mended', index: 1 };
    expect(neighbourOf(problems, { current, step: 1 })?.problem.at).toBe('/warning');
    expect(neighbourOf(problems, { current, step: -1 })?.problem.at).toBe('/error');
  });

  test('finds nothing where there are only hints', () => {
    expect(
      neighbourOf([problem('/a', { severity: 'hint' })], { current: undefined, step: 1 }),
    ).toBeUndefined();
  });
});
