// A connection made while the draft had another host was bound to the draft's address, so the flows, which run the live
// version, were refused; and connections that were void because the connector had moved stayed so, with a stale sentence,
// when it moved back. A test answered by a redirect counted as "Connected".
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definition, makeConnection, makeConnector } from '../server/api/makers';
import { type Api, type Office, openOffice } from '../support/office';

let office: Office;
let api: Api;
let service: Server;
let host = '';
let answer: { status: number; headers?: Record<string, string> } = { status: 200 };
beforeAll(async () => {
  service = createServer((_request, response) => {
    response.writeHead(answer.status, answer.headers).end();
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(service.address() as AddressInfo).port}`;
  office = await openOffice({ FLOWRIGHT_ALLOW_HOSTS: host });
  api = await office.addPerson('maker').api();
});
afterAll(async () => {
  await office.close();
  service.close();
});

async function saveHost(id: string, next: string): Promise<number> {
  const { revision, propertiesText } = await api.connectors.get({ id });
  const definitionText = definition(next);
  return (await api.connectors.saveDraft({ id, revision, definitionText, propertiesText })).revision;
}

const stateOf = async (connectorId: string) => (await api.connections.list({ connectorId }))[0];

describe('a connector whose draft has another host', () => {
  it('gets connections for the address that flows call', async () => {
    const id = await makeConnector(api, 'Two hosts', host);
    await saveHost(id, 'draft.example.test');
    const connectionId = await makeConnection(api, id, 'On live');
    expect(await stateOf(id)).toMatchObject({ origin: `http://${host}` });
    answer = { status: 200 };
    expect(await api.connections.test({ id: connectionId })).toEqual({
      ok: true,
      message: 'Connected (200).',
    });
  });

  it('is told on the Test tab that it has to be updated first', async () => {
    const id = await makeConnector(api, 'Tried early', host);
    const revision = await saveHost(id, 'draft.example.test');
    const connectionId = await makeConnection(api, id, 'Early');
    const call = { id, operationId: 'ListThings', connectionId, parameters: {} };
    expect(await api.connectors.test(call)).toMatchObject({
      failure: {
        code: 'ConnectionOriginMismatch',
        message: expect.stringMatching(
          /The draft calls http:\/\/draft\.example\.test.*Select Update connector/,
        ),
      },
    });
    await api.connectors.publish({ id, revision });
    expect(await api.connectors.test(call)).toMatchObject({
      failure: { message: expect.stringMatching(/The connector now calls .*Enter them again\.$/) },
    });
  });
});

describe('a connection of a connector that moved', () => {
  it('is good again when the connector moves back', async () => {
    const id = await makeConnector(api, 'There and back', host);
    await makeConnection(api, id, 'Patient');
    await api.connectors.publish({ id, revision: await saveHost(id, 'other.example.test') });
    expect(await stateOf(id)).toMatchObject({ status: 'failing' });
    await api.connectors.publish({ id, revision: await saveHost(id, host) });
    expect(await stateOf(id)).toMatchObject({ status: 'untested', lastError: undefined });
  });

  it('stays failing where it was the service that refused its key', async () => {
    const id = await makeConnector(api, 'Refused before', host);
    const connectionId = await makeConnection(api, id, 'Refused');
    answer = { status: 401 };
    await api.connections.test({ id: connectionId });
    const { revision, propertiesText } = await api.connectors.get({ id });
    const definitionText = definition(host, { ListThings: '/others' });
    const saved = await api.connectors.saveDraft({ id, revision, definitionText, propertiesText });
    await api.connectors.publish({ id, revision: saved.revision });
    expect(await stateOf(id)).toMatchObject({
      status: 'failing',
      lastError: expect.stringContaining('rejected'),
    });
  });
});

describe('a test that is answered by a redirect', () => {
  it('fails and says where it points', async () => {
    const id = await makeConnector(api, 'Redirected', host);
    const connectionId = await makeConnection(api, id, 'Sent away');
    answer = { status: 302, headers: { location: 'https://login.example.test/' } };
    const tested = await api.connections.test({ id: connectionId });
    expect(tested).toMatchObject({ ok: false });
    expect(tested.message).toContain('302 and points to https://login.example.test/');
    expect(await stateOf(id)).toMatchObject({ status: 'failing', lastError: tested.message });
  });
});
