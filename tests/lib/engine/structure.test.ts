// Flows that no checker would let through still end, in a way that says what is wrong.
import { describe, expect, it } from 'vitest';
import { answer, runFlow, toFlow } from './run-flow';

const following = (name: string) => ({ [name]: ['Succeeded'] });
const compose = (inputs: unknown, runAfter = {}) => ({ type: 'Compose', inputs, runAfter });
const respond = () => answer(200);

describe('two steps of one name', () => {
  it('both fail where they differ only in letter case', () => {
    const run = runFlow(toFlow({ A: compose(1), a: compose(2, following('A')) }), { respond });
    expect(run.status).toBe('Failed');
    expect(run.all.map(({ name, code }) => `${name} ${code}`)).toEqual([
      'A DuplicateName',
      'a DuplicateName',
    ]);
  });

  it('both fail where one stands inside a container, and neither is sent', () => {
    const call = { type: 'Http', inputs: { method: 'POST', uri: 'http://a.test/' } };
    const run = runFlow(toFlow({ Post: call, Box: { type: 'Scope', actions: { Post: call } } }), { respond });
    expect(run.status).toBe('Failed');
    expect(run.driver.calls).toHaveLength(0);
  });
});

describe('a run that is ended early', () => {
  const loop = {
    type: 'Foreach',
    foreach: '@createArray(1, 2)',
    actions: { X: compose('@item()') },
  };

  it('keeps the records of finished iterations and adds none beside them', () => {
    const run = runFlow(
      toFlow({
        Each: loop,
        End: { type: 'Terminate', inputs: { runStatus: 'Cancelled' }, runAfter: following('Each') },
        Rest: compose(1, following('End')),
      }),
    );
    expect(run.status).toBe('Cancelled');
    expect(run.all.filter(({ name }) => name === 'X').map(({ path, status }) => `${path} ${status}`)).toEqual(
      ['Each:0 Succeeded', 'Each:1 Succeeded'],
    );
    expect(run.statuses.Rest).toBe('Skipped');
  });
});

describe('a setting that runs cannot obey', () => {
  const staticResult = { name: 'A0', staticResultOptions: 'Enabled' };
  const call = { type: 'Http', inputs: { method: 'POST', uri: 'https://api.example/pay' } };

  it('of a step ends the step before anything is sent', () => {
    const run = runFlow(toFlow({ Pay: { ...call, runtimeConfiguration: { staticResult } } }));
    expect(run.driver.calls).toEqual([]);
    expect(run.records.Pay?.error).toMatchObject({ code: 'SettingNotSupported' });
  });

  it('and is turned off lets the step run', () => {
    const off = { staticResult: { ...staticResult, staticResultOptions: 'Disabled' } };
    const run = runFlow(toFlow({ A: { ...compose(1), runtimeConfiguration: off } }));
    expect(run.status).toBe('Succeeded');
  });

  it.each([
    ['conditions', [{ expression: '@equals(1, 2)' }]],
    ['splitOn', "@triggerBody()?['value']"],
  ])('of a trigger, %s, ends the run with the reason', (key, value) => {
    const trigger = { type: 'Request', kind: 'Http', [key]: value };
    const run = runFlow(toFlow({ A: compose(1) }, { triggers: { when: trigger } }));
    expect(run.error).toMatchObject({ code: 'SettingNotSupported', action: 'when' });
    expect(run.statuses).toEqual({ A: 'Skipped' });
  });
});

describe('a trigger of a type that cannot start runs', () => {
  it.each(['Recurrence', 'Frob'])('%s ends the run with the reason', (type) => {
    const run = runFlow(toFlow({ A: compose(1) }, { triggers: { when: { type } } }));
    expect(run.status).toBe('Failed');
    expect(run.error).toMatchObject({ code: 'TriggerTypeNotSupported', action: 'when' });
    expect(run.statuses).toEqual({ A: 'Skipped' });
  });

  it('Request runs whatever its letter case and kind', () => {
    const run = runFlow(
      toFlow({ A: compose(1) }, { triggers: { when: { type: 'REQUEST', kind: 'PowerApp' } } }),
    );
    expect(run.status).toBe('Succeeded');
  });
});

describe('numbers of a definition', () => {
  it('keep their kind and their digits', async () => {
    const { readExactly } = await import('@/lib/flow/unwrap');
    const definition = readExactly(
      '{"triggers":{},"actions":{"A":{"type":"Compose","inputs":{"big":12345678901234567,"whole":1.0}},"B":{"type":"Compose","inputs":"@{outputs(\'A\')}","runAfter":{"A":["Succeeded"]}}}}',
    );
    const run = runFlow({ definition, connectionReferences: {}, origin: 'flowright' } as never);
    expect(run.records.B?.outputs).toBe('{"big":12345678901234567,"whole":1.0}');
  });
});

describe('statuses that no step ends with', () => {
  const waitingFor = (statuses: unknown) => ({ type: 'Compose', inputs: 1, runAfter: { A: statuses } });

  it('are never met, so the step is skipped; no list at all means success', () => {
    const run = runFlow(
      toFlow({
        A: { type: 'Compose', inputs: 1 },
        Strange: waitingFor(['Cancelled']),
        Partly: waitingFor(['Cancelled', 'SUCCEEDED']),
        Empty: waitingFor([]),
        Absent: waitingFor(null),
      }),
    );
    expect(run.statuses).toEqual({
      A: 'Succeeded',
      Strange: 'Skipped',
      Partly: 'Succeeded',
      Empty: 'Succeeded',
      Absent: 'Succeeded',
    });
    expect(run.records.Strange?.error?.message).toBe(
      '“A” ended as Succeeded; this step runs only after a status that no step has.',
    );
    expect(run.status).toBe('Succeeded');
  });
});
