// Ids of another environment are as unknown as ids that do not exist: same code, same words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Office, openOffice } from '../../support/office';
import { makeConnection, makeConnector, makeFlow } from './makers';

type Call = (api: Api, id: Record<string, string>) => Promise<unknown>;

const draft = { revision: 1, definitionText: '{"triggers":{},"actions":{}}' };
const calls: Record<string, Call> = {
  'solutions.get': (api, id) => api.solutions.get({ id: id.solution ?? '' }),
  'solutions.dependents': (api, id) => api.solutions.dependents({ id: id.solution ?? '' }),
  'solutions.rename': (api, id) => api.solutions.rename({ id: id.solution ?? '', displayName: 'x' }),
  'solutions.remove': (api, id) => api.solutions.remove({ id: id.solution ?? '' }),
  'solutions.create in a foreign publisher': (api, id) =>
    api.solutions.create({ displayName: 'x', publisherId: id.publisher ?? '' }),
  'connectors.get': (api, id) => api.connectors.get({ id: id.connector ?? '' }),
  'connectors.download': (api, id) => api.connectors.download({ id: id.connector ?? '' }),
  'connectors.dependents': (api, id) => api.connectors.dependents({ id: id.connector ?? '' }),
  'connectors.saveDraft': (api, id) =>
    api.connectors.saveDraft({
      id: id.connector ?? '',
      revision: 1,
      definitionText: '{"swagger":"2.0","paths":{}}',
      propertiesText: '{}',
    }),
  'connectors.publish': (api, id) => api.connectors.publish({ id: id.connector ?? '', revision: 1 }),
  'connectors.discardDraft': (api, id) => api.connectors.discardDraft({ id: id.connector ?? '' }),
  'connectors.setIcon': (api, id) => api.connectors.setIcon({ id: id.connector ?? '', iconDataUrl: null }),
  'connectors.rename': (api, id) => api.connectors.rename({ id: id.connector ?? '', name: 'x' }),
  'connectors.previewUpdate': (api, id) =>
    api.connectors.previewUpdate({ id: id.connector ?? '', fileName: '', text: '{}' }),
  'connectors.undoUpdate': (api, id) => api.connectors.undoUpdate({ id: id.connector ?? '', revision: 1 }),
  'connectors.remove': (api, id) => api.connectors.remove({ id: id.connector ?? '', confirm: true }),
  'connectors.test': (api, id) =>
    api.connectors.test({ id: id.connector ?? '', operationId: 'ListThings', parameters: {} }),
  'connectors.create in a foreign solution': (api, id) =>
    api.connectors.create({
      name: 'x',
      description: '',
      brandColor: '#112233',
      scheme: 'http',
      host: 'x.test',
      basePath: '/',
      solutionId: id.solution ?? '',
    }),
  'connections.dependents': (api, id) => api.connections.dependents({ id: id.connection ?? '' }),
  'connections.rename': (api, id) => api.connections.rename({ id: id.connection ?? '', name: 'x' }),
  'connections.replaceValues': (api, id) =>
    api.connections.replaceValues({ id: id.connection ?? '', values: {} }),
  'connections.test': (api, id) => api.connections.test({ id: id.connection ?? '' }),
  'connections.remove': (api, id) => api.connections.remove({ id: id.connection ?? '', confirm: true }),
  'connections.create for a foreign connector': (api, id) =>
    api.connections.create({ connectorId: id.connector ?? '', name: 'x', values: {} }),
  'flows.get': (api, id) => api.flows.get({ id: id.flow ?? '' }),
  'flows.dependents': (api, id) => api.flows.dependents({ id: id.flow ?? '' }),
  'flows.saveDraft': (api, id) => api.flows.saveDraft({ id: id.flow ?? '', ...draft, references: {} }),
  'flows.publish': (api, id) => api.flows.publish({ id: id.flow ?? '', revision: 1 }),
  'flows.discardDraft': (api, id) => api.flows.discardDraft({ id: id.flow ?? '', revision: 1 }),
  'flows.rename': (api, id) => api.flows.rename({ id: id.flow ?? '', name: 'x' }),
  'flows.setState': (api, id) => api.flows.setState({ id: id.flow ?? '', state: 'off' }),
  'flows.remove': (api, id) => api.flows.remove({ id: id.flow ?? '', confirm: true }),
  'runs.start': (api, id) => api.runs.start({ flowId: id.flow ?? '' }),
  'runs.get': (api, id) => api.runs.get({ id: id.run ?? '' }),
  'runs.record': (api, id) => api.runs.record({ runId: id.run ?? '', name: 'manual' }),
  'runs.repetitions': (api, id) =>
    api.runs.repetitions({ runId: id.run ?? '', name: 'manual', offset: 0, limit: 1 }),
  'runs.cancel': (api, id) => api.runs.cancel({ id: id.run ?? '' }),
  'runs.decide': (api, id) => api.runs.decide({ runId: id.run ?? '', name: 'manual', decision: 'worked' }),
  'runs.watch': async (api, id) => {
    for await (const _change of await api.runs.watch({ runId: id.run ?? '' })) return;
  },
};

let office: Office;
let stranger: Api;
let theirs: Record<string, string>;

async function failure(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
  return 'answered';
}

beforeAll(async () => {
  office = await openOffice();
  const maker = await office.addPerson('maker').api();
  const connector = await makeConnector(maker);
  const connection = await makeConnection(maker, connector);
  const flow = await makeFlow(maker, connector, connection);
  const publisher = (await maker.solutions.publishers())[0]?.id ?? '';
  const solution = (await maker.solutions.create({ displayName: 'Theirs', publisherId: publisher })).id;
  const run = (await maker.runs.start({ flowId: flow })).runId;
  theirs = { connector, connection, flow, publisher, solution, run };
  stranger = await office.addPerson('administrator', office.addEnvironment('Elsewhere')).api();
});
afterAll(() => office.close());

describe('an id of another environment', () => {
  it.each(Object.entries(calls))('is unknown to %s', async (_name, call) => {
    const foreign = await failure(call(stranger, theirs));
    const random = await failure(
      call(stranger, Object.fromEntries(Object.keys(theirs).map((key) => [key, crypto.randomUUID()]))),
    );
    expect(foreign).toEqual(random);
    expect(foreign).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('shows in no list', async () => {
    expect(await stranger.connectors.list()).toEqual([]);
    expect(await stranger.connections.list()).toEqual([]);
    expect(await stranger.flows.list()).toEqual([]);
    expect(await stranger.solutions.list()).toEqual([]);
    expect(await stranger.runs.list()).toEqual({ runs: [] });
    expect(await stranger.runs.list({ flowId: theirs.flow })).toEqual({ runs: [] });
    expect(await stranger.connectors.forDesigner()).toEqual([]);
    expect(await stranger.connectors.palette()).toEqual({ total: 0, connectors: [], entries: [] });
    expect(await stranger.connectors.searchOperations({ query: 'things', tab: 'custom' })).toMatchObject({
      hits: [],
      hidden: 0,
    });
  });

  it('does not become known by naming its environment', async () => {
    const person = await office
      .addPerson('administrator', office.addEnvironment('Third'))
      .api(office.environmentId);
    expect(await failure(person.flows.list())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot be bound as the connection of a flow', async () => {
    const { id } = await stranger.flows.create({ name: 'Borrower', trigger: 'button' });
    const references = {
      shared_things: {
        apiId: '/providers/Microsoft.PowerApps/apis/shared_things',
        connectionId: theirs.connection ?? '',
      },
    };
    expect(await failure(stranger.flows.saveDraft({ id, ...draft, references }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
