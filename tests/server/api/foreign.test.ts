// Ids of another environment are as unknown as ids that do not exist: same answer, same code, same words. Every input of
// every procedure that names an object is in the table; one that is not fails the first test.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '@/server/api/router';
import { z } from '@/server/zod';
import { type Api, type Office, openOffice } from '../../support/office';
import { definition, makeConnection, makeConnector, makeFlow } from './makers';

type Kind = 'solution' | 'publisher' | 'connector' | 'connection' | 'flow' | 'run';
type Ids = Record<Kind, string>;
/** Calls with an id of `kind`; `own` are ids of the environment of the caller. */
type Probe = [
  kind: Kind,
  call: (api: Api, id: string, own: Pick<Ids, 'connector' | 'flow'>) => Promise<unknown>,
];

const draft = { revision: 1, definitionText: '{"triggers":{},"actions":{}}' };
const file = { fileName: 'things.json', text: definition('127.0.0.1:9') };
const connectorDraft = { revision: 1, definitionText: '{"swagger":"2.0","paths":{}}', propertiesText: '{}' };
const blank = {
  description: '',
  brandColor: '#112233',
  scheme: 'http',
  host: 'x.test',
  basePath: '/',
} as const;
const apiId = '/providers/Microsoft.PowerApps/apis/shared_things';
const references = (connectionId: string) => ({ shared_things: { apiId, connectionId } });

