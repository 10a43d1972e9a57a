// "Connected with …" was said of a connection whose test had failed. A key was trimmed when it was entered, so one that
// ends in a space could not be. After the key was replaced, a second refusal was not written down, because the watch at
// the door remembered the first.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definition } from '../server/api/makers';
import { type Api, type Office, openOffice } from '../support/office';

let office: Office;
let api: Api;
let service: Server;
let host = '';
let status = 200;
const keys: string[] = [];
beforeAll(async () => {
  service = createServer((request, response) => {
    keys.push(new URL(request.url ?? '', 'http://a').searchParams.get('key') ?? '');
    response.writeHead(status).end();
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

async function makeTested(name: string, parameters: object[] = []): Promise<string> {
  const document = JSON.parse(definition(host));
  document.securityDefinitions.key = { type: 'apiKey', in: 'query', name: 'key' };
  document['x-ms-capabilities'] = { testConnection: { operationId: 'ListThings' } };
  document.paths['/things'].get.parameters = parameters;
  const text = JSON.stringify(document);
  return (await api.connectors.createFromFile({ fileName: 'a', text, name })).id;
}

describe('a connection that is tried out when it is made', () => {
  it('says why it does not work', async () => {
    const connectorId = await makeTested('Refusing');
    status = 403;
    const made = await api.connections.create({ connectorId, name: 'Bad', values: { api_key: 'bad' } });
    expect(made).toMatchObject({
      status: 'failing',
      lastError: expect.stringContaining('rejected this key (403)'),
    });
    status = 200;
    const { id } = made;
    expect(await api.connections.replaceValues({ id, values: { api_key: 'good' } })).toEqual({
      id,
      status: 'connected',
      lastError: undefined,
    });
  });

  it('says so when its test cannot be sent', async () => {
    const connectorId = await makeTested('Unsendable', [
      { name: 'of', in: 'query', type: 'string', required: true },
    ]);
    const values = { api_key: 'k' };
    const made = await api.connections.create({ connectorId, name: 'Unsent', values });
    expect(made).toMatchObject({ status: 'untested', lastError: expect.stringMatching(/./) });
  });
});

describe('a key', () => {
  it('is kept as it was entered, but for the line end of a paste', async () => {
    const connectorId = await makeTested('Spaces');
    status = 200;
    for (const [entered, sent] of [
      [' a key ', ' a key '],
      ['pasted\r\n', 'pasted'],
    ] as const) {
      keys.length = 0;
      await api.connections.create({ connectorId, name: `Key ${sent}`, values: { api_key: entered } });
      expect(keys).toEqual([sent]);
    }
    const blank = api.connections.create({ connectorId, name: 'Blank', values: { api_key: '  ' } });
    await expect(blank).rejects.toMatchObject({ cause: { field: 'values.api_key' } });
  });
});

it('a second refusal is written down after the key was replaced', async () => {
  const text = definition(host);
  const { id } = await api.connectors.createFromFile({ fileName: 'a', text, name: 'Refused twice' });
  const values = { api_key: 'k' };
  const { id: connectionId } = await api.connections.create({ connectorId: id, name: 'Twice', values });
  const call = { id, operationId: 'ListThings', connectionId, parameters: {} };
  const state = async () => (await api.connections.list({ connectorId: id }))[0]?.status;
  status = 401;
  await api.connectors.test(call);
  expect(await state()).toBe('failing');
  await api.connections.replaceValues({ id: connectionId, values: { api_key: 'other' } });
  expect(await state()).toBe('untested');
  await api.connectors.test(call);
  expect(await state()).toBe('failing');
  status = 200;
  await api.connectors.test(call);
  expect(await state()).toBe('connected');
});
