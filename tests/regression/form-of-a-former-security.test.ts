// The connection form comes from the properties, and an update or the Swagger editor that changed the security left them
// as they were: a connector that now signs in by user name still asked for "API Key", and its calls went out as
// `Basic Og==`. A connection without the key sent its first value, whatever that was.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyProperties, withSecurity } from '@/lib/connector/properties';
import { readConnector } from '@/lib/connector/read-connector';
import type { JsonObject } from '@/lib/json';
import { placementsFor } from '@/server/connection/open-credential';
import { Secret } from '@/server/connection/secret-box';
import { oneOperationDocument } from '../lib/connector/one-operation';
import { definition } from '../server/api/makers';
import { type Api, type Office, openOffice } from '../support/office';

const schemes: Record<string, JsonObject> = {
  none: {},
  key: { k: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  basic: { b: { type: 'basic' } },
};
const key = { type: 'apiKey', label: 'My key', name: 'X-Key', in: 'header' } as const;
const basic = { type: 'basic', userNameLabel: 'User', passwordLabel: 'Secret' } as const;

function fieldsOf(scheme: string, properties: JsonObject): string[] {
  const document = oneOperationDocument({ root: { securityDefinitions: schemes[scheme] ?? {} } });
  const { connector } = readConnector(document, properties);
  return connector?.connectionParameters.map(({ name, label }) => `${name}: ${label}`) ?? [];
}

describe('the form of a connection', () => {
  const colour = emptyProperties('#123456');
  const own = (properties: JsonObject): JsonObject => ({
    properties: {
      ...(properties.properties as JsonObject),
      connectionParameters: {
        ...((properties.properties as JsonObject).connectionParameters as JsonObject),
        tenant: { type: 'string' },
      },
    },
  });

  it.each<[string, JsonObject, string[]]>([
    ['key', withSecurity(colour, key), ['api_key: My key']],
    ['basic', withSecurity(colour, key), ['username: User name', 'password: Password']],
    ['key', withSecurity(colour, basic), ['api_key: API Key']],
    ['none', withSecurity(colour, key), []],
    [
      'basic',
      own(withSecurity(colour, key)),
      ['username: User name', 'password: Password', 'tenant: tenant'],
    ],
    ['key', own(colour), ['api_key: API Key', 'tenant: tenant']],
  ])('of security “%s” asks for what it needs, whatever the properties say', (scheme, properties, fields) => {
    expect(fieldsOf(scheme, properties)).toEqual(fields);
  });

  it('keeps a key that a policy uses', () => {
    const properties = withSecurity(colour, key);
    const policies = [{ parameters: { value: "@connectionParameters('api_key')" } }];
    const inner = { ...(properties.properties as JsonObject), policyTemplateInstances: policies };
    expect(fieldsOf('none', { properties: inner })).toEqual(['api_key: My key']);
  });
});

describe('a call', () => {
  it('carries the key itself or none', () => {
    const values = new Map([['tenant', new Secret('contoso')]]);
    expect(placementsFor(key, values)).toEqual([]);
    expect(placementsFor(basic, values)).toEqual([]);
  });
});

describe('an update that changes the security', () => {
  let office: Office;
  let api: Api;
  beforeAll(async () => {
    office = await openOffice();
    api = await office.addPerson('maker').api();
  });
  afterAll(() => office.close());

  const basicText = (host: string) =>
    JSON.stringify({ ...JSON.parse(definition(host)), securityDefinitions: { b: { type: 'basic' } } });

  it('changes the form, and Undo restores it', async () => {
    const text = definition('127.0.0.1:9');
    const { id } = await api.connectors.createFromFile({ fileName: 'a', text, name: 'Signs in' });
    const before = await api.connectors.get({ id });
    const { revision } = await api.connectors.applyUpdate({
      id,
      revision: before.revision,
      fileName: 'b',
      text: basicText('127.0.0.1:9'),
    });
    const after = await api.connectors.get({ id });
    expect(Object.keys(JSON.parse(after.propertiesText).properties.connectionParameters)).toEqual([
      'username',
      'password',
    ]);
    const make = (name: string, values: Record<string, string>) =>
      api.connections.create({ connectorId: id, name, values });
    await expect(make('Half', { username: 'u' })).rejects.toMatchObject({
      cause: { field: 'values.password' },
    });
    await make('Whole', { username: 'u', password: 'p' });
    await api.connectors.undoUpdate({ id, revision });
    expect(await api.connectors.get({ id })).toMatchObject({
      definitionText: before.definitionText,
      propertiesText: before.propertiesText,
    });
  });

  it('voids the connections whose values no longer serve, and restores them when it is taken back', async () => {
    const text = definition('127.0.0.1:9');
    const { id } = await api.connectors.createFromFile({ fileName: 'a', text, name: 'Turns' });
    await api.connections.create({ connectorId: id, name: 'With a key', values: { api_key: 'k' } });
    const state = async () => (await api.connections.list({ connectorId: id }))[0];
    const { revision } = await api.connectors.applyUpdate({
      id,
      revision: 1,
      fileName: 'b',
      text: basicText('127.0.0.1:9'),
    });
    await api.connectors.publish({ id, revision });
    expect(await state()).toMatchObject({
      status: 'failing',
      lastError: expect.stringContaining('asks for User name and Password'),
    });
    const back = await api.connectors.undoUpdate({ id, revision });
    await api.connectors.publish({ id, revision: back.revision });
    expect(await state()).toMatchObject({ status: 'untested', lastError: undefined });
  });
});
