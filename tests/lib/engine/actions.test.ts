// Each action type: what it records, when it fails, what its container becomes.
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../conformance/plain';
import { answer, createDriver, finished, runFlow, toFlow } from './run-flow';

const following = (name: string, ...statuses: string[]) => ({
  runAfter: { [name]: statuses.length > 0 ? statuses : ['Succeeded'] },
});
const variable = (name: string, type: string, value?: unknown) => ({
  type: 'InitializeVariable',
  inputs: { variables: [{ name, type, ...(value !== undefined && { value }) }] },
});
const compose = (inputs: unknown, more: object = {}) => ({ type: 'Compose', inputs, ...more });

describe('Compose', () => {
  it('has its evaluated inputs as outputs', () => {
    const run = runFlow(
      toFlow({ A: compose({ n: "@length('abc')" }), B: compose("@outputs('A')?['n']", following('A')) }),
    );
    expect(run.records.B).toMatchObject({ status: 'Succeeded', code: 'OK', inputs: 3, outputs: 3 });
    expect(run.status).toBe('Succeeded');
  });
  it('fails with InvalidTemplate where the expression fails', () => {
    const run = runFlow(toFlow({ A: compose("@variables('none')") }));
    expect(run.records.A).toMatchObject({ status: 'Failed', code: 'InvalidTemplate', outputs: undefined });
    expect(run.error).toMatchObject({ action: 'A', code: 'InvalidTemplate' });
  });
});

describe('variables', () => {
  it.each([
    ['string', ''],
    ['Integer', 0],
    ['float', 0],
    ['Boolean', false],
    ['Object', null],
    ['array', []],
  ])('of type %s begin as %j', (type, value) => {
    const run = runFlow(toFlow({ I: variable('x', type), C: compose("@variables('X')", following('I')) }));
    expect(toPlain(run.records.C?.outputs ?? null)).toEqual(value);
    expect(run.records.I?.code).toBe('NotSpecified');
  });

  it.each([
    ['integer', 1, 2, 2],
    ['integer', 1, 'x', undefined],
    ['integer', 1, 1.5, undefined],
    ['float', 0.5, 2, 2],
    ['string', 'a', null, ''],
    ['string', 'a', 1, undefined],
    ['array', [1], null, []],
    ['boolean', true, 'true', undefined],
    ['object', { a: 1 }, { b: 2 }, { b: 2 }],
  ])('of type %s holding %j can be set to %j: %j', (type, initial, value, wanted) => {
    const run = runFlow(
      toFlow({
        I: variable('x', type, initial),
        S: { type: 'SetVariable', inputs: { name: 'x', value }, ...following('I') },
        C: compose("@variables('x')", following('S')),
      }),
    );
    if (wanted === undefined) return expect(run.statuses).toMatchObject({ S: 'Failed', C: 'Skipped' });
    expect(toPlain(run.records.S?.outputs ?? null)).toEqual({ body: { name: 'x', value: wanted } });
    expect(toPlain(run.records.C?.outputs ?? null)).toEqual(wanted);
  });

  it('are incremented by one, or by a value', () => {
    const run = runFlow(
      toFlow({
        I: variable('n', 'integer', 5),
        A: { type: 'IncrementVariable', inputs: { name: 'n' }, ...following('I') },
        B: { type: 'IncrementVariable', inputs: { name: 'n', value: 10 }, ...following('A') },
        C: compose("@variables('n')", following('B')),
      }),
    );
    expect(run.records.C?.outputs).toBe(16);
  });

  it('refuse an integer sum beyond 64 bits', () => {
    const run = runFlow(
      toFlow({
        I: variable('n', 'integer', '@9223372036854775807'),
        A: { type: 'IncrementVariable', inputs: { name: 'n' }, ...following('I') },
      }),
    );
    expect(run.records.A).toMatchObject({ status: 'Failed', code: 'BadRequest' });
  });

  it('keep what an earlier step has read when an array grows', () => {
    const append = (value: number, before: string) => ({
      type: 'AppendToArrayVariable',
      inputs: { name: 'a', value },
      ...following(before),
    });
    const run = runFlow(
      toFlow({
        I: variable('a', 'array', [0]),
        Before: compose("@variables('a')", following('I')),
        A: append(1, 'Before'),
        B: append(2, 'A'),
        After: compose("@variables('a')", following('B')),
      }),
    );
    expect(run.records.Before?.outputs).toEqual([0]);
    expect(run.records.After?.outputs).toEqual([0, 1, 2]);
  });

  it('cannot be declared twice, nor used before', () => {
    const run = runFlow(
      toFlow({
        A: variable('x', 'string'),
        B: { ...variable('X', 'string'), ...following('A') },
        C: { type: 'SetVariable', inputs: { name: 'y', value: 1 }, ...following('B', 'Failed') },
      }),
    );
    expect(run.statuses).toMatchObject({ A: 'Succeeded', B: 'Failed', C: 'Failed' });
  });
});

