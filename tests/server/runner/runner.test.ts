// The durable shell: what is on disk when something leaves or is answered, recovery, cancelling, deciding, live views.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRunWriter } from '@/db/queries/run-journal';
import { listRuns } from '@/db/queries/run-list';
import { listTopRecords, readRecords } from '@/db/queries/run-record';
import { findRunById } from '@/db/queries/run-watch';
import { AppError } from '@/lib/app-error';
import { answer, failure } from '../../lib/engine/run-flow';
import { openTemporary, settle, startRunner } from './harness';

const http = (method: string, runAfter = {}) => ({
  type: 'Http',
  inputs: { method, uri: 'http://api.test/' },
  runAfter,
});
const compose = (inputs: unknown, runAfter = {}) => ({ type: 'Compose', inputs, runAfter });

describe('the runner', () => {
  let temporary: ReturnType<typeof openTemporary>;
  beforeEach(() => {
    temporary = openTemporary();
  });
  afterEach(() => temporary.close());
  const rowsOf = (runId: string) => {
    const run = findRunById(temporary.database, runId);
    if (run === undefined) throw new Error('no run');
    return { run, records: [...readRecords(temporary.database, run.number)] };
  };
  const statusOf = (runId: string, name: string) =>
    rowsOf(runId).records.find((record) => record.name === name)?.status;

  it('stores the run, its trigger and the start of a call before the call leaves', async () => {
    const { runner, accept, calls } = startRunner(temporary, { Call: http('POST') });
    await runner.start();
    const accepted = accept();
    expect(calls).toHaveLength(0);
    const { runId } = await accepted;
    expect(calls).toHaveLength(1);
    const { run, records } = rowsOf(runId);
    expect(run).toMatchObject({ status: 'Running', fence: 1, sequence: 2 });
    expect(records.map((record) => [record.name, record.status])).toEqual([
      ['manual', 'Succeeded'],
      ['Call', 'Running'],
    ]);
    calls[0]?.answer(answer(200, { ok: true }));
    await settle();
    expect(rowsOf(runId).run).toMatchObject({ status: 'Succeeded', finishedAt: expect.any(Number) });
    expect(statusOf(runId, 'Call')).toBe('Succeeded');
    await runner.stop({ graceMs: 0 });
  });

  it('accepts nothing before it has started and nothing after it has stopped', async () => {
    const { runner, accept } = startRunner(temporary, { A: compose(1) });
    await expect(accept()).rejects.toThrow(AppError);
    await runner.start();
    await accept();
    await runner.stop({ graceMs: 0 });
    await expect(accept()).rejects.toThrow(AppError);
  });

  it('writes what one turn made due in one transaction', async () => {
    const writer = createRunWriter(temporary.database);
    const commits: number[] = [];
    const { runner, accept } = startRunner(
      temporary,
      { A: compose(1), B: compose(2) },
      {
        writer: {
          write(entries) {
            commits.push(entries.length);
            return writer.write(entries);
          },
        },
      },
    );
    await runner.start();
    const runs = await Promise.all(Array.from({ length: 20 }, () => accept()));
    expect(new Set(runs.map((run) => run.runId)).size).toBe(20);
    expect(commits).toEqual([20]);
    expect(listRuns(temporary.database, temporary.environmentId, { limit: 50 })).toHaveLength(20);
    await runner.stop({ graceMs: 0 });
  });

  it('after a restart sends a GET again, leaves a POST in doubt, and keeps what has finished', async () => {
    const actions = {
      Done: compose('kept'),
      Get: http('GET', { Done: ['Succeeded'] }),
      Post: http('POST', { Done: ['Succeeded'] }),
      End: compose("@outputs('Done')", { Get: ['Succeeded'] }),
    };
    const first = startRunner(temporary, actions);
    await first.runner.start();
    const { runId } = await first.accept();
    expect(first.calls).toHaveLength(2);
    await first.runner.stop({ graceMs: 0 });

    const second = startRunner(temporary, actions);
    await second.runner.start();
    await settle();
    expect(second.calls.map((call) => call.request.method)).toEqual(['GET']);
    expect(rowsOf(runId).run).toMatchObject({ fence: 2, inDoubt: 1 });
    second.calls[0]?.answer(answer(200));
    await settle();
    const { run, records } = rowsOf(runId);
    expect(run).toMatchObject({ status: 'Waiting', inDoubt: 1 });
    expect(records.find((record) => record.name === 'Post')).toMatchObject({
      status: 'Waiting',
      code: 'InDoubt',
    });
    expect(statusOf(runId, 'End')).toBe('Succeeded');
    await second.runner.decide(runId, { name: 'Post', path: '', decision: 'worked', output: { id: 1 } });
    await settle();
    expect(rowsOf(runId).run).toMatchObject({ status: 'Succeeded', inDoubt: 0 });
    await second.runner.stop({ graceMs: 0 });
  });

  it('waits for a retry across a restart', async () => {
    const actions = { Get: http('GET') };
    const first = startRunner(temporary, actions);
    await first.runner.start();
    const { runId } = await first.accept();
    first.calls[0]?.answer(answer(503));
    await settle();
    expect(first.waiting()).toBe(1);
    await first.runner.stop({ graceMs: 0 });
    const second = startRunner(temporary, actions);
    await second.runner.start();
    await settle();
    expect(second.calls).toHaveLength(0);
    second.advance(1_100);
    await settle();
    expect(second.calls).toHaveLength(1);
    second.calls[0]?.answer(answer(200));
    await settle();
    expect(rowsOf(runId).run.status).toBe('Succeeded');
    await second.runner.stop({ graceMs: 0 });
  });

  it('drops a run that another owner has taken over, and writes nothing more of it', async () => {
    const { runner, accept, calls } = startRunner(temporary, { Get: http('GET') });
    await runner.start();
    const { runId } = await accept();
    temporary.database.sqlite.prepare("UPDATE run SET fence = fence + 1, owner = 'another'").run();
    calls[0]?.answer(answer(200));
    await settle();
    expect(rowsOf(runId).run.status).toBe('Running');
    expect(statusOf(runId, 'Get')).toBe('Running');
    await expect(runner.cancel(runId)).rejects.toThrow('No engine has taken this up yet');
    await runner.stop({ graceMs: 0 });
  });

  it('ends a run whose flow can no longer be read, with the reason', async () => {
    const first = startRunner(temporary, { Get: http('GET') });
    await first.runner.start();
    const { runId } = await first.accept();
    await first.runner.stop({ graceMs: 0 });
    const second = startRunner(
      temporary,
      {},
      {
        load: () => {
          throw new AppError('NOT_FOUND', 'The version is gone.');
        },
      },
    );
    await second.runner.start();
    expect(rowsOf(runId).run).toMatchObject({ status: 'Failed', errorCode: 'RunNotReadable' });
    expect(rowsOf(runId).run.errorMessage).toContain('The version is gone.');
    expect(statusOf(runId, 'Get')).toBe('Cancelled');
    await second.runner.stop({ graceMs: 0 });
  });

  it('stores large values once', async () => {
    const { runner, accept } = startRunner(temporary, {
      A: compose("@concat('x', join(range(0, 20000), ','))"),
      B: compose("@outputs('A')", { A: ['Succeeded'] }),
    });
    await runner.start();
    const { runId } = await accept();
    await settle();
    const { run, records } = rowsOf(runId);
    expect(records.find((record) => record.name === 'B')?.outputs?.length).toBeGreaterThan(100_000);
    const large = temporary.database.sqlite
      .prepare('SELECT count(*) FROM stored_text WHERE length(content) > 1000')
      .pluck();
    expect(large.get()).toBe(1);
    const summary = listTopRecords(temporary.database, run.number).find((record) => record.name === 'A');
    expect(summary?.outputsBytes).toBeGreaterThan(100_000);
    await runner.stop({ graceMs: 0 });
  });

  it('cancel against completion: exactly one end, 500 times', async () => {
    const { runner, accept, calls } = startRunner(temporary, {
      Get: http('GET'),
      Next: http('POST', { Get: ['Succeeded'] }),
    });
    await runner.start();
    const ends: Record<string, number> = {};
    for (let round = 0; round < 500; round += 1) {
      const { runId } = await accept();
      const call = calls.at(-1);
      const sent = calls.length;
      const cancel = () =>
        runner.cancel(runId).then(
          () => 'cancelled',
          () => 'late',
        );
      let said: string | Promise<string>;
      if (round % 2 === 0) {
        said = cancel();
        call?.answer(answer(200));
      } else {
        call?.answer(answer(200));
        await Promise.resolve();
        said = cancel();
      }
      expect(await said).toBe('cancelled');
      await settle();
      const { run, records } = rowsOf(runId);
      ends[run.status] = (ends[run.status] ?? 0) + 1;
      expect(run.status).toBe('Cancelled');
      expect(calls.length).toBe(sent);
      expect(records.every((record) => record.finishedAt !== null)).toBe(true);
      await expect(runner.cancel(runId)).rejects.toThrow('already ended');
    }
    console.log(`cancel races: ${JSON.stringify(ends)}`);
    await runner.stop({ graceMs: 0 });
  });

  it('two people decide at once: one wins, 200 times', async () => {
    const { runner, accept, calls } = startRunner(temporary, { Pay: http('POST') });
    await runner.start();
    const choices = ['send-again', 'worked', 'failed', 'cancel-run'] as const;
    for (let round = 0; round < 200; round += 1) {
      const { runId } = await accept();
      calls.at(-1)?.answer(failure('unknown'));
      await settle();
      const sent = calls.length;
      const both = await Promise.allSettled(
        [choices[round % 4], choices[(round >> 2) % 4]].map((decision) =>
          runner.decide(runId, { name: 'Pay', path: '', decision: decision ?? 'failed' }),
        ),
      );
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(calls.length - sent).toBe(
        both[0]?.status === 'fulfilled' && choices[round % 4] === 'send-again' ? 1 : 0,
      );
      calls.at(-1)?.answer(answer(200));
      await settle();
    }
    await runner.stop({ graceMs: 0 });
  });

  it('shows changes as they come, and goes on from a sequence number', async () => {
    const { runner, accept, calls } = startRunner(temporary, {
      A: compose(1),
      Get: http('GET', { A: ['Succeeded'] }),
      B: compose(2, { Get: ['Succeeded'] }),
    });
    await runner.start();
    const { runId } = await accept();
    const seen: string[] = [];
    let told = 0;
    const watching = (async () => {
      for await (const change of runner.watch(runId, 0)) {
        seen.push(
          change.record ? `${change.record.name} ${change.record.status}` : `run ${change.run?.status}`,
        );
        if (seen.at(-1) === 'B Succeeded') told = performance.now();
      }
    })();
    await new Promise((done) => setTimeout(done, 30));
    const at = performance.now();
    calls[0]?.answer(answer(200));
    await watching;
    expect(seen).toEqual([
      'manual Succeeded',
      'A Succeeded',
      'Get Running',
      'run Running',
      'Get Succeeded',
      'B Succeeded',
      'run Succeeded',
    ]);
    expect(told - at).toBeLessThan(250);
    const later: number[] = [];
    for await (const change of runner.watch(runId, 3)) later.push(change.sequence);
    expect(later.every((sequence) => sequence >= 3)).toBe(true);
    await runner.stop({ graceMs: 0 });
  });

  it('refuses new runs when the disk is full, and goes on with accepted ones when there is space again', async () => {
    const { runner, accept, calls } = startRunner(temporary, { Get: http('GET') });
    await runner.start();
    const { runId } = await accept();
    const { sqlite } = temporary.database;
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const pages = Number(sqlite.pragma('page_count', { simple: true }));
    sqlite.pragma(`max_page_count = ${pages}`);
    await expect(accept('y'.repeat(500_000))).rejects.toThrow('could not be stored');
    expect(listRuns(temporary.database, temporary.environmentId, { limit: 5 })).toHaveLength(1);
    calls[0]?.answer(answer(200, 'x'.repeat(500_000)));
    await settle();
    expect(statusOf(runId, 'Get')).toBe('Running');
    sqlite.pragma('max_page_count = 1000000');
    await new Promise((done) => setTimeout(done, 1_200));
    expect(rowsOf(runId).run.status).toBe('Succeeded');
    await runner.stop({ graceMs: 0 });
  });
});
