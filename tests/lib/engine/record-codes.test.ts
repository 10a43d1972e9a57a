// The codes of records (Workflow Definition Language, action record), and what single inputs may be.
import { describe, expect, it } from 'vitest';
import { answer, runFlow, toFlow } from './run-flow';

const following = (name: string) => ({ runAfter: { [name]: ['Succeeded'] } });
const compose = { type: 'Compose', inputs: 1 };

describe('the code of a record', () => {
  it('is NotSpecified where a container or a step with a variable succeeded', () => {
    const run = runFlow(
      toFlow({
        Init: { type: 'InitializeVariable', inputs: { variables: [{ name: 'n', type: 'integer' }] } },
        Set: { type: 'SetVariable', inputs: { name: 'n', value: 1 }, ...following('Init') },
        Add: { type: 'IncrementVariable', inputs: { name: 'n' }, ...following('Set') },
        List: { type: 'InitializeVariable', inputs: { variables: [{ name: 'a', type: 'array' }] } },
        Append: { type: 'AppendToArrayVariable', inputs: { name: 'a', value: 1 }, ...following('List') },
        Scope: { type: 'Scope', actions: { A: compose } },
        If: { type: 'If', expression: '@true', actions: { B: compose } },
        Loop: { type: 'Foreach', foreach: [1], actions: { C: compose } },
        Nothing: { type: 'Foreach', foreach: [], actions: { D: compose } },
      }),
    );
    const names = ['Init', 'Set', 'Add', 'List', 'Append', 'Scope', 'If', 'Loop', 'Nothing'];
    for (const name of names)
      expect([name, run.statuses[name], run.records[name]?.code]).toEqual([
        name,
        'Succeeded',
        'NotSpecified',
      ]);
    expect(run.records.A?.code).toBe('OK');
  });

  it('is ActionFailed for a container in which something failed', () => {
    const bad = { type: 'Compose', inputs: '@nowhere()' };
    const run = runFlow(
      toFlow({
        Scope: { type: 'Scope', actions: { A: bad } },
        Loop: { type: 'Foreach', foreach: [1], actions: { B: bad } },
      }),
    );
    expect([run.records.Scope?.code, run.records.Loop?.code]).toEqual(['ActionFailed', 'ActionFailed']);
  });
});

describe('the status code of a Response', () => {
  it.each(['@int(202)', '@float(202)', "@decimal('202.0')", '@string(202)', 202])(
    'may be a number of any kind, or text: %s',
    (statusCode) => {
      const run = runFlow(toFlow({ R: { type: 'Response', inputs: { statusCode } } }), { waiting: true });
      expect(run.statuses.R).toBe('Succeeded');
    },
  );

  it.each(['@createArray(202)', '@true', '@null', '@float(202.5)', '', 302])(
    'fails the step otherwise: %s',
    (statusCode) => {
      const run = runFlow(toFlow({ R: { type: 'Response', inputs: { statusCode } } }), { waiting: true });
      expect(run.records.R).toMatchObject({ status: 'Failed', code: 'BadRequest' });
    },
  );
});

describe('Http', () => {
  it('goes without authentication where it is null', () => {
    const inputs = { method: 'GET', uri: 'https://api.example/x', authentication: null };
    const run = runFlow(toFlow({ H: { type: 'Http', inputs } }), { respond: () => answer(200) });
    expect(run.statuses.H).toBe('Succeeded');
  });
});

describe('a binary value that is not Base64', () => {
  const broken = { '$content-type': 'text/plain', $content: '!!!' };
  const get = { method: 'GET', uri: 'https://api.example/x' };
  const told = { runStatus: 'Failed', runError: { code: 'E', message: broken } };

  it.each([
    ['a header of Http', { type: 'Http', inputs: { ...get, headers: { a: broken } } }],
    ['a query of Http', { type: 'Http', inputs: { ...get, queries: { a: broken } } }],
    ['the body of Http', { type: 'Http', inputs: { ...get, method: 'POST', body: broken } }],
    [
      'the credentials of Http',
      { type: 'Http', inputs: { ...get, authentication: { type: 'Raw', value: broken } } },
    ],
    ['a header of Response', { type: 'Response', inputs: { statusCode: 200, headers: { a: broken } } }],
    ['the body of Response', { type: 'Response', inputs: { statusCode: 200, body: broken } }],
    ['the words of Terminate', { type: 'Terminate', inputs: told }],
  ])('fails the step, and the run goes on: %s', (_, step) => {
    const handler = { ...compose, runAfter: { X: ['Failed'] } };
    const run = runFlow(toFlow({ X: step, Handler: handler }), { waiting: true, respond: () => answer(200) });
    expect(run.records.X).toMatchObject({
      status: 'Failed',
      code: 'InvalidTemplate',
      error: { message: expect.stringMatching(/is not Base64/) },
    });
    expect([run.status, run.driver.calls.length, run.driver.state.pending.size]).toEqual(['Succeeded', 0, 0]);
  });
});

describe('headers and queries', () => {
  const get = { method: 'GET', uri: 'https://api.example/x' };

  it.each([
    ['headers of Http', { type: 'Http', inputs: { ...get, headers: 'a: b' } }],
    ['queries of Http', { type: 'Http', inputs: { ...get, queries: ['a'] } }],
    ['headers of Response', { type: 'Response', inputs: { statusCode: 200, headers: '@int(5)' } }],
  ])('fail the step where they are no names and values, and nothing is sent: %s', (_, step) => {
    const run = runFlow(toFlow({ X: step }), { waiting: true, respond: () => answer(200) });
    expect(run.records.X).toMatchObject({ status: 'Failed', code: 'BadRequest' });
    expect(run.records.X?.error?.message).toMatch(/names and values/);
    expect(run.driver.calls).toEqual([]);
  });

  it('may be absent, null or empty, and queries carry any text', () => {
    const queries = { a: `@json('"\\ud800"')`, 'b c': '&=' };
    const run = runFlow(
      toFlow({
        X: { type: 'Http', inputs: { ...get, headers: '', queries } },
        Y: { type: 'Http', inputs: { ...get, headers: null, queries: null } },
      }),
      { respond: () => answer(200) },
    );
    expect(run.driver.calls.map(({ request }) => request.url)).toEqual([
      'https://api.example/x?a=%EF%BF%BD&b%20c=%26%3D',
      'https://api.example/x',
    ]);
  });
});
