// The checker, by example: each rule finds what it is for, and leaves a good flow alone.
import { describe, expect, it } from 'vitest';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import { checkFlow } from '@/lib/flow/check-flow';
import type { ActionDefinition, Flow } from '@/lib/flow/definition';
import { call, contoso, contosoApi } from '../../support/contoso';
import { compose, makeFlow, onSuccess } from '../../support/flows';

const connectors = { [contosoApi]: contoso() };
const connected = { connectionReferences: { shared_contoso: { apiId: contosoApi, connectionId: 'c1' } } };

const codes = (flow: Flow) =>
  checkFlow({ flow, connectors }).map(({ severity, code, action }) =>
    [severity, code, action].filter(Boolean).join(' '),
  );
const messages = (flow: Flow) => checkFlow({ flow, connectors }).map((problem) => problem.message);

const set = (name: string, value: string, ...after: string[]): ActionDefinition => ({
  type: 'SetVariable',
  inputs: { name, value },
  runAfter: onSuccess(...after),
});
const initialise = (name: string, ...after: string[]): ActionDefinition => ({
  type: 'InitializeVariable',
  inputs: { variables: [{ name, type: 'string' }] },
  runAfter: onSuccess(...after),
});
const withTrigger = (more: object): Flow => {
  const flow = makeFlow({ A: compose(1) });
  const { manual } = flow.definition.triggers ?? {};
  return {
    ...flow,
    definition: { ...flow.definition, triggers: { manual: { ...manual, ...more } } },
  } as Flow;
};
const foreach = (actions: Record<string, ActionDefinition>, ...after: string[]): ActionDefinition => ({
  type: 'Foreach',
  foreach: '@triggerOutputs()',
  actions,
  runAfter: onSuccess(...after),
});