/** `procedure input` -> what asks with it. */
const probes: Record<string, Probe> = {
  'solutions.get id': ['solution', (api, id) => api.solutions.get({ id })],
  'solutions.dependents id': ['solution', (api, id) => api.solutions.dependents({ id })],
  'solutions.create publisherId': [
    'publisher',
    (api, publisherId) => api.solutions.create({ displayName: 'x', publisherId }),
  ],
  'solutions.rename id': ['solution', (api, id) => api.solutions.rename({ id, displayName: 'x' })],
  'solutions.remove id': ['solution', (api, id) => api.solutions.remove({ id })],
  'connectors.list solutionId': ['solution', (api, solutionId) => api.connectors.list({ solutionId })],
  'connectors.get id': ['connector', (api, id) => api.connectors.get({ id })],
  'connectors.searchOperations connectorId': [
    'connector',
    (api, connectorId) => api.connectors.searchOperations({ query: 'things', connectorId }),
  ],
  'connectors.dependents id': ['connector', (api, id) => api.connectors.dependents({ id })],
  'connectors.download id': ['connector', (api, id) => api.connectors.download({ id })],
  'connectors.create solutionId': [
    'solution',
    (api, solutionId) => api.connectors.create({ ...blank, name: 'x', solutionId }),
  ],
  'connectors.createFromFile solutionId': [
    'solution',
    (api, solutionId) => api.connectors.createFromFile({ ...file, name: 'x', solutionId }),
  ],
  'connectors.saveDraft id': ['connector', (api, id) => api.connectors.saveDraft({ id, ...connectorDraft })],
  'connectors.publish id': ['connector', (api, id) => api.connectors.publish({ id, revision: 1 })],
  'connectors.discardDraft id': ['connector', (api, id) => api.connectors.discardDraft({ id, revision: 1 })],
  'connectors.setIcon id': ['connector', (api, id) => api.connectors.setIcon({ id, iconDataUrl: null })],
  'connectors.previewUpdate id': ['connector', (api, id) => api.connectors.previewUpdate({ id, ...file })],
  'connectors.applyUpdate id': [
    'connector',
    (api, id) => api.connectors.applyUpdate({ id, revision: 1, ...file }),
  ],
  'connectors.undoUpdate id': ['connector', (api, id) => api.connectors.undoUpdate({ id, revision: 1 })],
  'connectors.remove id': ['connector', (api, id) => api.connectors.remove({ id, confirm: true })],
  'connectors.test id': [
    'connector',
    (api, id) => api.connectors.test({ id, operationId: 'ListThings', parameters: {} }),
  ],
  'connectors.test connectionId': [
    'connection',
    (api, connectionId, own) =>
      api.connectors.test({
        id: own.connector,
        operationId: 'ListThings',
        parameters: {},
        connectionId,
      }),
  ],
  'connections.list connectorId': ['connector', (api, connectorId) => api.connections.list({ connectorId })],
  'connections.dependents id': ['connection', (api, id) => api.connections.dependents({ id })],
  'connections.create connectorId': [
    'connector',
    (api, connectorId) => api.connections.create({ connectorId, name: 'x', values: {} }),
  ],
  'connections.rename id': ['connection', (api, id) => api.connections.rename({ id, name: 'x' })],
  'connections.replaceValues id': [
    'connection',
    (api, id) => api.connections.replaceValues({ id, values: {} }),
  ],
  'connections.test id': ['connection', (api, id) => api.connections.test({ id })],
  'connections.remove id': ['connection', (api, id) => api.connections.remove({ id, confirm: true })],
  'flows.list solutionId': ['solution', (api, solutionId) => api.flows.list({ solutionId })],
  'flows.get id': ['flow', (api, id) => api.flows.get({ id })],
  'flows.runForm id': ['flow', (api, id) => api.flows.runForm({ id, draft: true })],
  'flows.dependents id': ['flow', (api, id) => api.flows.dependents({ id })],
  'flows.create solutionId': [
    'solution',
    (api, solutionId) => api.flows.create({ name: 'x', trigger: 'button', solutionId }),
  ],
  'flows.saveDraft id': ['flow', (api, id) => api.flows.saveDraft({ id, ...draft, references: {} })],
  'flows.saveDraft references.*.connectionId': [
    'connection',
    (api, connectionId, own) =>
      api.flows.saveDraft({ id: own.flow, ...draft, references: references(connectionId) }),
  ],
  'flows.publish id': ['flow', (api, id) => api.flows.publish({ id, revision: 1 })],
  'flows.discardDraft id': ['flow', (api, id) => api.flows.discardDraft({ id, revision: 1 })],
  'flows.rename id': ['flow', (api, id) => api.flows.rename({ id, name: 'x' })],
  'flows.setState id': ['flow', (api, id) => api.flows.setState({ id, state: 'off' })],
  'flows.remove id': ['flow', (api, id) => api.flows.remove({ id, confirm: true })],
  'runs.start flowId': ['flow', (api, flowId) => api.runs.start({ flowId })],
  'runs.list flowId': ['flow', async (api, flowId) => (await api.runs.list({ flowId })).runs],
  'runs.get id': ['run', (api, id) => api.runs.get({ id })],
  'runs.record runId': ['run', (api, runId) => api.runs.record({ runId, name: 'manual' })],
  'runs.resubmit runId': ['run', (api, runId) => api.runs.resubmit({ runId })],
  'runs.iteration runId': [
    'run',
    (api, runId) => api.runs.iteration({ runId, iteration: [{ loop: 'Each', index: 0 }] }),
  ],
  'runs.iterations runId': ['run', (api, runId) => api.runs.iterations({ runId, loop: 'Each' })],
  'runs.watch runId': [
    'run',
    async (api, runId) => {
      for await (const change of await api.runs.watch({ runId })) return change;
      return undefined;
    },
  ],
  'runs.cancel id': ['run', (api, id) => api.runs.cancel({ id })],
  'runs.decide runId': [
    'run',
    (api, runId) => api.runs.decide({ runId, name: 'manual', decision: 'worked' }),
  ],
};

/** Operations stand in a definition, events in a stream, and an apiId is a name that may be the same in every environment. */
const notObjects = new Set(['operationId', 'lastEventId', 'apiId', 'apiIds']);

/** `references.*.connectionId` and the like: the places of an input whose name says that an id is meant. */
function listIdPlaces(schema: unknown, path = ''): string[] {
  const {
    properties = {},
    additionalProperties,
    anyOf = [],
    items,
  } = schema as {
    properties?: Record<string, unknown>;
    additionalProperties?: unknown;
    anyOf?: unknown[];
    items?: unknown;
  };
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const inside = typeof additionalProperties === 'object' ? listIdPlaces(additionalProperties, at('*')) : [];
  const named = Object.entries(properties).flatMap(([name, part]) => {
    if (/^id$|Ids?$/.test(name) && !notObjects.has(name)) return [at(name)];
    return listIdPlaces(part, at(name));
  });
  const others = [...anyOf, ...(items === undefined ? [] : [items])];
  return [...named, ...inside, ...others.flatMap((part) => listIdPlaces(part, path))];
}

