// What tests of procedures make again and again: a small connector, a connection, a flow that uses both.
import type { JsonObject } from '@/lib/json';
import type { Api } from '../../support/office';

export function definition(
  host: string,
  operations: Record<string, string> = { ListThings: '/things' },
): string {
  const paths = Object.fromEntries(
    Object.entries(operations).map(([id, path]) => [
      path,
      {
        get: {
          operationId: id,
          summary: id,
          description: `Calls ${path}`,
          responses: { 200: { description: 'ok' } },
        },
      },
    ]),
  );
  return JSON.stringify(
    {
      swagger: '2.0',
      info: { title: 'Things', description: 'Things of a test.', version: '1.0' },
      host,
      basePath: '/',
      schemes: ['http'],
      paths,
      securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
      security: [{ key: [] }],
    },
    null,
    2,
  );
}

export async function makeConnector(api: Api, name = 'Things', host = '127.0.0.1:9'): Promise<string> {
  const { id } = await api.connectors.createFromFile({
    fileName: 'things.json',
    text: definition(host),
    name,
  });
  return id;
}

export async function makeConnection(
  api: Api,
  connectorId: string,
  name = 'My things',
  key = 'canary-key',
): Promise<string> {
  const { id } = await api.connections.create({ connectorId, name, values: { api_key: key } });
  return id;
}

/** A saved flow whose only step calls `ListThings` through the connection. */
export async function makeFlow(
  api: Api,
  connectorId: string,
  connectionId: string,
  name = 'Uses things',
): Promise<string> {
  const { slug, apiId } = await api.connectors.get({ id: connectorId });
  const { id } = await api.flows.create({ name, trigger: 'button' });
  const flow = await api.flows.get({ id });
  const reference = `shared_${slug}`;
  const text = JSON.parse(flow.definitionText);
  text.actions = {
    List_things: {
      type: 'OpenApiConnection',
      inputs: { host: { apiId, connectionName: reference, operationId: 'ListThings' }, parameters: {} },
      runAfter: {},
    },
  };
  const saved = await api.flows.saveDraft({
    id,
    revision: flow.revision,
    definitionText: JSON.stringify(text, null, 2),
    references: { [reference]: { apiId, connectionId } },
  });
  await api.flows.publish({ id, revision: saved.revision });
  return id;
}

/** A saved flow of these actions, which need no connection. */
export async function makePlainFlow(
  api: Api,
  actions: JsonObject,
  { name = 'Plain', trigger = 'button' }: { name?: string; trigger?: 'button' | 'http' } = {},
): Promise<string> {
  const { id } = await api.flows.create({ name, trigger });
  const flow = await api.flows.get({ id });
  const definitionText = JSON.stringify({ ...JSON.parse(flow.definitionText), actions });
  const saved = await api.flows.saveDraft({ id, revision: flow.revision, definitionText, references: {} });
  await api.flows.publish({ id, revision: saved.revision });
  return id;
}

/** Resolves when the run has ended; gives what the run's page asks for. */
export async function waitForEnd(api: Api, runId: string): ReturnType<Api['runs']['get']> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const details = await api.runs.get({ id: runId });
    if (details.run.finishedAt !== undefined) return details;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`The run ${runId} does not end.`);
}

/** A live flow behind an address. `trigger` is the inputs of its trigger, `more` stands beside its actions. */
export async function publishHookFlow(
  api: Api,
  flow: { name: string; actions: object; trigger?: object; more?: object },
): Promise<{ id: string; hookUrl: string }> {
  const { id } = await api.flows.create({ name: flow.name, trigger: 'http' });
  const definition = {
    triggers: { manual: { type: 'Request', kind: 'Http', inputs: flow.trigger ?? {} } },
    actions: flow.actions,
    ...flow.more,
  };
  const { revision } = await api.flows.saveDraft({
    id,
    revision: 1,
    definitionText: JSON.stringify(definition),
    references: {},
  });
  await api.flows.publish({ id, revision });
  return { id, hookUrl: (await api.flows.get({ id })).hookUrl ?? '' };
}
