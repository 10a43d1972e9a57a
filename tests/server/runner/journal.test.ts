// The journal when it cannot write: a full disk holds everything up and loses nothing, one bad run holds up only itself.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRunWriter, type RunWriter } from '@/db/queries/run-journal';
import { findRunById } from '@/db/queries/run-watch';
import { answer } from '../../lib/engine/run-flow';
import { openTemporary, settle, startRunner } from './harness';

const get = { type: 'Http', inputs: { method: 'GET', uri: 'http://a.test/' } };

describe('a journal that cannot write', () => {
  let temporary: ReturnType<typeof openTemporary>;
  beforeEach(() => {
    temporary = openTemporary();
  });
  afterEach(() => temporary.close());
  const rowOf = (runId: string) => findRunById(temporary.database, runId);

  /** Fails as `broken` says for each entry of the batch. */
  function breakable() {
    const writer = createRunWriter(temporary.database);
    const faults = { of: (_runNumber: number): Error | undefined => undefined };
    const broken: RunWriter = {
      write(entries) {
        for (const { runNumber } of entries) {
          const fault = faults.of(runNumber);
          if (fault !== undefined) throw fault;
        }
        return writer.write(entries);
      },
    };
    return { faults, broken };
  }

  it('ends the one run whose records cannot be written, and goes on with the others', async () => {
    const { faults, broken } = breakable();
    const { runner, accept, calls } = startRunner(temporary, { A: get }, { writer: broken });
    await runner.start();
    const bad = await accept();
    const good = await accept();
    const number = rowOf(bad.runId)?.number;
    faults.of = (runNumber) => (runNumber === number ? new RangeError('too many changes') : undefined);
    for (const call of calls) call.answer(answer(200));
    await settle();
    expect(rowOf(bad.runId)).toMatchObject({ status: 'Failed', errorCode: 'InternalError' });
    expect(rowOf(good.runId)).toMatchObject({ status: 'Succeeded' });
    const next = await accept();
    expect(rowOf(next.runId)).toMatchObject({ status: 'Running' });
    await runner.stop({ graceMs: 0 });
  });

  it('refuses new runs on a full disk, and writes what was accepted once there is room', async () => {
    const { faults, broken } = breakable();
    const { runner, accept, calls } = startRunner(temporary, { A: get }, { writer: broken });
    await runner.start();
    const { runId } = await accept();
    faults.of = () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    calls[0]?.answer(answer(200));
    await settle();
    await expect(accept()).rejects.toThrow('could not be stored');
    expect(rowOf(runId)).toMatchObject({ status: 'Running' });
    faults.of = () => undefined;
    await new Promise((done) => setTimeout(done, 1_200));
    expect(rowOf(runId)).toMatchObject({ status: 'Succeeded' });
    await runner.stop({ graceMs: 0 });
  });
});
