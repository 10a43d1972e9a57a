// Deleting a flow said that its runs under way and its history were deleted with it. In truth the runs went on sending
// their calls, and the run's page offered to edit and to run a flow that was gone.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePlainFlow } from '../server/api/makers';
import { type Office, openOffice } from '../support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ FLOWRIGHT_ALLOW_HOSTS: '127.0.0.1:9' });
});
afterAll(() => office.close());

it('a deleted flow leaves its history, and no run under way', async () => {
  const api = await office.addPerson('maker').api();
  const retryPolicy = { type: 'fixed', count: 5, interval: 'PT1M' };
  const inputs = { method: 'GET', uri: 'http://127.0.0.1:9/', retryPolicy };
  const id = await makePlainFlow(api, { Ask: { type: 'Http', inputs, runAfter: {} } });
  const { runId } = await api.runs.start({ flowId: id });
  expect((await api.runs.get({ id: runId })).flowDeleted).toBe(false);
  await expect(api.flows.remove({ id })).rejects.toMatchObject({ cause: { code: 'HAS_DEPENDENTS' } });
  expect((await api.flows.get({ id })).state).toBe('on');

  await api.flows.remove({ id, confirm: true });
  await expect(api.flows.get({ id })).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
  const { run, flowDeleted } = await api.runs.get({ id: runId });
  expect(run.status).toBe('Cancelled');
  expect(flowDeleted).toBe(true);
  expect((await api.runs.list()).runs.map((row) => row.id)).toContain(runId);
});
