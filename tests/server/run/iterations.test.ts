// What a run's page reads of loops: one iteration, how all of them stand, and where to look first.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '@/lib/json';
import { type Api, type Office, openOffice } from '../../support/office';
import { makePlainFlow, waitForEnd } from '../api/makers';

let office: Office;
let api: Api;
beforeAll(async () => {
  office = await openOffice();
  api = await office.addPerson('maker').api();
});
afterAll(() => office.close());

let flows = 0;
async function run(actions: JsonObject): Promise<string> {
  flows += 1;
  const flowId = await makePlainFlow(api, actions, { name: `Flow ${flows}` });
  const { runId } = await api.runs.start({ flowId });
  await waitForEnd(api, runId);
  return runId;
}

const loop = (foreach: JsonValue, actions: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'Foreach',
  foreach,
  actions,
  runAfter: {},
  ...more,
});
const compose = (inputs: JsonValue, runAfter: JsonObject = {}): JsonObject => ({
  type: 'Compose',
  inputs,
  runAfter,
});
/** Fails for the items that are no numbers. */
const divide = compose('@div(1, int(item()))');
const at = (index: number, name = 'Each') => ({ loop: name, index });

describe('a loop of a run', () => {
  it('tells the records of one iteration, whichever it is', async () => {
    const runId = await run({ Each: loop('@range(0, 3000)', { Inside: compose("@items('Each')") }) });
    const { records } = await api.runs.iteration({ runId, iteration: [at(2_345)] });
    expect(records.map(({ name, iteration }) => [name, iteration])).toEqual([['Inside', [at(2_345)]]]);
    const one = await api.runs.record({ runId, name: 'Inside', iteration: [at(2_345)] });
    expect(one.outputs?.text).toBe('2345');
  });

  it('says how many items it has, also where they are stored apart', async () => {
    const runId = await run({
      Each: loop('@range(0, 34)', { Inner: loop([1, 2], { Say: compose('x') }) }),
      Wide: loop(
        [`${'x'.repeat(40_000)}`, 'b', 'c'],
        { Tell: compose('y') },
        { runAfter: { Each: ['Succeeded'] } },
      ),
    });
    const { records } = await api.runs.get({ id: runId });
    expect(records.map(({ name, items }) => [name, items])).toEqual([
      ['manual', undefined],
      ['Each', 34],
      ['Wide', 3],
    ]);
    const inside = await api.runs.iteration({ runId, iteration: [at(7)] });
    expect(inside.records.map(({ name, items }) => [name, items])).toEqual([['Inner', 2]]);
    const inner = await api.runs.iteration({ runId, iteration: [at(7), at(1, 'Inner')] });
    expect(inner.records.map(({ name }) => name)).toEqual(['Say']);
  });

  it('says how its iterations stand, and of an inner loop those inside one iteration', async () => {
    const items = [1, 0, 1, 'x', 1];
    const runId = await run({
      Each: loop(items, { Divide: divide, Inner: loop('@createArray(1, item())', { Again: divide }) }),
    });
    const { spans } = await api.runs.iterations({ runId, loop: 'Each' });
    expect(spans).toEqual([
      { state: 'Succeeded', from: 0, count: 1 },
      { state: 'Failed', from: 1, count: 1 },
      { state: 'Succeeded', from: 2, count: 1 },
      { state: 'Failed', from: 3, count: 1 },
      { state: 'Succeeded', from: 4, count: 1 },
    ]);
    const inner = await api.runs.iterations({ runId, loop: 'Inner', within: [at(1)] });
    expect(inner.spans).toEqual([
      { state: 'Succeeded', from: 0, count: 1 },
      { state: 'Failed', from: 1, count: 1 },
    ]);
  });

  it('does not count a failure that a step handles', async () => {
    const runId = await run({
      Each: loop([1, 0], { Divide: divide, Handle: compose('done', { Divide: ['Failed', 'Succeeded'] }) }),
    });
    const { run: head } = await api.runs.get({ id: runId });
    const { spans } = await api.runs.iterations({ runId, loop: 'Each' });
    expect(head.status).toBe('Succeeded');
    expect(spans).toEqual([{ state: 'Succeeded', from: 0, count: 2 }]);
  });

  it('is found by a name that is more than letters', async () => {
    const runId = await run({ 'Für 🧾/100%': loop([0, 1], { Divide: divide }) });
    const { spans } = await api.runs.iterations({ runId, loop: 'Für 🧾/100%' });
    expect(spans.map(({ state }) => state)).toEqual(['Failed', 'Succeeded']);
  });
});

describe('where to look first', () => {
  it('is the step at the bottom of the failure, in the first iteration that failed', async () => {
    const runId = await run({
      Before: compose('x'),
      Orders: loop(
        [[1], [1, 1, 0, 'no']],
        {
          Note: compose('fine'),
          Try: {
            type: 'Scope',
            actions: { Lines: loop('@item()', { Divide: divide }) },
            runAfter: { Note: ['Succeeded'] },
          },
        },
        { runAfter: { Before: ['Succeeded'] } },
      ),
    });
    const { run: head, trouble } = await api.runs.get({ id: runId });
    expect(head.error?.action).toBe('Orders');
    expect(trouble).toMatchObject({
      kind: 'failed',
      name: 'Divide',
      iteration: [at(1, 'Orders'), at(2, 'Lines')],
      item: '0',
    });
    expect(trouble?.message).toMatch(/divi/i);
  });

  it('names the item by the first thing that it says', async () => {
    const items = [{ flags: [], invoiceId: `INV-${'1'.repeat(80)}`, n: 0 }];
    const runId = await run({ Each: loop(items, { Divide: compose("@div(1, item()?['n'])") }) });
    const { trouble } = await api.runs.get({ id: runId });
    expect(trouble?.item).toMatch(/^invoiceId INV-1+…$/);
    expect(trouble?.item).toHaveLength(60);
  });

  it('is the loop itself where that could not begin', async () => {
    const runId = await run({ Each: loop('no list', { Inside: compose('x') }) });
    const { trouble } = await api.runs.get({ id: runId });
    expect(trouble).toMatchObject({ name: 'Each', iteration: [] });
    expect(trouble?.item).toBeUndefined();
  });

  it('is nowhere in a run that went well', async () => {
    const runId = await run({ One: compose('x') });
    expect((await api.runs.get({ id: runId })).trouble).toBeUndefined();
  });
});
