// Figures about runs, told without reading all of them.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertEnvironment } from '@/db/queries/environment';
import { insertFlow } from '@/db/queries/flow';
import { countRunsSince, listLastRuns, listRuns } from '@/db/queries/run-list';
import { openTemporary } from '../server/runner/harness';

let temporary: ReturnType<typeof openTemporary>;
let here = '';
const there = 'there';
beforeAll(() => {
  temporary = openTemporary();
  here = temporary.environmentId;
  insertEnvironment(temporary.database, { id: there, name: 'There', color: '#000000', createdAt: 1 });
  for (const [id, environmentId] of [
    ['a', here],
    ['b', here],
    ['c', there],
  ] as const)
    insertFlow(temporary.database, {
      id,
      environmentId,
      name: id,
      nameKey: id,
      origin: 'flowright',
      state: 'on',
      revision: 1,
      definitionText: '{}',
      referencesText: '{}',
      liveVersion: 1,
      edited: false,
      publicId: id,
      hookKeySealed: '',
      hookKeyId: '1',
      createdBy: '',
      createdAt: 1,
      modifiedAt: 1,
    });
});
afterAll(() => temporary.close());
beforeEach(() => {
  temporary.database.sqlite.exec('DELETE FROM run');
});

interface Given {
  flowId: 'a' | 'b' | 'c' | 'deleted';
  status: 'Succeeded' | 'Failed' | 'TimedOut' | 'Running';
  startedAt: number;
  inDoubt?: number;
}

function add({ flowId, status, startedAt, inDoubt = 0 }: Given): number {
  const environmentId = flowId === 'c' ? there : here;
  const finishedAt = status === 'Running' ? null : startedAt + 1;
  const { lastInsertRowid } = temporary.database.sqlite
    .prepare(
      `INSERT INTO run (id, environment_id, flow_id, flow_name, kind, trigger_name, source, status, started_at, finished_at, in_doubt, sequence, fence)
       VALUES (?, ?, ?, ?, 'live', 'manual', '', ?, ?, ?, ?, 1, 1)`,
    )
    .run(randomUUID(), environmentId, flowId, flowId, status, startedAt, finishedAt, inDoubt);
  return Number(lastInsertRowid);
}

const anyRun = fc.record({
  flowId: fc.constantFrom('a' as const, 'b' as const, 'c' as const, 'deleted' as const),
  status: fc.constantFrom('Succeeded' as const, 'Failed' as const, 'TimedOut' as const, 'Running' as const),
  startedAt: fc.nat(50),
});

describe('figures about runs', () => {
  it('count what began since a time, as a look at every run does', () => {
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 30 }), fc.nat(55), (runs, since) => {
        temporary.database.sqlite.exec('DELETE FROM run');
        const ordered = runs.toSorted((one, other) => one.startedAt - other.startedAt);
        for (const run of ordered) add(run);
        // Numbers have gaps after old runs were deleted.
        temporary.database.sqlite.exec('DELETE FROM run WHERE number % 5 = 3');
        const left = listRuns(temporary.database, here, { limit: 100 });
        const recent = left.filter((run) => run.startedAt >= since);
        const counts = countRunsSince(temporary.database, here, since);
        expect(counts.map(({ flowId }) => flowId).toSorted()).toEqual(
          [...new Set(recent.map(({ flowId }) => flowId))].toSorted(),
        );
        for (const { flowId, ok, failed } of counts) {
          const mine = recent.filter((run) => run.flowId === flowId);
          expect(ok).toBe(mine.filter(({ status }) => status === 'Succeeded').length);
          expect(failed).toBe(mine.filter(({ status }) => /Failed|TimedOut/.test(status)).length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('name the last run of each flow of the environment', () => {
    add({ flowId: 'a', status: 'Succeeded', startedAt: 1 });
    add({ flowId: 'c', status: 'Failed', startedAt: 2 });
    add({ flowId: 'a', status: 'Failed', startedAt: 3 });
    const last = (environment: string) =>
      listLastRuns(temporary.database, environment).map(({ flowId, startedAt }) => [flowId, startedAt]);
    expect(last(here)).toEqual([['a', 3]]);
    expect(last(there)).toEqual([['c', 2]]);
  });

  it('find the runs in which a call waits for a decision, also while other calls are under way', () => {
    add({ flowId: 'a', status: 'Running', startedAt: 1 });
    const waiting = add({ flowId: 'b', status: 'Running', startedAt: 2, inDoubt: 1 });
    add({ flowId: 'b', status: 'Failed', startedAt: 3, inDoubt: 1 });
    const found = listRuns(temporary.database, here, { inDoubt: true, limit: 10 });
    expect(found.map(({ number }) => number)).toEqual([waiting]);
  });
});
