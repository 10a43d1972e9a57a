// Download of a value inside a loop answered 404: the page wrote the iteration as `3` or `2,5`, the server reads
// `For_each:3/Inner:5`.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { valueAddress } from '@/components/run/value-address';
import { makePlainFlow, waitForEnd } from '../server/api/makers';
import { type Office, openOffice } from '../support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

it('a value in a loop inside a loop is downloaded from the address that its page links to', async () => {
  const url = await office.listen();
  const maker = office.addPerson('maker');
  const api = await maker.api();
  const flowId = await makePlainFlow(api, {
    'Each 100%/row': {
      type: 'Foreach',
      foreach: [1, 2, 3],
      actions: {
        Inner: {
          type: 'Foreach',
          foreach: ['a', 'b'],
          actions: { Say: { type: 'Compose', inputs: "@{items('Each 100%/row')}@{item()}", runAfter: {} } },
          runAfter: {},
        },
      },
      runAfter: {},
    },
  });
  const { runId } = await api.runs.start({ flowId });
  await waitForEnd(api, runId);
  const download = async (name: string, iteration: { loop: string; index: number }[]) => {
    const address = valueAddress({ runId, name, iteration, side: 'outputs' });
    const response = await fetch(`${url}${address}`, { headers: { cookie: await maker.cookie() } });
    return [response.status, await response.text()];
  };
  const outer = { loop: 'Each 100%/row', index: 2 };
  expect(await download('Say', [outer, { loop: 'Inner', index: 1 }])).toEqual([200, '"3b"']);
  expect((await download('Say', [outer]))[0]).toBe(404);
});
