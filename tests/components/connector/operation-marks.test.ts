// What stands beside an operation in the list of the editor.
import { describe, expect, it } from 'vitest';
import { marksByOperation, operationOf } from '@/components/connector/definition/operation-marks';
import type { Problem, Severity } from '@/lib/problem';
import { oneOperation } from '../../lib/connector/one-operation';

const problem = (at: string, severity: Severity): Problem => ({ code: 'X', severity, at, message: '' });

describe('the mark of an operation', () => {
  const { operation } = oneOperation({});
  const other = { ...operation, pointer: '/paths/~1items~1{id}/get' };

  it.each<[Severity[], Severity | undefined]>([
    [[], undefined],
    [['hint'], undefined],
    [['info', 'hint'], 'info'],
    [['info', 'warning'], 'warning'],
    [['warning', 'error', 'info'], 'error'],
  ])('of findings %j is %s', (severities, want) => {
    const problems = severities.map((severity) => problem(`${operation.pointer}/summary`, severity));
    expect(marksByOperation([operation, other], problems).get(operation.pointer)).toBe(want);
  });

  it('counts what stands inside it, not inside one whose path begins alike', () => {
    const marks = marksByOperation(
      [operation, other],
      [
        problem(`${other.pointer}/responses/200`, 'warning'),
        problem('/paths', 'error'),
        problem('/host', 'error'),
      ],
    );
    expect([...marks]).toEqual([[other.pointer, 'warning']]);
  });

  it('is found for the operation itself and for anything below', () => {
    const pointers = new Set([operation.pointer]);
    expect(operationOf(operation.pointer, pointers)).toBe(operation.pointer);
    expect(operationOf(`${operation.pointer}/parameters/0/name`, pointers)).toBe(operation.pointer);
    expect(operationOf('', pointers)).toBeUndefined();
    expect(operationOf('/paths/~1items', pointers)).toBeUndefined();
  });
});
