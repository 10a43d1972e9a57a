// The form before a run is that of what will run; connections are those that its steps use.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/json';
import { type Api, type Office, openOffice } from '../../support/office';
import { definition, makeConnection, makeConnector, makeFlow } from '../api/makers';

let office: Office;
let api: Api;
beforeAll(async () => {
  office = await openOffice();
  api = await office.addPerson('maker').api();
});
afterAll(() => office.close());

/** Stores the draft of a flow after a change of its definition. */
async function edit(id: string, change: (text: { triggers: JsonObject; actions: JsonObject }) => void) {
  const flow = await api.flows.get({ id });
  const text = JSON.parse(flow.definitionText);
  change(text);
  const saved = await api.flows.saveDraft({
    id,
    revision: flow.revision,
    definitionText: JSON.stringify(text),
    references: flow.references,
  });
  return saved.revision;
}

const askFor = (key: string) => ({
  type: 'Request',
  kind: 'Button',
  inputs: {
    schema: { type: 'object', properties: { [key]: { type: 'string', title: key } }, required: [key] },
  },
});

describe('the form of a run', () => {
  it('asks for the inputs of the version that will run, not of the draft', async () => {
    const { id } = await api.flows.create({ name: 'Asking', trigger: 'button' });
    const revision = await edit(id, (text) => {
      text.triggers = { manual: askFor('Amount') };
      text.actions = { One: { type: 'Compose', inputs: 1, runAfter: {} } };
    });
    await expect(api.flows.runForm({ id, draft: false })).rejects.toMatchObject({
      cause: { code: 'NOT_READY' },
    });
    await api.flows.publish({ id, revision });
    const newer = await edit(id, (text) => {
      text.triggers = { manual: askFor('Reason') };
    });
    const live = await api.flows.runForm({ id, draft: false });
    const draft = await api.flows.runForm({ id, draft: true });
    expect(live.inputs.map(({ key }) => key)).toEqual(['Amount']);
    expect(draft).toMatchObject({ revision: newer, inputs: [{ key: 'Reason', required: true }] });
    await api.runs.start({ flowId: id, inputs: { Amount: '12' } });
  });

  it('names the connections that steps use, and no reference besides', async () => {
    const connectorId = await makeConnector(api, 'Locked');
    const connectionId = await makeConnection(api, connectorId, 'The key');
    const { security: _security, ...open } = JSON.parse(definition('127.0.0.1:9'));
    delete open.securityDefinitions;
    const { id: openId } = await api.connectors.createFromFile({
      fileName: 'open.json',
      text: JSON.stringify(open),
      name: 'Open',
    });
    const [locked, free] = await Promise.all([connectorId, openId].map((id) => api.connectors.get({ id })));
    const { id } = await api.flows.create({ name: 'Uses', trigger: 'button' });
    const call = (apiId: string | undefined, connectionName: string) => ({
      type: 'OpenApiConnection',
      inputs: { host: { apiId, connectionName, operationId: 'ListThings' }, parameters: {} },
      runAfter: {},
    });
    const flow = await api.flows.get({ id });
    const text = JSON.parse(flow.definitionText);
    text.actions = {
      Good: call(locked?.apiId, 'locked'),
      Same: call(locked?.apiId, 'locked'),
      Free: call(free?.apiId, 'free'),
      Bare: call(locked?.apiId, 'empty'),
      Lost: call('/providers/Microsoft.PowerApps/apis/shared_gone', 'gone'),
    };
    await api.flows.saveDraft({
      id,
      revision: flow.revision,
      definitionText: JSON.stringify(text),
      references: {
        locked: { apiId: locked?.apiId ?? '', connectionId },
        free: { apiId: free?.apiId ?? '' },
        empty: { apiId: locked?.apiId ?? '' },
        leftover: { apiId: locked?.apiId ?? '', connectionId },
      },
    });
    const { connections } = await api.flows.runForm({ id, draft: true });
    expect(
      connections.map(({ connectorName, name, state, step }) => [connectorName, name, state, step]),
    ).toEqual([
      ['Locked', 'The key', 'untested', 'Good'],
      ['Locked', undefined, 'missing', 'Bare'],
      ['shared_gone', undefined, 'no-connector', 'Lost'],
    ]);
    const runner = await office.addPerson('runner').api();
    const seen = await runner.flows.runForm({ id, draft: true });
    expect(seen.connections[0]).toMatchObject({ connectorName: 'Locked', state: 'untested' });
    expect(seen.connections[0]?.name).toBeUndefined();
  });
});

describe('the draft that runs', () => {
  it('is the one that was meant, or none', async () => {
    const { id } = await api.flows.create({ name: 'Draft', trigger: 'button' });
    const add = (inputs: number) =>
      edit(id, (text) => {
        text.actions = { One: { type: 'Compose', inputs, runAfter: {} } };
      });
    const first = await add(1);
    const second = await add(2);
    const start = (revision: number) => api.runs.start({ flowId: id, draft: true, revision });
    await expect(start(first)).rejects.toMatchObject({ cause: { code: 'STALE_EDIT' } });
    expect((await api.runs.list({ flowId: id })).runs).toEqual([]);
    await start(second);
  });
});

describe('what uses a connector and a connection', () => {
  it('are the flows whose steps call it, in the draft or live', async () => {
    const connectorId = await makeConnector(api, 'Counted');
    const connectionId = await makeConnection(api, connectorId, 'Counted one');
    const id = await makeFlow(api, connectorId, connectionId, 'Counting');
    const count = async () => [
      (await api.connectors.list()).find((one) => one.id === connectorId)?.flows,
      (await api.connections.list()).find((one) => one.id === connectionId)?.flows,
      (await api.connections.dependents({ id: connectionId })).flows.length,
    ];
    expect(await count()).toEqual([1, 1, 1]);
    const revision = await edit(id, (text) => {
      text.actions = {};
    });
    expect(await count()).toEqual([1, 1, 1]);
    await api.flows.publish({ id, revision });
    expect(await count()).toEqual([0, 0, 0]);
    await api.connections.remove({ id: connectionId });
  });
});
