// result('Container'): the first-level records of a container; for a loop, each with its outputs over the iterations.
import type { Value } from '../expression/value';
import type { PlanAction } from './plan-model';
import { toRecordValue } from './record-value';
import { type Frame, findRecord, recordOf, takenBranch } from './state';

/** undefined when the container was not reached from here, or is none. */
export function resultOf(frame: Frame, container: PlanAction): Value[] | undefined {
  const own = findRecord(frame, container);
  if (own === undefined || container.branches.length === 0) return undefined;
  const home = homeOf(frame, container);
  const branch = takenBranch(container, own.inputs);
  if (home === undefined || branch === undefined) return [];
  const loop = container.isLoop ? home.loops?.get(container) : undefined;
  if (loop === undefined)
    return branch.actions.flatMap((action) => {
      const record = recordOf(home, action);
      return record === undefined ? [] : [toRecordValue(record)];
    });
  const iterations = loop.kept ?? [];
  return branch.actions.flatMap((action) => {
    const records = iterations.flatMap((iteration) => recordOf(iteration, action) ?? []);
    const first = records[0];
    if (first === undefined) return [];
    const failed = records.find((record) => record.status === 'Failed') ?? first;
    const value = toRecordValue(failed);
    value.outputs = records.map((record) => record.outputs ?? null);
    return [value];
  });
}

function homeOf(frame: Frame, container: PlanAction): Frame | undefined {
  for (let each: Frame | undefined = frame; each !== undefined; each = each.parent)
    if (container.index >= each.base && recordOf(each, container) !== undefined) return each;
  return undefined;
}