describe('the flow checker', () => {
  it('finds nothing in the flow of the exercise', () => {
    expect(
      checkFlow({ flow: makeFlow({ List_Invoices: call('ListInvoices') }, connected), connectors }),
    ).toEqual([]);
  });

  it('says where a problem is: step, field, place and range', () => {
    const [problem] = checkFlow({ flow: makeFlow({ Get: call('GetInvoice', {}) }, connected), connectors });
    expect(problem).toEqual({
      code: 'FLOW2001',
      severity: 'error',
      group: 'parameter',
      action: 'Get',
      field: 'id',
      at: '/actions/Get/inputs/parameters/id',
      message: 'Invoice ID is required.',
    });
    const [other] = checkFlow({
      flow: makeFlow({ A: compose("a @{outputs('X')?['body/id']}") }),
      connectors,
    });
    expect(other).toMatchObject({ field: 'inputs', at: '/actions/A/inputs', range: { start: 4, end: 28 } });
  });

  it.each<[string, Flow, string[]]>([
    [
      'a flow without a trigger',
      { ...makeFlow({ A: compose(1) }), definition: { triggers: {}, actions: { A: compose(1) } } },
      ['error FLOW1001'],
    ],
    ['a flow without steps', makeFlow({}), ['info FLOW1014']],
    [
      'a name that is too long',
      makeFlow({ ['x'.repeat(81)]: compose(1) }),
      [`error FLOW1003 ${'x'.repeat(81)}`],
    ],
    [
      'a name that stands twice',
      makeFlow({ A: compose(1), S: { type: 'Scope', actions: { a: compose(1) } } }),
      ['error FLOW1004 a'],
    ],
    [
      'an unknown step to run after, and what waits for it',
      makeFlow({ A: compose(1, 'Gone'), B: compose(1, 'A') }),
      ['error FLOW1005 A', 'error FLOW1007 B'],
    ],
    [
      'a circle',
      makeFlow({ A: compose(1, 'B'), B: compose(1, 'A') }),
      ['error FLOW1006 A', 'error FLOW1006 B'],
    ],
    [
      'a setting that runs cannot obey',
      makeFlow({
        A: {
          type: 'Http',
          inputs: { method: 'GET', uri: 'https://api.example' },
          runtimeConfiguration: { staticResult: { staticResultOptions: 'Enabled' }, paginationPolicy: {} },
        },
      }),
      ['warning FLOW4004 A', 'warning FLOW4004 A'],
    ],
    [
      'a setting of the trigger that runs cannot obey',
      withTrigger({ conditions: [{ expression: '@true' }] }),
      ['warning FLOW4004'],
    ],
    ['a type that runs do not know', makeFlow({ A: { type: 'Liquid', inputs: {} } }), ['warning FLOW1010 A']],
    [
      'Response and Terminate in a loop',
      makeFlow({
        L: foreach({
          R: { type: 'Response', inputs: { statusCode: 200 } },
          T: { type: 'Terminate', inputs: { runStatus: 'Failed' } },
        }),
      }),
      ['error FLOW1011 R', 'error FLOW1012 T'],
    ],
    [
      'a variable made in a container',
      makeFlow({ S: { type: 'Scope', actions: { V: initialise('x') } } }),
      ['error FLOW1013 V'],
    ],
    [
      'a variable made twice',
      makeFlow({ V: initialise('x'), W: initialise('X', 'V') }),
      ['error FLOW2012 W'],
    ],
    [
      'a status that no step ends with',
      makeFlow({
        A: compose(1),
        B: { ...compose(1), runAfter: { A: ['Succeded', 'failed'] } } as ActionDefinition,
      }),
      ['warning FLOW1017 B'],
    ],
    ['an expression that cannot be read', makeFlow({ A: compose('@concat(') }), ['error EXPR1005 A']],
    ['a function that is not there', makeFlow({ A: compose("@conact('a')") }), ['error FLOW2003 A']],
    [
      'a function that is not there, named by a condition',
      makeFlow({
        A: { type: 'If', expression: { and: [{ eqals: ['@null', 1] }, { not: { less: [1, 2] } }] } },
      }),
      ['error FLOW2003 A'],
    ],
    [
      'too many values, given by a condition',
      makeFlow({ A: { type: 'If', expression: { or: [{ Equals: ['@null', 1, 2] }] } } }),
      ['error FLOW2013 A'],
    ],
    ['a function that comes later', makeFlow({ A: compose("@appsetting('a')") }), ['warning FLOW2004 A']],
    ['too few values', makeFlow({ A: compose('@equals(1)') }), ['error FLOW2013 A']],
    ['a step that is not in the flow', makeFlow({ A: compose("@body('Nowhere')") }), ['error FLOW2005 A']],
    [
      'a step that comes later',
      makeFlow({ A: compose("@outputs('B')"), B: compose(1, 'A') }),
      ['error FLOW2006 A'],
    ],
    [
      'a step of a loop, used after it',
      makeFlow({ L: foreach({ I: compose(1) }), A: compose("@outputs('I')", 'L') }),
      ['warning FLOW2006 A'],
    ],
    [
      'an item outside of its loop',
      makeFlow({ L: foreach({ I: compose(1) }), A: compose("@items('L')", 'L'), B: compose('@item()') }),
      ['error FLOW2007 A', 'error FLOW2007 B'],
    ],
    [
      'an unknown variable',
      makeFlow({ A: compose("@variables('x')"), S: set('y', '1') }),
      ['error FLOW2008 A', 'error FLOW2008 S'],
    ],
    [
      'a variable that is made later',
      makeFlow({ A: set('x', '1'), V: initialise('x', 'A') }),
      ['error FLOW2009 A'],
    ],
    [
      'a variable that may be made later',
      makeFlow({ A: set('x', '1'), V: initialise('x') }),
      ['warning FLOW2009 A'],
    ],
    [
      'a variable set to itself',
      makeFlow({ V: initialise('x'), S: set('x', "@concat(variables('X'), 'a')", 'V') }),
      ['error FLOW2010 S'],
    ],
    [
      'an input the button does not ask for',
      makeFlow({ A: compose("@triggerBody()?['text']") }),
      ['warning FLOW2014 A'],
    ],
    [
      'an empty required field of a built-in step',
      makeFlow({ A: { type: 'Http', inputs: { method: 'GET', uri: '' } } }),
      ['error FLOW2001 A'],
    ],
    [
      'an empty condition',
      makeFlow({ A: { type: 'If', expression: { and: [{ equals: ['', ''] }] }, actions: {} } }),
      ['error FLOW2001 A'],
    ],
    [
      'a parallelism out of range',
      makeFlow({ L: { ...foreach({}), runtimeConfiguration: { concurrency: { repetitions: 99 } } } }),
      ['error FLOW4001 L'],
    ],
    ['a step without a connection', makeFlow({ A: call('ListInvoices') }), ['error FLOW3001 A']],
    ['an operation that is gone', makeFlow({ A: call('Gone') }, connected), ['error FLOW3003 A']],
    [
      'a deprecated operation',
      makeFlow({ A: call('AddInvoice', { 'body/invoice/amount': 1 }) }, connected),
      ['warning FLOW3005 A'],
    ],
  ])('finds %s', (_, flow, expected) => {
    expect(codes(flow)).toEqual(expected);
  });

  it('finds a connector that is gone, and connections that are gone or failing', () => {
    const flow = makeFlow({ A: call('ListInvoices') }, connected);
    expect(checkFlow({ flow, connectors: {} }).map((problem) => problem.message)).toEqual([
      'The connector shared_contoso is not in this environment.',
    ]);
    expect(checkFlow({ flow, connectors, connections: [] })[0]?.code).toBe('FLOW3004');
    const connections = [{ id: 'c1', name: 'Invoice connection', status: 'failing' as const }];
    expect(checkFlow({ flow, connectors, connections })[0]).toMatchObject({
      code: 'FLOW3006',
      severity: 'warning',
    });
  });

  it('tells of an operation whose definition has an error, as a run would', () => {
    const document = structuredClone(contoso().document);
    const changed = applyChanges(document, [
      { op: 'set', at: '/paths/~1ListInvoices/get/parameters/0/default', value: 7 },
    ]);
    const { connector } = readConnector(changed);
    if (!connector) throw new Error('not read');
    const flow = makeFlow({ A: call('ListInvoices'), B: call('ListTags') }, connected);
    expect(checkFlow({ flow, connectors: { [contosoApi]: connector } })).toEqual([
      {
        code: 'FLOW3007',
        severity: 'error',
        group: 'connection',
        action: 'A',
        at: '/actions/A/inputs/host',
        message:
          'The definition of List Invoices has an error at fromDate: The default 7 is not of type string. Correct it on the Definition tab of its connector.',
      },
    ]);
  });

  it('lets a whole body stand for its required parts', () => {
    expect(codes(makeFlow({ A: call('AddInvoice', { body: '@triggerBody()' }) }, connected))).toEqual([
      'warning FLOW3005 A',
    ]);
  });

  it('lets a Do until look at the steps inside of it, and rows look at their item', () => {
    const until: ActionDefinition = {
      type: 'Until',
      expression: "@equals(outputs('I'), 1)",
      actions: { I: compose(1) },
    };
    const filter: ActionDefinition = {
      type: 'Query',
      inputs: { from: '@triggerBody()', where: '@equals(item(), 1)' },
    };
    expect(codes(makeFlow({ U: until, F: filter }))).toEqual(['warning FLOW1010 U', 'warning FLOW1010 F']);
  });

  it('does not look for expressions in schemas, notes and descriptions', () => {
    const odd: ActionDefinition = { ...compose(1), description: '@broken(', metadata: { note: '@also(' } };
    const parse: ActionDefinition = {
      type: 'ParseJson',
      inputs: { content: '@triggerBody()', schema: { required: ['@odata.type'] } },
    };
    expect(codes(makeFlow({ A: odd, P: parse }))).toEqual(['warning FLOW1010 P']);
  });

  it('suggests what may be meant', () => {
    expect(messages(makeFlow({ A: compose("@conact('a')") }))).toEqual([
      'There is no function conact(). Did you mean concat()?',
    ]);
  });

  it('puts errors first, then goes by the order of the steps', () => {
    const flow = makeFlow({
      B: { type: 'Liquid', inputs: {}, runAfter: onSuccess('A') },
      A: compose("@body('x')"),
      C: compose("@body('y')", 'B'),
    });
    expect(codes(flow)).toEqual(['error FLOW2005 A', 'error FLOW2005 C', 'warning FLOW1010 B']);
  });

  it('takes a flow of 300 steps quickly', () => {
    const actions: Record<string, ActionDefinition> = { Step_0: call('ListInvoices') };
    for (let index = 1; index < 300; index += 1)
      actions[`Step_${index}`] =
        index % 3 === 0
          ? call(
              'GetInvoice',
              { id: `@{outputs('Step_0')?['body/owner/name']} ${index}` },
              `Step_${index - 1}`,
            )
          : compose(`@concat(outputs('Step_${index - 1}'), '${index}')`, `Step_${index - 1}`);
    const flow = makeFlow(actions, connected);
    const first = performance.now();
    expect(checkFlow({ flow, connectors })).toEqual([]);
    const again = performance.now();
    checkFlow({ flow: { ...flow, definition: { ...flow.definition } }, connectors });
    const end = performance.now();
    console.log(
      `check of 300 steps: ${(again - first).toFixed(1)} ms at first, ${(end - again).toFixed(1)} ms after an edit`,
    );
  });
});
