// A process that runs no engine accepts runs, answers callers and takes decisions; one that does works on them.
// Both stand here in one process, on two connections to one file, as two processes would.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '@/db/client';
import { findRunById } from '@/db/queries/run-watch';
import type { RunAnswer } from '@/server/runner/active-run';
import { answer, failure } from '../../lib/engine/run-flow';
import { openTemporary, settle, startRunner } from './harness';

const post = { type: 'Http', inputs: { method: 'POST', uri: 'http://a.test/' } };

describe('a run that another process works on', () => {
  let temporary: ReturnType<typeof openTemporary>;
  let other: Database;
  beforeEach(() => {
    temporary = openTemporary();
    other = openDatabase(temporary.file);
  });
  afterEach(() => {
    other.close();
    temporary.close();
  });

  const start = async (actions: Record<string, unknown>) => {
    const door = startRunner(temporary, actions, { works: false });
    const engine = startRunner({ ...temporary, database: other }, actions);
    await door.runner.start();
    await engine.runner.start();
    return {
      door,
      engine,
      async stop() {
        await door.runner.stop({ graceMs: 0 });
        await engine.runner.stop({ graceMs: 0 });
      },
    };
  };
  const rowOf = (runId: string) => findRunById(temporary.database, runId);
  const until = async (isTrue: () => boolean) => {
    const deadline = Date.now() + 5_000;
    while (!isTrue() && Date.now() < deadline) await new Promise((done) => setTimeout(done, 10));
    expect(isTrue()).toBe(true);
  };

  it('is accepted without an owner, taken up, and ended there', async () => {
    const { door, engine, stop } = await start({ A: { type: 'Compose', inputs: 1 }, Pay: post });
    const { runId } = await door.accept();
    expect(door.calls).toHaveLength(0);
    await until(() => engine.calls.length === 1);
    expect(rowOf(runId)).toMatchObject({ status: 'Running', fence: 2 });
    engine.calls[0]?.answer(answer(200));
    await until(() => rowOf(runId)?.status === 'Succeeded');
    await stop();
  });

  it('is cancelled from here', async () => {
    const { door, engine, stop } = await start({ Pay: post });
    const { runId } = await door.accept();
    await until(() => engine.calls.length === 1);
    await door.runner.cancel(runId);
    expect(rowOf(runId)).toMatchObject({ status: 'Cancelled' });
    expect(engine.calls[0]?.signal?.aborted).toBe(true);
    await expect(door.runner.cancel(runId)).rejects.toThrow('already ended');
    await stop();
  });

  it('takes the first of two decisions, from whichever process it comes', async () => {
    const { door, engine, stop } = await start({ Pay: post });
    const { runId } = await door.accept();
    await until(() => engine.calls.length === 1);
    engine.calls[0]?.answer(failure('unknown'));
    await until(() => rowOf(runId)?.inDoubt === 1);
    const decide = (decision: 'worked' | 'failed') => ({ name: 'Pay', path: '', decision });
    const outcomes = await Promise.allSettled([
      door.runner.decide(runId, decide('worked')),
      engine.runner.decide(runId, decide('failed')),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(['Succeeded', 'Failed']).toContain(rowOf(runId)?.status);
    await stop();
  });

  it('gives its Response to the caller who waits here', async () => {
    const { door, stop } = await start({
      Reply: { type: 'Response', inputs: { statusCode: 201, body: { ok: true } } },
    });
    const given = await new Promise<RunAnswer>((answered) => door.accept({ n: 1 }, { answer: answered }));
    expect(given).toMatchObject({ statusCode: 201, body: { ok: true } });
    await stop();
  });

  it('tells a caller that there was no Response when it ended without one', async () => {
    const { door, stop } = await start({ A: { type: 'Compose', inputs: 1 } });
    const given = await new Promise<RunAnswer>((answered) => door.accept({ n: 1 }, { answer: answered }));
    expect(given).toMatchObject({ statusCode: 502, missing: true });
    await stop();
  });

  it('is shown as it goes on', async () => {
    const { door, engine, stop } = await start({ Pay: post });
    const { runId } = await door.accept();
    const seen: string[] = [];
    const watching = (async () => {
      for await (const { record } of door.runner.watch(runId, 0))
        if (record !== undefined) seen.push(`${record.name} ${record.status}`);
    })();
    await until(() => seen.includes('Pay Running'));
    engine.calls[0]?.answer(answer(200));
    await watching;
    expect(seen.at(-1)).toBe('Pay Succeeded');
    await stop();
  });
});

describe('an Idempotency-Key', () => {
  it('begins one run, however often and however fast it comes', async () => {
    const temporary = openTemporary();
    const { runner, accept, calls } = startRunner(temporary, { Pay: post });
    await runner.start();
    const together = await Promise.all(
      Array.from({ length: 100 }, () => accept({ n: 1 }, { dedupeKey: 'order-7' })),
    );
    const later = await accept({ n: 1 }, { dedupeKey: 'order-7' });
    expect(new Set([...together, later].map(({ runId }) => runId)).size).toBe(1);
    await settle();
    expect(calls).toHaveLength(1);
    const another = await accept({ n: 1 }, { dedupeKey: 'order-8' });
    expect(another.runId).not.toBe(later.runId);
    await runner.stop({ graceMs: 0 });
    temporary.close();
  });

  it('gives a second caller the answer of the first run', async () => {
    const temporary = openTemporary();
    const reply = { Reply: { type: 'Response', inputs: { statusCode: 200, body: '@guid()' } } };
    const { runner, accept } = startRunner(temporary, reply);
    await runner.start();
    const call = () =>
      new Promise<RunAnswer>((answered) => accept({ n: 1 }, { dedupeKey: 'k', answer: answered }));
    const first = await call();
    expect((await call()).body).toBe(first.body);
    await runner.stop({ graceMs: 0 });
    temporary.close();
  });

  it('means another run a day later', async () => {
    const temporary = openTemporary();
    const { runner, accept, advance } = startRunner(temporary, { A: { type: 'Compose', inputs: 1 } });
    await runner.start();
    const first = await accept({ n: 1 }, { dedupeKey: 'k' });
    advance(24 * 60 * 60 * 1000 + 1);
    expect((await accept({ n: 1 }, { dedupeKey: 'k' })).runId).not.toBe(first.runId);
    await runner.stop({ graceMs: 0 });
    temporary.close();
  });
});
