// Values may share parts: small in memory and endless when written. Such a value ends where it is, never the process.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishHookFlow } from '../server/api/makers';
import { type Office, openOffice, type Person } from '../support/office';

let office: Office;
let maker: Person;
beforeAll(async () => {
  office = await openOffice();
  await office.listen();
  maker = office.addPerson('maker');
});
afterAll(() => office.close());

/** Values that share parts: small in memory, and 400 MB when written down. */
function doubling(): Record<string, object> {
  const actions: Record<string, object> = { S0: { type: 'Compose', inputs: 'x'.repeat(100_000) } };
  for (let step = 1; step <= 12; step += 1)
    actions[`S${step}`] = {
      type: 'Compose',
      inputs: `@createArray(outputs('S${step - 1}'), outputs('S${step - 1}'))`,
      runAfter: { [`S${step - 1}`]: ['Succeeded'] },
    };
  return actions;
}

it('survives an answer that cannot be written', async () => {
  const last = { type: 'Response', inputs: { body: "@outputs('S12')" }, runAfter: { S12: ['Succeeded'] } };
  const actions = { ...doubling(), Response: last };
  const { hookUrl } = await publishHookFlow(await maker.api(), { name: 'Too large', actions });
  const response = await fetch(hookUrl, { method: 'POST' });
  expect(response.status).toBe(500);
});

it('survives outputs of a flow that cannot be written', async () => {
  const api = await maker.api();
  const { hookUrl, id } = await publishHookFlow(api, {
    name: 'Too large output',
    actions: doubling(),
    more: { outputs: { all: { type: 'Array', value: "@outputs('S12')" } } },
  });
  const response = await fetch(hookUrl, { method: 'POST' });
  expect(response.status).toBe(202);
  const { runs } = await api.runs.list({ flowId: id });
  expect(runs[0]?.status).toBe('Succeeded');
});
