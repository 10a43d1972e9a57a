// `flowright flow run`: flows against the sample API on loopback, as a process.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../support/sample-api';
import { buildCommandLine, flowright, flowrightJson, writeFiles } from './command-line';

interface Entry {
  name: string;
  iteration?: { loop: string; index: number }[];
  status: string;
  code?: string;
  inputs: unknown;
  outputs: unknown;
  error?: { code: string; message: string };
  startTime: string;
  endTime?: string;
}

interface Run {
  status: string;
  error?: { code: string; message: string };
  outputs: unknown;
  response?: { statusCode: number; headers: Record<string, string>; body: unknown };
  records: Entry[];
}

type Actions = Record<string, Record<string, unknown>>;

const onSuccess = (...names: string[]) => Object.fromEntries(names.map((name) => [name, ['Succeeded']]));

const flow = (actions: Actions, kind = 'Button') => ({
  $schema: 'https://schema.example/workflowdefinition.json#',
  contentVersion: '1.0.0.0',
  triggers: { manual: { type: 'Request', kind, inputs: { schema: {} } } },
  actions,
});

const call = (operationId: string, parameters: Record<string, unknown>, ...names: string[]) => ({
  type: 'OpenApiConnection',
  inputs: {
    host: {
      apiId: '/providers/Microsoft.PowerApps/apis/shared_contoso',
      connectionName: 'shared_contoso',
      operationId,
    },
    parameters,
    authentication: "@parameters('$authentication')",
  },
  runAfter: onSuccess(...names),
});

const compose = (inputs: unknown, ...names: string[]) => ({
  type: 'Compose',
  inputs,
  runAfter: onSuccess(...names),
});

/** Runs one flow that is written to a file of its own. */
async function runFlow(
  document: unknown,
  words: string[] = [],
  files: Record<string, unknown> = {},
): Promise<{ code: number | null; stderr: string; run: Run }> {
  const cwd = writeFiles({ 'flow.json': document, ...files });
  const ended = await flowrightJson(['flow', 'run', 'flow.json', '--json', ...words], { cwd });
  const runs: Run[] = Object(ended.json);
  const [run] = runs;
  if (run === undefined || runs.length !== 1) throw new Error('one flow gives one element');
  return { code: ended.code, stderr: ended.stderr, run };
}

const statuses = (run: Run) => run.records.map(({ name, status }) => `${name} ${status}`);