describe('If', () => {
  const branches = { actions: { Yes: compose('yes') }, else: { actions: { No: compose('no') } } };
  it.each([
    ['@equals(1, 1)', true],
    ['@equals(1, 2)', false],
    [{ and: [{ equals: ['@add(1, 1)', 2] }, { not: { equals: ['a', 'b'] } }] }, true],
    [{ or: [{ Greater: [1, 2] }, { equals: ['x@{add(1, 1)}', 'x2'] }] }, true],
  ])('%j is %s', (expression, wanted) => {
    const run = runFlow(toFlow({ If: { type: 'If', expression, ...branches } }));
    expect(run.records.If).toMatchObject({ status: 'Succeeded', inputs: { expressionResult: wanted } });
    expect(run.statuses).toMatchObject(
      wanted ? { Yes: 'Succeeded', No: 'Skipped' } : { Yes: 'Skipped', No: 'Succeeded' },
    );
    expect(run.records[wanted ? 'No' : 'Yes']?.error?.code).toBe('ActionBranchingConditionNotSatisfied');
  });
  it.each([['@add(1, 2)'], [{ and: [], or: [] }], [{ nosuch: [1] }], ['@equals(']])(
    'fails on %j, and what is inside is skipped',
    (expression) => {
      const run = runFlow(toFlow({ If: { type: 'If', expression, ...branches } }));
      expect(run.statuses).toEqual({ If: 'Failed', Yes: 'Skipped', No: 'Skipped' });
    },
  );
  it('succeeds with an empty branch', () => {
    const run = runFlow(toFlow({ If: { type: 'If', expression: '@equals(1, 2)', actions: {} } }));
    expect(run.statuses).toEqual({ If: 'Succeeded' });
  });
});

describe('Scope', () => {
  it('has the status of its effective leaves, and result() gives its records', () => {
    const run = runFlow(
      toFlow({
        S: { type: 'Scope', actions: { Bad: compose("@int('x')"), Good: compose(1) } },
        Why: compose("@result('S')", following('S', 'Failed')),
      }),
    );
    expect(run.records.S).toMatchObject({ status: 'Failed', code: 'ActionFailed' });
    expect(run.records.S?.error?.message).toBe('An action failed. No dependent actions succeeded.');
    expect(toPlain(run.records.Why?.outputs ?? null)).toMatchObject([
      { name: 'Bad', status: 'Failed' },
      { name: 'Good', status: 'Succeeded', outputs: 1 },
    ]);
    expect(run.status).toBe('Succeeded');
  });
  it('skips everything inside when it is skipped itself', () => {
    const run = runFlow(
      toFlow({
        A: compose(1),
        S: {
          type: 'Scope',
          ...following('A', 'Failed'),
          actions: { In: { type: 'Foreach', foreach: '@createArray(1)', actions: { Deep: compose(1) } } },
        },
      }),
    );
    expect(run.statuses).toMatchObject({ S: 'Skipped', In: 'Skipped', Deep: 'Skipped' });
  });
});