function listInputs(): string[] {
  return Object.keys(appRouter._def.procedures).flatMap((name) => {
    const { inputs } = Reflect.get(appRouter._def.procedures, name)._def as { inputs: z.ZodType[] };
    return inputs.flatMap((input) =>
      listIdPlaces(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).map(
        (place) => `${name} ${place}`,
      ),
    );
  });
}

let office: Office;
let stranger: Api;
let theirs: Ids;
let own: Pick<Ids, 'connector' | 'flow'>;

async function furnish(api: Api) {
  const connector = await makeConnector(api);
  const connection = await makeConnection(api, connector);
  const flow = await makeFlow(api, connector, connection);
  return { connector, connection, flow };
}

/** What came back, or the code and words of the refusal. */
async function outcome(work: Promise<unknown>): Promise<unknown> {
  try {
    return { answer: await work };
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
}

beforeAll(async () => {
  office = await openOffice();
  const maker = await office.addPerson('maker').api();
  const objects = await furnish(maker);
  const publisher = (await maker.solutions.publishers())[0]?.id ?? '';
  const solution = (await maker.solutions.create({ displayName: 'Theirs', publisherId: publisher })).id;
  theirs = {
    ...objects,
    publisher,
    solution,
    run: (await maker.runs.start({ flowId: objects.flow })).runId,
  };
  stranger = await office.addPerson('administrator', office.addEnvironment('Elsewhere')).api();
  own = await furnish(stranger);
});
afterAll(() => office.close());

describe('an id of another environment', () => {
  it('is asked for in every input that takes an id', () => {
    const inputs = listInputs();
    expect(Object.keys(probes).toSorted()).toEqual(inputs.toSorted());
    console.log(`foreign ids: ${inputs.length} inputs`);
  });

  it.each(Object.entries(probes))('is unknown to %s', async (_name, [kind, call]) => {
    const foreign = await outcome(call(stranger, theirs[kind], own));
    expect(foreign).toEqual(await outcome(call(stranger, crypto.randomUUID(), own)));
    if (Object.hasOwn(Object(foreign), 'code')) expect(foreign).toMatchObject({ code: 'NOT_FOUND' });
    else expect(foreign).toEqual({ answer: [] });
  });

  it('shows in no list', async () => {
    const newcomer = await office.addPerson('administrator', office.addEnvironment('Empty')).api();
    expect(await newcomer.connectors.list()).toEqual([]);
    expect(await newcomer.connections.list()).toEqual([]);
    expect(await newcomer.flows.list()).toEqual([]);
    expect(await newcomer.solutions.list()).toEqual([]);
    expect((await newcomer.runs.list()).runs).toEqual([]);
    expect(await newcomer.connectors.forDesigner()).toEqual([]);
    expect(await newcomer.connectors.forDesigner({ apiIds: [apiId] })).toEqual([]);
    expect(await newcomer.connectors.palette()).toEqual({ total: 0, connectors: [], entries: [] });
    expect(await newcomer.connectors.searchOperations({ query: 'things', tab: 'custom' })).toMatchObject({
      hits: [],
      hidden: 0,
    });
  });

  it('counts for nothing here, even where its row points here', async () => {
    const { database } = office.services;
    database.sqlite
      .prepare('UPDATE connection SET connector_id = ? WHERE id = ?')
      .run(own.connector, theirs.connection);
    expect((await stranger.connectors.list()).map(({ connections }) => connections)).toEqual([1]);
  });

  it('does not become known by naming its environment', async () => {
    const environment = office.addEnvironment('Third');
    const person = await office.addPerson('administrator', environment).api(office.environmentId);
    expect(await outcome(person.flows.list())).toMatchObject({ code: 'NOT_FOUND' });
  });
});
