// Which mark each operation gets in a list: the worst finding inside it. Hints are quiet.
import type { Operation } from '@/lib/connector/model';
import type { Problem, Severity } from '@/lib/problem';

const rank: Partial<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** The pointer of the operation that a finding stands in, if it stands in one. */
export function operationOf(at: string, pointers: { has(pointer: string): boolean }): string | undefined {
  for (let end = at.length; end > 0; end = at.lastIndexOf('/', end - 1)) {
    const pointer = at.slice(0, end);
    if (pointers.has(pointer)) return pointer;
  }
  return undefined;
}

/** The worst finding of each operation by the operation's pointer; operations without one are left out. */
export function marksByOperation(
  operations: readonly Operation[],
  problems: readonly Problem[],
): ReadonlyMap<string, Severity> {
  const pointers = new Set(operations.map((operation) => operation.pointer));
  const marks = new Map<string, Severity>();
  for (const { at, severity } of problems) {
    const weight = rank[severity] ?? 0;
    if (weight === 0) continue;
    const pointer = operationOf(at, pointers);
    if (pointer === undefined) continue;
    const former = marks.get(pointer);
    if (former === undefined || (rank[former] ?? 0) < weight) marks.set(pointer, severity);
  }
  return marks;
}
