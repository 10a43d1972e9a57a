// Values may share parts: small in memory and endless when written. Such a value ends where it is, never the process.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice, type Person } from '../support/office';

let office: Office;
let maker: Person;
beforeAll(async () => {
  office = await openOffice();
  await office.listen();
  maker = office.addPerson('maker');
});
afterAll(() => office.close());

async function publish(name: string, actions: object, more: object = {}, inputs: object = {}) {
  const api = await maker.api();
  const { id } = await api.flows.create({ name, trigger: 'http' });
  const definition = {
    triggers: { manual: { type: 'Request', kind: 'Http', inputs } },
    actions,
    ...more,
  };
  const { revision } = await api.flows.saveDraft({
    id,
    revision: 1,
    definitionText: JSON.stringify(definition),
    references: {},
  });
  await api.flows.publish({ id, revision });
  return { id, hookUrl: (await api.flows.get({ id })).hookUrl ?? '' };
}

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
  const { hookUrl } = await publish('Too large', {
    ...doubling(),
    Response: { type: 'Response', inputs: { body: "@outputs('S12')" }, runAfter: { S12: ['Succeeded'] } },
  });
  const response = await fetch(hookUrl, { method: 'POST' });
  expect(response.status).toBe(500);
});

it('survives outputs of a flow that cannot be written', async () => {
  const { hookUrl, id } = await publish('Too large output', doubling(), {
    outputs: { all: { type: 'Array', value: "@outputs('S12')" } },
  });
  const response = await fetch(hookUrl, { method: 'POST' });
  expect(response.status).toBe(202);
  const api = await maker.api();
  const { runs } = await api.runs.list({ flowId: id });
  expect(runs[0]?.status).toBe('Succeeded');
});
