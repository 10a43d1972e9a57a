// Which field shows a finding, on which tab, and what no field shows.
import { describe, expect, it } from 'vitest';
import {
  closestField,
  findFieldProblem,
  listStrayProblems,
  tabOfField,
} from '@/components/designer/fields/field-match';
import type { FlowProblem } from '@/lib/flow/check-flow';

function problem(field: string | undefined, more: Partial<FlowProblem> = {}): FlowProblem {
  return {
    code: 'FLOW4010',
    severity: 'error',
    group: 'parameter',
    action: 'Ask',
    at: '',
    message: field ?? 'of the step',
    ...(field === undefined ? {} : { field }),
    ...more,
  };
}

describe('a finding', () => {
  it.each([
    ['inputs/body/a/b', ['inputs/uri', 'inputs/body'], 'inputs/body'],
    ['body/lines/0/amount', ['body/lines', 'body/lines/0', 'body/lines/1'], 'body/lines/0'],
    ['body/lines/10', ['body/lines/1', 'body/lines'], 'body/lines'],
    ['tag', ['tags'], undefined],
  ])('%s belongs to the innermost of %j', (key, fields, expected) => {
    expect(closestField(key, fields)).toBe(expected);
  });

  it('stands under the innermost field that shows it, errors before warnings', () => {
    const problems = [
      problem('inputs/headers/a', { severity: 'warning', message: 'a warning' }),
      problem('inputs/headers/b'),
      problem('inputs/headers', { action: 'Other' }),
    ];
    const find = (field: string, inner: string[] = []) =>
      findFieldProblem(problems, { step: 'Ask', field, inner })?.message;
    expect(find('inputs/headers')).toBe('inputs/headers/b');
    expect(find('inputs/headers', ['inputs/headers/b'])).toBe('a warning');
    expect(find('inputs/headers', ['inputs/headers/a', 'inputs/headers/b'])).toBeUndefined();
    expect(find('inputs/headers/b')).toBe('inputs/headers/b');
    expect(find('inputs/head')).toBeUndefined();
  });

  it.each([
    ['limit/timeout', 'settings'],
    ['inputs/retryPolicy/count', 'settings'],
    ['runtimeConfiguration/concurrency/repetitions', 'settings'],
    ['step/runAfter', 'settings'],
    ['step/type', 'code'],
    // What a connector calls its parameters is its own affair.
    ['limit', 'parameters'],
    ['type', 'parameters'],
    ['inputs/uri', 'parameters'],
    [undefined, 'parameters'],
  ])('%s is on the tab %s', (field, tab) => {
    expect(tabOfField(field)).toBe(tab);
  });

  it('that no field shows is said apart', () => {
    const problems = [
      problem('body'),
      problem('body/title'),
      problem('limit/timeout'),
      problem('step/name'),
      problem(undefined),
      problem('other', { severity: 'info' }),
    ];
    const stray = listStrayProblems(problems, { step: 'Ask', fields: ['body/title', 'id'] });
    expect(stray.map(({ field }) => field)).toEqual(['body']);
  });
});
