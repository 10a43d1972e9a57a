// Ctrl-C: what is under way finishes or is left so that the next start goes on with it; nothing new begins.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRecords } from '@/db/queries/run-record';
import { findRunById } from '@/db/queries/run-watch';
import { answer, failure } from '../../lib/engine/run-flow';
import { openTemporary, settle, startRunner } from './harness';

const post = (runAfter = {}) => ({
  type: 'Http',
  inputs: { method: 'POST', uri: 'http://a.test/' },
  runAfter,
});
const get = (runAfter = {}) => ({ type: 'Http', inputs: { method: 'GET', uri: 'http://a.test/' }, runAfter });
const behind = (name: string) => ({ [name]: ['Succeeded'] });
const each = { type: 'Foreach', foreach: '@range(0, 5)', actions: { Post: post() } };

describe('a runner that is stopped', () => {
  let temporary: ReturnType<typeof openTemporary>;
  beforeEach(() => {
    temporary = openTemporary();
  });
  afterEach(() => temporary.close());
  const recordsOf = (runId: string) => {
    const run = findRunById(temporary.database, runId);
    return run === undefined ? [] : [...readRecords(temporary.database, run.number)];
  };
  const runOf = (runId: string) => findRunById(temporary.database, runId);

  it('waits for the call under way, begins no other one, and leaves nothing in doubt', async () => {
    const first = startRunner(temporary, { Each: each });
    await first.runner.start();
    const { runId } = await first.accept();
    expect(first.calls).toHaveLength(1);
    const stopped = first.runner.stop({ graceMs: 5_000 });
    await settle();
    first.calls[0]?.answer(answer(201));
    await stopped;
    expect(first.calls).toHaveLength(1);
    expect(recordsOf(runId).find(({ name }) => name === 'Post')).toMatchObject({ status: 'Succeeded' });

    const second = startRunner(temporary, { Each: each });
    await second.runner.start();
    for (let index = 0; index < 4; index += 1) {
      await settle();
      second.calls[index]?.answer(answer(201));
    }
    await settle();
    expect(second.calls).toHaveLength(4);
    expect(runOf(runId)).toMatchObject({ status: 'Succeeded', inDoubt: 0 });
    await second.runner.stop({ graceMs: 0 });
  });

  it('still sends what was already told, and waits for it', async () => {
    const { runner, accept, calls } = startRunner(temporary, { A: post() });
    await runner.start();
    const accepted = accept();
    const stopped = runner.stop({ graceMs: 5_000 });
    await accepted;
    expect(calls).toHaveLength(1);
    calls[0]?.answer(answer(200));
    await stopped;
    expect(runOf((await accepted).runId)).toMatchObject({ status: 'Succeeded' });
  });

  it('waits longer for a POST than for a GET, and says so once', async () => {
    const { runner, accept, calls } = startRunner(temporary, { Read: get(), Pay: post() });
    await runner.start();
    const { runId } = await accept();
    const waits: number[] = [];
    const stopped = runner.stop({ graceMs: 30, patienceMs: 5_000, onWait: (count) => waits.push(count) });
    await new Promise((done) => setTimeout(done, 120));
    expect(waits).toEqual([1]);
    calls.find(({ request }) => request.method === 'POST')?.answer(answer(200));
    await stopped;
    expect(recordsOf(runId).find(({ name }) => name === 'Pay')).toMatchObject({ status: 'Succeeded' });
    expect(recordsOf(runId).find(({ name }) => name === 'Read')).toMatchObject({ status: 'Running' });
  });

  it('takes back a call that had not left when the time was up', async () => {
    const first = startRunner(temporary, { Pay: post() });
    await first.runner.start();
    const { runId } = await first.accept();
    const call = first.calls[0];
    call?.signal?.addEventListener('abort', () => call.answer(failure('no', 'Aborted')));
    await first.runner.stop({ graceMs: 0 });

    const second = startRunner(temporary, { Pay: post() });
    second.advance(1);
    await second.runner.start();
    await settle();
    second.advance(10);
    await settle();
    expect(second.calls).toHaveLength(1);
    second.calls[0]?.answer(answer(200));
    await settle();
    expect(runOf(runId)).toMatchObject({ status: 'Succeeded', inDoubt: 0 });
    await second.runner.stop({ graceMs: 0 });
  });

  it('asks about a POST that had left and did not end in time', async () => {
    const first = startRunner(temporary, { Pay: post(), After: get(behind('Pay')) });
    await first.runner.start();
    const { runId } = await first.accept();
    const call = first.calls[0];
    call?.signal?.addEventListener('abort', () => call.answer(failure('unknown', 'Aborted')));
    await first.runner.stop({ graceMs: 0 });
    const second = startRunner(temporary, { Pay: post(), After: get(behind('Pay')) });
    await second.runner.start();
    await settle();
    expect(runOf(runId)).toMatchObject({ status: 'Waiting', inDoubt: 1 });
    await second.runner.stop({ graceMs: 0 });
  });
});
