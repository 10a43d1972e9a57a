// Connections: sealed at once, bound to an origin, never shown again.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Office, openOffice } from '../../support/office';
import { startTestApi, type TestApi } from '../../support/sample-api';
import { makeConnection, makeConnector, makeFlow } from './makers';

let office: Office;
let sample: TestApi;
let api: Api;
beforeAll(async () => {
  sample = await startTestApi();
  office = await openOffice({ FLOWRIGHT_ALLOW_HOSTS: sample.host });
  api = await office.addPerson('maker').api();
});
afterAll(async () => {
  await office.close();
  await sample.close();
});

async function contoso(name: string): Promise<string> {
  const text = await (await fetch(`${sample.url}/swagger.json`)).text();
  return (await api.connectors.createFromFile({ fileName: 'swagger.json', text, name })).id;
}

describe('a connection', () => {
  it('lies sealed in the database and is in no answer', async () => {
    const connectorId = await makeConnector(api, 'Sealed');
    const canary = 'canary-7f3a9c';
    const id = await makeConnection(api, connectorId, 'With canary', canary);
    office.services.database.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const file = readFileSync(office.settings.databaseFile);
    for (const form of [
      canary,
      Buffer.from(canary).toString('base64'),
      Buffer.from(canary).toString('hex'),
    ]) {
      expect(file.includes(form)).toBe(false);
    }
    expect(JSON.stringify(await api.connections.list())).not.toContain(canary);
    expect(JSON.stringify(await api.connections.dependents({ id }))).not.toContain(canary);
  });

  it('asks for the fields of its connector and no others', async () => {
    const connectorId = await makeConnector(api, 'Fields');
    const make = (values: Record<string, string>) =>
      api.connections.create({ connectorId, name: 'x', values });
    await expect(make({})).rejects.toMatchObject({
      cause: { code: 'INVALID_INPUT', field: 'values.api_key' },
    });
    await expect(make({ api_key: 'a', other: 'b' })).rejects.toMatchObject({
      cause: { field: 'values.other' },
    });
    await expect(make({ api_key: 'a\r\nX-Evil: 1' })).rejects.toMatchObject({
      cause: { field: 'values.api_key' },
    });
    for (const odd of ['ключ', 'a\u007fb', '“quoted”']) {
      await expect(make({ api_key: odd })).rejects.toMatchObject({
        message: 'API Key has a character that no header can carry.',
        cause: { field: 'values.api_key' },
      });
    }
    expect(await make({ api_key: ' café ' })).toMatchObject({ name: 'x' });
  });

  it('is tested against the service, and tells a refused key from an accepted one', async () => {
    const connectorId = await contoso('Contoso tested');
    const id = await makeConnection(api, connectorId, 'Tested', sample.key);
    expect(await api.connections.test({ id })).toMatchObject({ ok: true });
    expect((await api.connections.list({ connectorId }))[0]).toMatchObject({
      status: 'connected',
      lastUsedAt: expect.any(Number),
    });
    await api.connections.replaceValues({ id, values: { api_key: 'wrong' } });
    expect(await api.connections.test({ id })).toMatchObject({
      ok: false,
      message: expect.stringContaining('401'),
    });
    expect((await api.connections.list({ connectorId }))[0]).toMatchObject({ status: 'failing' });
  });

  it('calls an operation of the draft from the Test tab and shows no secret', async () => {
    const connectorId = await contoso('Contoso tried');
    const connectionId = await makeConnection(api, connectorId, 'Tried', sample.key);
    const answer = await api.connectors.test({
      id: connectorId,
      operationId: 'ListInvoices',
      connectionId,
      parameters: {},
    });
    expect(answer).toMatchObject({ request: { method: 'GET' }, response: { status: 200, statusText: 'OK' } });
    expect(JSON.stringify(answer)).not.toContain(sample.key);
    const without = await api.connectors.test({
      id: connectorId,
      operationId: 'ListInvoices',
      parameters: {},
    });
    expect(without).toMatchObject({ response: { status: 401 } });
  });

  it('calls no operation from the Test tab whose definition has an error, and says where it is', async () => {
    const id = await contoso('Contoso with an error');
    const { definitionText, propertiesText, revision } = await api.connectors.get({ id });
    const wrong = definitionText.replace('"name": "typeId"', '"name": "typeId", "default": "some"');
    await api.connectors.saveDraft({ id, revision, definitionText: wrong, propertiesText });
    const call = (operationId: string) => api.connectors.test({ id, operationId, parameters: {} });
    await expect(call('AddInvoice')).rejects.toThrow(
      'The definition of Add Invoice has an error at typeId: The default "some" is not of type integer.',
    );
    await expect(call('ListInvoices')).resolves.toHaveProperty('response');
  });

  it('says which address an administrator could allow when the door refuses one', async () => {
    const connectorId = await makeConnector(api, 'Private', '127.0.0.1:2');
    const answer = await api.connectors.test({ id: connectorId, operationId: 'ListThings', parameters: {} });
    expect(answer).toMatchObject({ failure: { code: 'HostNotAllowed', allow: '127.0.0.1:2' } });
  });

  it('is void when its connector moves, and its secret is not sent to the new place', async () => {
    const thief = await startTestApi();
    try {
      office.services.settings.allowHosts.push(thief.host);
      const id = await contoso('Contoso moved');
      const connectionId = await makeConnection(api, id, 'Bound', sample.key);
      const { definitionText, propertiesText } = await api.connectors.get({ id });
      const moved = {
        id,
        revision: 1,
        definitionText: definitionText.replaceAll(sample.host, thief.host),
        propertiesText,
      };
      const { revision } = await api.connectors.saveDraft(moved);
      const tried = await api.connectors.test({
        id,
        operationId: 'ListInvoices',
        connectionId,
        parameters: {},
      });
      expect(tried).toHaveProperty('failure');
      await api.connectors.publish({ id, revision });
      const [row] = await api.connections.list({ connectorId: id });
      expect(row).toMatchObject({
        status: 'failing',
        lastError: expect.stringContaining('Enter them again'),
      });
      expect(JSON.stringify(await thief.readLog())).not.toContain(sample.key);
      await api.connections.replaceValues({ id: connectionId, values: { api_key: thief.key } });
      expect(await api.connections.test({ id: connectionId })).toMatchObject({ ok: true });
    } finally {
      await thief.close();
    }
  });

  it('names the flows that use it before it is deleted', async () => {
    const connectorId = await makeConnector(api, 'Used');
    const id = await makeConnection(api, connectorId, 'Used one');
    const flow = await makeFlow(api, connectorId, id, 'User');
    await expect(api.connections.remove({ id })).rejects.toMatchObject({
      cause: { code: 'HAS_DEPENDENTS', details: { flows: [{ id: flow, name: 'User' }] } },
    });
    await api.connections.remove({ id, confirm: true });
    expect((await api.connections.list()).some((row) => row.id === id)).toBe(false);
  });

  it('of another maker can be neither seen, tested nor bound; an administrator may', async () => {
    const connectorId = await makeConnector(api, 'Shared');
    const id = await makeConnection(api, connectorId, 'Mine alone');
    const other = await office.addPerson('maker').api();
    expect((await other.connections.list()).some((row) => row.id === id)).toBe(false);
    await expect(other.connections.test({ id })).rejects.toMatchObject({ cause: { code: 'FORBIDDEN' } });
    await expect(makeFlow(other, connectorId, id, 'Borrowed')).rejects.toMatchObject({
      cause: { code: 'FORBIDDEN' },
    });
    const administrator = await office.addPerson('administrator').api();
    expect((await administrator.connections.list()).some((row) => row.id === id)).toBe(true);
  });
});
