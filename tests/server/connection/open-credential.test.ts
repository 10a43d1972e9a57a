// Where the values of a connection go in a call, and that the notes beside it never decide what becomes of the call.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyProperties, withSecurity } from '@/lib/connector/properties';
import type { HttpOutcome } from '@/lib/http';
import { createCredentialOpener } from '@/server/connection/open-credential';
import { watchConnections } from '@/server/connection/watch-egress';
import { type Office, openOffice } from '../../support/office';
import { definition, makeConnection, makeConnector } from '../api/makers';

let office: Office;
let connectionId: string;
beforeAll(async () => {
  office = await openOffice();
  const api = await office.addPerson('maker').api();
  const connectorId = await makeConnector(api);
  connectionId = await makeConnection(api, connectorId);
  const { revision } = await api.connectors.get({ id: connectorId });
  const saved = await api.connectors.saveDraft({
    id: connectorId,
    revision,
    definitionText: definition('127.0.0.1:9').replaceAll('X-Key', 'X-New-Key'),
    propertiesText: JSON.stringify(
      withSecurity(emptyProperties('#123456'), {
        type: 'apiKey',
        label: 'Key',
        name: 'X-New-Key',
        in: 'header',
      }),
    ),
  });
  await api.connectors.publish({ id: connectorId, revision: saved.revision });
});
afterAll(() => office.close());

test.each([
  ['of the version its run began with', 1, 'X-Key'],
  ['of the live version', undefined, 'X-New-Key'],
])('The key goes where the security %s says', async (_, connectorVersion, header) => {
  const { database, secretBox, now, log } = office.services;
  const open = createCredentialOpener({ database, secretBox, now, log });
  const version = connectorVersion === undefined ? {} : { connectorVersion };
  const credential = await open({ connectionId, environmentId: office.environmentId, ...version });
  expect(credential?.placements).toMatchObject([{ in: 'header', name: header }]);
});

test('A call is made and its answer kept although the state of its connection cannot be written', async () => {
  const { database, secretBox } = office.services;
  const lines: object[] = [];
  const log = { warn: (facts: object) => lines.push(facts) };
  const now = () => Date.now() + 3_600_000;
  const ref = { connectionId, environmentId: office.environmentId };
  const answer: HttpOutcome = { kind: 'response', status: 401, headers: {}, bytes: 0, duration: 1 };
  database.sqlite.pragma('query_only = ON');
  try {
    const credential = await createCredentialOpener({ database, secretBox, now, log })(ref);
    expect(credential?.placements).toHaveLength(1);
    const door = { ...office.services.egress, request: async () => answer };
    const request = { method: 'GET', url: 'http://127.0.0.1:9/', headers: {} };
    const outcome = await watchConnections(door, { database, log }).request(request, { credential: ref });
    expect(outcome).toBe(answer);
  } finally {
    database.sqlite.pragma('query_only = OFF');
  }
  expect(lines).toMatchObject([{ connectionId }, { connectionId }]);
});
