// How calls are signed, from the file: what it declares, which of several was chosen, and what the editor says of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, type Office, openOffice } from '../../support/office';
import { definition } from './makers';

let office: Office;
let api: Api;

beforeAll(async () => {
  office = await openOffice();
  api = (await office.addPerson('maker').api()) as Api;
});
afterAll(() => office.close());

function withSchemes(securityDefinitions: object): string {
  const { security: _none, ...document } = JSON.parse(definition('127.0.0.1:9'));
  return JSON.stringify({ ...document, securityDefinitions }, null, 2);
}

const several = withSchemes({
  sign_in: { type: 'oauth2', flow: 'implicit', authorizationUrl: 'https://x.test/a', scopes: {} },
  key: { type: 'apiKey', in: 'query', name: 'k' },
});

test('A file with several ways is offered with all of them, and the connector signs by the chosen one', async () => {
  const file = { fileName: 'several.json', text: several };
  const found = await api.connectors.inspect(file);
  expect(found.ok && found.securities.map(({ key, security }) => [key, security.type])).toEqual([
    ['sign_in', 'unsupported'],
    ['key', 'apiKey'],
  ]);
  const { id } = await api.connectors.createFromFile({ ...file, name: 'Several', security: 'key' });
  const view = await api.connectors.get({ id });
  expect(JSON.parse(view.definitionText).security).toEqual([{ key: [] }]);
  expect(Object.keys(JSON.parse(view.propertiesText).properties.connectionParameters)).toEqual(['api_key']);
  expect(view.importedSecurity).toMatchObject([{ type: 'unsupported' }, { type: 'apiKey', name: 'k' }]);
});

test('Of a file without any, and of a blank connector, nothing was filled in', async () => {
  const file = { fileName: 'none.json', text: withSchemes({}) };
  const { id } = await api.connectors.createFromFile({ ...file, name: 'None' });
  const blank = await api.connectors.create({
    name: 'Blank',
    description: '',
    brandColor: '#175497',
    scheme: 'https',
    host: '',
    basePath: '',
  });
  expect((await api.connectors.get({ id })).importedSecurity).toEqual([]);
  expect((await api.connectors.get(blank)).importedSecurity).toEqual([]);
});

test('A file in YAML says so too', async () => {
  const text = `swagger: "2.0"\ninfo: {title: Y, version: "1"}\nhost: x.test\npaths: {}\nsecurityDefinitions:\n  basic: {type: basic}\n`;
  const { id } = await api.connectors.createFromFile({ fileName: 'y.yaml', text, name: 'Yaml' });
  expect((await api.connectors.get({ id })).importedSecurity).toMatchObject([{ type: 'basic' }]);
});