describe('Foreach', () => {
  const loop = (foreach: unknown, actions: object, more: object = {}) => ({
    type: 'Foreach',
    foreach,
    actions,
    ...more,
  });

  it('runs its actions once per item, in order, each iteration for itself', () => {
    const run = runFlow(
      toFlow({
        L: loop('@range(1, 3)', {
          A: compose("@mul(items('L'), 2)"),
          B: compose("@concat(string(item()), '/', string(outputs('A')))", following('A')),
        }),
      }),
    );
    const bs = run.all.filter((record) => record.name === 'B');
    expect(bs.map((record) => record.outputs)).toEqual(['1/2', '2/4', '3/6']);
    expect(bs.map((record) => record.path)).toEqual(['L:0', 'L:1', 'L:2']);
    expect(run.records.L).toMatchObject({ status: 'Succeeded', inputs: [1, 2, 3] });
  });
  it('nests, and inner loops see outer items', () => {
    const run = runFlow(
      toFlow({
        Outer: loop('@range(0, 2)', {
          Inner: loop('@range(0, 2)', { C: compose("@add(mul(items('Outer'), 10), items('Inner'))") }),
        }),
      }),
    );
    const cs = run.all.filter((record) => record.name === 'C');
    expect(cs.map((record) => [record.path, record.outputs])).toEqual([
      ['Outer:0/Inner:0', 0],
      ['Outer:0/Inner:1', 1],
      ['Outer:1/Inner:0', 10],
      ['Outer:1/Inner:1', 11],
    ]);
  });
  it('goes on after a failed iteration, and fails at the end', () => {
    const run = runFlow(toFlow({ L: loop("@createArray('1', 'x', '3')", { C: compose('@int(item())') }) }));
    expect(run.all.filter((record) => record.name === 'C').map((record) => record.status)).toEqual([
      'Succeeded',
      'Failed',
      'Succeeded',
    ]);
    expect(run.records.L).toMatchObject({ status: 'Failed', code: 'ActionFailed' });
  });
  it('skips its actions when there is no item, and fails on what is no list', () => {
    const empty = runFlow(toFlow({ L: loop('@createArray()', { C: compose(1) }) }));
    expect(empty.statuses.C).toBe('Skipped');
    for (const value of ['text', '@null', { a: 1 }, 5]) {
      const run = runFlow(toFlow({ L: loop(value, { C: compose(1) }) }));
      expect(run.statuses).toEqual({ L: 'Failed', C: 'Skipped' });
    }
  });
  it('gives its outputs over the iterations to result()', () => {
    const run = runFlow(
      toFlow({
        L: loop('@range(1, 3)', { C: compose('@item()') }),
        R: compose("@result('L')", following('L')),
      }),
    );
    expect(toPlain(run.records.R?.outputs ?? null)).toMatchObject([{ name: 'C', outputs: [1, 2, 3] }]);
  });

  const call = { type: 'Http', inputs: { method: 'GET', uri: "http://api.test/@{items('L')}" } };
  it.each([
    ['power-automate', {}, 1],
    ['logic-apps', {}, 20],
    ['logic-apps', { operationOptions: 'Sequential' }, 1],
    ['power-automate', { runtimeConfiguration: { concurrency: { repetitions: 7 } } }, 7],
    ['power-automate', { runtimeConfiguration: { concurrency: { repetitions: 500 } } }, 50],
  ] as const)('of %s with %j runs %i at once', (origin, more, wanted) => {
    const driver = createDriver(toFlow({ L: loop('@range(0, 60)', { Call: call }, more) }, {}, origin));
    driver.send({ type: 'accepted', outputs: {}, waiting: false });
    expect(driver.calls).toHaveLength(wanted);
    let answered = 0;
    for (; answered < driver.calls.length; answered += 1) {
      const { id } = driver.calls[answered] ?? { id: 0 };
      driver.send({ type: 'called', id, outcome: answer(200, 'ok') });
      expect(driver.state.pending.size).toBeLessThanOrEqual(wanted);
    }
    expect(answered).toBe(60);
    expect(finished(driver).status).toBe('Succeeded');
  });
});

