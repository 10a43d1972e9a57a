// A run once more, with what its trigger had received.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Api, type Office, openOffice } from '../../support/office';
import { makePlainFlow, waitForEnd } from '../api/makers';

let office: Office;
let api: Api;
beforeAll(async () => {
  office = await openOffice();
  api = await office.addPerson('maker').api();
});
afterAll(() => office.close());

const echo = (text: string) => ({ Say: { type: 'Compose', inputs: text, runAfter: {} } });
const said = async (runId: string) => {
  await waitForEnd(api, runId);
  return (await api.runs.record({ runId, name: 'Say' })).outputs?.text;
};

it('a run that a request started runs again with the same request, on the version that is live', async () => {
  const url = await office.listen();
  const id = await makePlainFlow(
    api,
    echo(
      "@{triggerBody()?['n']} @{triggerOutputs()?['headers']?['x-caller']} @{triggerOutputs()?['queries']?['q']}",
    ),
    { trigger: 'http' },
  );
  const { hookUrl } = await api.flows.get({ id });
  const address = new URL(hookUrl ?? '');
  address.searchParams.set('q', 'asked');
  const response = await fetch(`${url}${address.pathname}${address.search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-caller': 'Ada' },
    body: '{"n":17}',
  });
  expect(response.status).toBeLessThan(300);
  const runs = async () => (await api.runs.list({ flowId: id })).runs;
  const first = (await runs())[0]?.id ?? '';
  expect(await said(first)).toBe('"17 Ada asked"');

  const flow = await api.flows.get({ id });
  const { revision } = await api.flows.saveDraft({
    id,
    revision: flow.revision,
    definitionText: flow.definitionText.replace("@{triggerBody()?['n']} ", "new @{triggerBody()?['n']} "),
    references: {},
  });
  await api.flows.publish({ id, revision });
  const { runId } = await api.runs.resubmit({ runId: first });
  expect(runId).not.toBe(first);
  expect(await said(runId)).toBe('"new 17 Ada asked"');
  expect((await runs())[0]).toMatchObject({ id: runId, kind: 'live', version: 2 });
});

it('the run of a button keeps its inputs', async () => {
  const id = await makePlainFlow(api, echo("@{triggerBody()?['text']}"), { name: 'Button' });
  const flow = await api.flows.get({ id });
  const text = JSON.parse(flow.definitionText);
  text.triggers.manual.inputs.schema.properties = { text: { type: 'string', title: 'Text' } };
  const { revision } = await api.flows.saveDraft({
    id,
    revision: flow.revision,
    definitionText: JSON.stringify(text),
    references: {},
  });
  await api.flows.publish({ id, revision });
  const { runId } = await api.runs.start({ flowId: id, inputs: { text: 'hello' } });
  expect(await said(runId)).toBe('"hello"');
  expect(await said((await api.runs.resubmit({ runId })).runId)).toBe('"hello"');
});

it('a flow that is off or gone runs no more', async () => {
  const id = await makePlainFlow(api, echo('x'), { name: 'Off' });
  const { runId } = await api.runs.start({ flowId: id });
  await waitForEnd(api, runId);
  await api.flows.setState({ id, state: 'off' });
  await expect(api.runs.resubmit({ runId })).rejects.toMatchObject({ cause: { code: 'NOT_READY' } });
  await api.flows.remove({ id, confirm: true });
  await expect(api.runs.resubmit({ runId })).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
});