describe('flow run', () => {
  let api: TestApi;
  let definition: Record<string, unknown> = {};

  beforeAll(async () => {
    await buildCommandLine();
    api = await startTestApi();
    definition = Object(await (await fetch(`${api.url}/swagger.json`)).json());
  }, 120_000);
  afterAll(() => api.close());
  beforeEach(() => api.clearLog());

  const connection = (more: Record<string, unknown> = {}) => ({
    shared_contoso: { definition, values: { api_key: api.key }, ...more },
  });
  const allowed = (...words: string[]) => ['--allow-host', api.host, ...words];
  const withApi = () => allowed('--connections', 'connections.json');

  it('calls operations of a connector through its connection', async () => {
    const document = flow({
      List_Invoices: call('ListInvoices', { fromAmount: 100 }),
      First: compose("@first(body('List_Invoices')?['invoices'])?['invoiceId']", 'List_Invoices'),
      Get_Invoice: call('GetInvoice', { id: "@outputs('First')" }, 'First'),
    });
    const { code, stderr, run } = await runFlow(document, withApi(), { 'connections.json': connection() });
    expect({ code, stderr, status: run.status }).toEqual({ code: 0, stderr: '', status: 'Succeeded' });
    expect(statuses(run)).toEqual(['List_Invoices Succeeded', 'First Succeeded', 'Get_Invoice Succeeded']);
    const [list, first, get] = run.records;
    expect(list).toMatchObject({
      code: 'OK',
      inputs: { parameters: { fromAmount: 100 } },
      outputs: { statusCode: 200, headers: {}, body: { invoices: expect.any(Array) } },
      startTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/),
      endTime: expect.stringMatching(/Z$/),
    });
    expect(list).not.toHaveProperty('iteration');
    expect(list).not.toHaveProperty('error');
    expect(get?.outputs).toMatchObject({ body: { invoiceId: first?.outputs } });
    expect(JSON.stringify(run)).not.toContain(api.key);
    const log = await api.readLog();
    expect(log.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /ListInvoices',
      'GET /GetInvoice',
    ]);
  });

  it('takes definitions from paths beside the file of connections, and another host', async () => {
    const cwd = writeFiles({
      'flows/flow.json': { properties: { definition: flow({ Types: call('ListInvoiceTypes', {}) }) } },
      'settings/contoso.json': { ...definition, host: 'contoso.example.com', schemes: ['https'] },
      'settings/properties.json': { properties: { iconBrandColor: '#112233', capabilities: [] } },
      'settings/connections.json': connection({
        definition: 'contoso.json',
        properties: 'properties.json',
        host: api.host,
      }),
    });
    const words = ['flow', 'run', 'flows/flow.json', '--json', '--connections', 'settings/connections.json'];
    const ended = await flowrightJson([...words, '--allow-host', api.host], { cwd });
    expect(ended).toMatchObject({ code: 0, json: [{ status: 'Succeeded' }] });
  });

  it('finds connections by the references of an exported flow', async () => {
    const step = call('ListInvoiceTypes', {});
    const host = { connectionName: 'shared_contoso-1', operationId: 'ListInvoiceTypes' };
    const document = {
      properties: {
        definition: flow({ Types: { ...step, inputs: { ...step.inputs, host } } }),
        connectionReferences: {
          'shared_contoso-1': { connectionName: 'of-another-place', api: { name: 'shared_contoso' } },
        },
      },
    };
    const files = { 'connections.json': { 'shared_contoso-1': connection().shared_contoso } };
    const { code, run } = await runFlow(document, withApi(), files);
    expect({ code, status: run.status }).toEqual({ code: 0, status: 'Succeeded' });
  });

  it('fails with what the API answered when the key is wrong', async () => {
    const files = { 'connections.json': connection({ values: { api_key: 'wrong' } }) };
    const document = flow({ List: call('ListInvoices', {}), Next: compose('x', 'List') });
    const { code, run } = await runFlow(document, withApi(), files);
    expect(code).toBe(1);
    expect(run.status).toBe('Failed');
    expect(run.error?.message).toEqual(expect.any(String));
    expect(statuses(run)).toEqual(['List Failed', 'Next Skipped']);
    expect(run.records[0]?.outputs).toMatchObject({ statusCode: 401 });
  });

  it('fails a step whose reference has no connection', async () => {
    const { code, run } = await runFlow(flow({ List: call('ListInvoices', {}) }), allowed());
    expect(code).toBe(1);
    expect(run.records[0]).toMatchObject({ status: 'Failed', outputs: null });
    expect(run.records[0]?.error?.message).toMatch(/\.$/);
    expect(await api.readLog()).toEqual([]);
  });

  it('refuses a private host that was not allowed, naming it, and sends nothing', async () => {
    const document = flow({
      Look: { type: 'Http', inputs: { method: 'GET', uri: `${api.url}/swagger.json` }, runAfter: {} },
      List: call('ListInvoices', {}),
    });
    const words = ['--connections', 'connections.json'];
    const { code, stderr, run } = await runFlow(document, words, { 'connections.json': connection() });
    expect(code).toBe(1);
    expect(statuses(run)).toEqual(['Look Failed', 'List Failed']);
    for (const { error } of run.records)
      expect(error).toMatchObject({ code: 'HostNotAllowed', message: expect.stringContaining(api.host) });
    expect(stderr).toBe(
      `${api.host} is a private address and was not called. Allow it with --allow-host ${api.host}\n`,
    );
    expect(await api.readLog()).toEqual([]);
  });

  it('calls over HTTP and reads the trigger’s outputs', async () => {
    const document = flow(
      {
        Look: {
          type: 'Http',
          inputs: {
            method: 'GET',
            uri: `@concat('${api.url}/', triggerBody()?['file'])`,
            headers: { 'x-from': "@triggerOutputs()?['headers']?['X-From']" },
          },
          runAfter: {},
        },
        Answer: {
          type: 'Response',
          inputs: {
            statusCode: 201,
            headers: { 'x-title': 'yes' },
            body: { title: "@body('Look')?['info']?['title']", number: "@triggerBody()?['number']" },
          },
          runAfter: onSuccess('Look'),
        },
      },
      'Http',
    );
    const inputs = {
      headers: { 'X-From': 'here' },
      body: { file: 'swagger.json', number: 9007199254740991 },
    };
    const { code, run } = await runFlow(document, allowed('--inputs', 'inputs.json'), {
      'inputs.json': inputs,
    });
    expect(code).toBe(0);
    expect(run.response).toEqual({
      statusCode: 201,
      headers: expect.objectContaining({ 'x-title': 'yes' }),
      body: { title: Object(definition.info).title, number: 9007199254740991 },
    });
    expect(run.records[0]?.inputs).toMatchObject({ uri: `${api.url}/swagger.json` });
  });

  it('runs variables, conditions, loops, scopes and parallel branches, in start order', async () => {
    const document = flow({
      Total: {
        type: 'InitializeVariable',
        inputs: { variables: [{ name: 'total', type: 'integer', value: 0 }] },
        runAfter: {},
      },
      Names: {
        type: 'InitializeVariable',
        inputs: { variables: [{ name: 'names', type: 'array', value: [] }] },
        runAfter: onSuccess('Total'),
      },
      Each: {
        type: 'Foreach',
        foreach: '@createArray(1, 2, 3)',
        actions: {
          Add: {
            type: 'IncrementVariable',
            inputs: { name: 'total', value: "@items('Each')" },
            runAfter: {},
          },
          Big: {
            type: 'If',
            expression: { and: [{ greater: ["@items('Each')", 1] }] },
            actions: {
              Note: {
                type: 'AppendToArrayVariable',
                inputs: { name: 'names', value: '@item()' },
                runAfter: {},
              },
            },
            else: { actions: { Small: compose('small') } },
            runAfter: onSuccess('Add'),
          },
        },
        runAfter: onSuccess('Names'),
      },
      Left: compose('left', 'Each'),
      Right: {
        type: 'Scope',
        actions: { Inside: compose("@variables('names')") },
        runAfter: onSuccess('Each'),
      },
      Both: compose("@concat(variables('total'), outputs('Left'))", 'Left', 'Right'),
      Set: { type: 'SetVariable', inputs: { name: 'total', value: 40 }, runAfter: onSuccess('Both') },
    });
    const { code, run } = await runFlow(
      { definition: { ...document, outputs: { sum: { type: 'Int', value: "@variables('total')" } } } },
      [],
    );
    expect({ code, status: run.status, outputs: run.outputs }).toEqual({
      code: 0,
      status: 'Succeeded',
      outputs: { sum: 40 },
    });
    const added = run.records.filter(({ name }) => name === 'Add');
    expect(added.map(({ iteration }) => iteration)).toEqual([
      [{ loop: 'Each', index: 0 }],
      [{ loop: 'Each', index: 1 }],
      [{ loop: 'Each', index: 2 }],
    ]);
    expect(run.records.filter(({ name }) => name === 'Note').map(({ status }) => status)).toEqual([
      'Skipped',
      'Succeeded',
      'Succeeded',
    ]);
    const outputsOf = (wanted: string) => run.records.find(({ name }) => name === wanted)?.outputs;
    expect(outputsOf('Both')).toBe('6left');
    expect(outputsOf('Inside')).toEqual([2, 3]);
    const starts = run.records.map(({ startTime }) => startTime);
    expect(starts).toEqual([...starts].sort());
    expect(statuses(run)[0]).toBe('Total Succeeded');
    expect(run.records.every(({ endTime }) => endTime !== undefined)).toBe(true);
  });

  it('runs failure branches, and ends as Terminate says', async () => {
    const terminated = flow({
      Fail: compose('@div(1, 0)'),
      Catch: { ...compose("@actions('Fail')?['error']?['code']"), runAfter: { Fail: ['Failed'] } },
      Stop: {
        type: 'Terminate',
        inputs: { runStatus: 'Failed', runError: { code: '17', message: 'No more.' } },
        runAfter: onSuccess('Catch'),
      },
      Never: compose('x', 'Stop'),
    });
    const { code, run } = await runFlow(terminated);
    expect(code).toBe(1);
    expect(run).toMatchObject({ status: 'Failed', error: { code: '17', message: 'No more.' } });
    expect(statuses(run).slice(0, 3)).toEqual(['Fail Failed', 'Catch Succeeded', 'Stop Succeeded']);
    const cancelled = flow({
      Stop: { type: 'Terminate', inputs: { runStatus: 'Cancelled' }, runAfter: {} },
    });
    expect((await runFlow(cancelled)).run.status).toBe('Cancelled');
  });

  it('fails types and functions that it does not know with a sentence each', async () => {
    const document = flow({
      Turn: { type: 'Until', expression: '@true', actions: { In: compose('x') }, runAfter: {} },
      Word: compose('@nosuchfunction(1)'),
      Beside: compose('runs'),
    });
    const { code, run } = await runFlow(document);
    expect(code).toBe(1);
    const found = Object.fromEntries(run.records.map((record) => [record.name, record]));
    expect(found.Turn).toMatchObject({ status: 'Failed', error: { code: 'ActionTypeNotSupported' } });
    expect(found.Turn?.error?.message).toContain('Until');
    expect(found.In).toMatchObject({ status: 'Skipped' });
    expect(found.Word).toMatchObject({ status: 'Failed', error: { code: 'InvalidTemplate' } });
    expect(found.Word?.error?.message).toContain('nosuchfunction');
    expect(found.Beside).toMatchObject({ status: 'Succeeded', outputs: 'runs' });
  });

  it('is used wrongly with files that do not serve; nothing is called then', async () => {
    const cwd = writeFiles({
      'good.json': flow({ List: call('ListInvoices', {}) }),
      'broken.json': '{\n"actions": [',
      'list.json': [],
      'no-definition.json': { shared_contoso: { values: {} } },
      'no-connector.json': { shared_contoso: { definition: { a: 1 }, values: {} } },
      'no-host.json': { shared_contoso: { definition, host: 'http://', values: {} } },
    });
    writeFileSync(join(cwd, 'connections.json'), JSON.stringify(connection()));
    const uses: [words: string[], says: RegExp][] = [
      [[], /missing required argument/],
      [['missing.json'], /missing\.json cannot be read/],
      [['good.json', '--inputs', 'broken.json'], /broken\.json, line 2, column \d+: /],
      [['good.json', 'missing.json', '--connections', 'connections.json'], /missing\.json/],
      [['good.json', '--inputs', 'list.json'], /list\.json has to hold an object/],
      [['good.json', '--connections', 'list.json'], /list\.json has to hold a JSON object/],
      [
        ['good.json', '--connections', 'no-definition.json'],
        /connection shared_contoso: definition is missing/,
      ],
      [['good.json', '--connections', 'no-connector.json'], /connection shared_contoso: /],
      [['good.json', '--connections', 'no-host.json'], /is not a host/],
      [['good.json', '--allow-host', 'http://127.0.0.1'], /write host and port/],
      [['good.json', '--nonsense'], /unknown option/],
    ];
    for (const [words, says] of uses) {
      const ended = await flowright(['flow', 'run', ...words, '--allow-host', api.host], { cwd });
      expect([words, ended.code, ended.stdout]).toEqual([words, 2, '']);
      expect(ended.stderr).toMatch(says);
    }
    expect(await api.readLog()).toEqual([]);
  });
});