describe('order', () => {
  it.each([
    ['succeeded', 'Succeeded'],
    ['SUCCEEDED', 'Succeeded'],
    ['Failed', 'Skipped'],
  ])('runAfter %s of a step that succeeded: %s', (status, wanted) => {
    const run = runFlow(toFlow({ A: compose(1), B: compose(2, following('A', status)) }));
    expect(run.statuses.B).toBe(wanted);
  });
  it('runs after TimedOut and Skipped when asked to', () => {
    const run = runFlow(
      toFlow({
        A: { type: 'Http', inputs: { method: 'GET', uri: 'http://a.test/', retryPolicy: { type: 'none' } } },
        B: compose(1, following('A', 'TimedOut')),
        C: compose(1, following('A', 'Succeeded')),
        D: compose(1, following('C', 'Skipped')),
      }),
      {
        respond: () => ({
          kind: 'failure',
          sent: 'unknown',
          code: 'Timeout',
          message: 'No answer.',
          duration: 1,
        }),
      },
    );
    expect(run.statuses).toEqual({ A: 'TimedOut', B: 'Succeeded', C: 'Skipped', D: 'Succeeded' });
    expect(run.status).toBe('Succeeded');
  });
  it('a step that waits for itself or for nobody fails and does not hold up the run', () => {
    const run = runFlow(
      toFlow({
        A: compose(1, following('B')),
        B: compose(1, following('A')),
        C: compose(1, following('Nobody')),
      }),
    );
    expect(run.status).toBe('Failed');
    expect(run.records.C).toMatchObject({ status: 'Failed', code: 'InvalidRunAfter' });
  });
  it('keeps unknown types, and fails them with a sentence', () => {
    const run = runFlow(
      toFlow({ A: { type: 'Xslt', inputs: {} }, U: { type: 'Until', actions: { In: compose(1) } } }),
    );
    expect(run.records.A).toMatchObject({ status: 'Failed', code: 'ActionTypeNotSupported' });
    expect(run.statuses).toMatchObject({ U: 'Failed', In: 'Skipped' });
  });
  it('an empty flow succeeds', () => {
    expect(runFlow(toFlow({})).status).toBe('Succeeded');
  });
  it('takes a breath in long loops without a call', () => {
    const run = runFlow(
      toFlow({ L: { type: 'Foreach', foreach: '@range(0, 5000)', actions: { C: compose(1) } } }),
    );
    expect(run.driver.commands.filter((command) => command.type === 'continue').length).toBeGreaterThan(2);
    expect(run.all).toHaveLength(5001);
  });
});

describe('Response', () => {
  const response = { type: 'Response', inputs: { statusCode: '201', headers: { A: 1 }, body: { ok: true } } };
  it('answers who waits, once', () => {
    const run = runFlow(toFlow({ R: response, Again: { ...response, ...following('R') } }), {
      waiting: true,
    });
    expect(run.driver.responses).toEqual([
      { type: 'respond', statusCode: 201, headers: { A: '1' }, body: { ok: true } },
    ]);
    expect(run.statuses).toEqual({ R: 'Succeeded', Again: 'Failed' });
  });
  it('is skipped when nobody waits', () => {
    const run = runFlow(toFlow({ R: response }));
    expect(run.records.R).toMatchObject({ status: 'Skipped', code: 'ActionResponseSkipped' });
    expect(run.status).toBe('Succeeded');
  });
  it.each([[302], [99], ['abc']])('fails with the status code %j', (statusCode) => {
    const run = runFlow(toFlow({ R: { type: 'Response', inputs: { statusCode } } }), { waiting: true });
    expect(run.statuses.R).toBe('Failed');
  });
});

describe('Terminate', () => {
  it('ends the run at once, cancels what is under way and skips the rest', () => {
    const driver = createDriver(
      toFlow({
        Slow: { type: 'Http', inputs: { method: 'POST', uri: 'http://a.test/' } },
        Later: compose(1, following('Slow')),
        Go: compose(1),
        End: {
          type: 'Terminate',
          inputs: { runStatus: 'Failed', runError: { code: 'X', message: 'Why' } },
          ...following('Go'),
        },
      }),
    );
    driver.send({ type: 'accepted', outputs: {}, waiting: false });
    const run = finished(driver);
    expect(run.status).toBe('Failed');
    expect(run.error).toEqual({ code: 'X', message: 'Why', action: 'End' });
    expect(run.statuses).toEqual({ Slow: 'Cancelled', Later: 'Skipped', Go: 'Succeeded', End: 'Succeeded' });
    expect(run.records.Later?.code).toBe('Terminated');
    expect(driver.aborted).toHaveLength(1);
    expect(driver.send({ type: 'called', id: driver.calls[0]?.id ?? 0, outcome: answer(200) })).toEqual([]);
  });
});

describe('the outputs of a definition', () => {
  it('are evaluated when the run ends', () => {
    const run = runFlow(
      toFlow({ A: compose(7) }, { outputs: { n: { type: 'Int', value: "@outputs('A')" } } }),
    );
    expect(toPlain(run.outputs ?? null)).toEqual({ n: 7 });
  });
  it('fail the run where they cannot be evaluated', () => {
    const run = runFlow(
      toFlow({ A: compose(7) }, { outputs: { n: { type: 'Int', value: "@outputs('B')" } } }),
    );
    expect(run.status).toBe('Failed');
  });
});
