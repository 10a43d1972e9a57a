// Values that break a rule: every kind of field and setting says so, with a stable code, and leaves good values alone.
import { describe, expect, it } from 'vitest';
import { readConnector } from '@/lib/connector/read-connector';
import { applyChanges } from '@/lib/document/change';
import { checkFlow } from '@/lib/flow/check-flow';
import type { ActionDefinition } from '@/lib/flow/definition';
import type { JsonObject, JsonValue } from '@/lib/json';
import { everyField } from '../../support/every-field';
import { compose, makeFlow, onSuccess } from '../../support/flows';

const apiId = '/providers/Microsoft.PowerApps/apis/shared_fields';
const { connector } = readConnector(everyField);
if (!connector) throw new Error('the test connector does not read');
const connectors = { [apiId]: connector };

/** Code, severity, field and sentence of everything found, in this order. */
function find(actions: Record<string, ActionDefinition>): string[] {
  return checkFlow({ flow: makeFlow(actions), connectors }).map(
    ({ severity, code, field, message }) => `${severity} ${code} ${field}: ${message}`,
  );
}

const http = (inputs: JsonObject, more: JsonObject = {}) => ({
  A: { type: 'Http', inputs: { method: 'GET', uri: 'https://a.example/b', ...inputs }, ...more },
});

describe('fields of built-in steps', () => {
  it.each<[string, Record<string, ActionDefinition>, string[]]>([
    [
      'a method that is none',
      http({ method: 'FETCH' }),
      ['error FLOW4011 inputs/method: “FETCH” is none of the choices of Method.'],
    ],
    ['a method in small letters', http({ method: 'get' }), []],
    [
      'an address that is none',
      http({ uri: 'not an address' }),
      [
        'error FLOW4012 inputs/uri: URI takes a whole address such as https://example.com/items. “not an address” is not one.',
      ],
    ],
    ['an address that is put together', http({ uri: "@{variables('x')}/items" }), ['FLOW2008']],
    [
      'a header with a name that none may have',
      http({ headers: { 'Content Type': 'a', Accept: 'b', '@{guid()}': 'c' } }),
      ['error FLOW4012 inputs/headers/Content Type: “Content Type” cannot be the name of a header.'],
    ],
    [
      'a header that belongs to the connection',
      http({ headers: { 'Content-Length': '5' } }),
      [
        'warning FLOW4012 inputs/headers/Content-Length: The header Content-Length belongs to the connection. A run that sends it is refused.',
      ],
    ],
    [
      'headers that are a text',
      http({ headers: 'Accept: a' }),
      ['error FLOW4010 inputs/headers: Headers takes an object. “Accept: a” is not one.'],
    ],
    [
      'a status code that is a word',
      { A: { type: 'Response', inputs: { statusCode: 'hello' } } },
      ['error FLOW4010 inputs/statusCode: Status code takes a whole number. “hello” is not one.'],
    ],
    [
      'a status code that no answer may have',
      { A: { type: 'Response', inputs: { statusCode: 302 } } },
      [
        'error FLOW4012 inputs/statusCode: Status code takes a number from 200 to 299 or from 400 to 599. “302” is not one.',
      ],
    ],
    ['a status code as text', { A: { type: 'Response', inputs: { statusCode: '404' } } }, []],
    [
      'a status that no run ends with',
      { A: { type: 'Terminate', inputs: { runStatus: 'Bogus' } } },
      ['error FLOW4011 inputs/runStatus: “Bogus” is none of the choices of Status.'],
    ],
    [
      'a loop over a text',
      { A: { type: 'Foreach', foreach: 'plain text', actions: {} } },
      ['error FLOW4010 foreach: Select an output from previous steps takes a list. “plain text” is text.'],
    ],
    [
      'a loop over text that is put together',
      { A: { type: 'Foreach', foreach: '@{utcNow()}', actions: {} } },
      ['error FLOW4010 foreach: Select an output from previous steps takes a list. A text is not one.'],
    ],
    ['a loop over a list', { A: { type: 'Foreach', foreach: [1, 2], actions: {} } }, []],
    ['a loop over an expression', { A: { type: 'Foreach', foreach: '@triggerOutputs()', actions: {} } }, []],
    [
      'a condition that is a text',
      { A: { type: 'If', expression: 'yes please', actions: {} } },
      ['error FLOW4010 expression: Condition takes Yes or No. “yes please” is neither.'],
    ],
    [
      'the rows of a condition that compare nothing',
      {
        A: {
          type: 'If',
          expression: { AND: [{ equals: [1, 1] }, { or: [{ not: { Contains: ['', 'x'] } }] }] },
          actions: {},
        },
      },
      ['error FLOW2001 expression/and/1/or/0/not/contains/0: Left value is required.'],
    ],
  ])('%s', (_, actions, expected) => {
    const found = find(actions);
    expect(found.length).toBe(expected.length);
    for (const [index, text] of expected.entries()) expect(found[index]).toContain(text);
  });
});

describe('settings', () => {
  const timeout = (value: JsonValue) => http({}, { limit: { timeout: value } });
  const retry = (retryPolicy: JsonValue) => http({ retryPolicy });

  it.each<[string, Record<string, ActionDefinition>, string[]]>([
    [
      'a timeout that is no duration',
      timeout('forever'),
      [
        'error FLOW4002 limit/timeout: Timeout takes a duration such as PT30S for 30 seconds. “forever” is not one.',
      ],
    ],
    ['a timeout', timeout('PT1H30M'), []],
    [
      'a timeout as an expression, which has no effect',
      timeout('@guid()'),
      ['warning FLOW4002 limit/timeout'],
    ],
    [
      'a retry count and interval that cannot be read',
      retry({ type: 'fixed', count: 'abc', interval: 'soon' }),
      [
        'error FLOW4003 inputs/retryPolicy/count: Count takes a whole number from 1 to 90. “abc” is not one.',
        'error FLOW4003 inputs/retryPolicy/interval: Interval takes a duration such as PT30S for 30 seconds. “soon” is not one.',
      ],
    ],
    [
      'a retry policy of no known type',
      retry({ type: 'often' }),
      ['error FLOW4003 inputs/retryPolicy/type: A retry policy is of type none, fixed or exponential.'],
    ],
    [
      'a retry policy that is an expression',
      retry({ type: 'Fixed', count: "@parameters('n')", interval: 'PT5S' }),
      ['warning FLOW2011', 'warning FLOW4003 inputs/retryPolicy/count'],
    ],
    [
      'a retry policy',
      retry({ type: 'exponential', count: 4, interval: 'PT5S', maximumInterval: 'PT1H' }),
      [],
    ],
    ['the same words in what a Compose makes', { A: compose({ retryPolicy: { type: 'often' } }) }, []],
    [
      'a parallelism out of range',
      {
        A: {
          type: 'Foreach',
          foreach: '@triggerOutputs()',
          actions: {},
          runtimeConfiguration: { concurrency: { repetitions: 0 } },
        },
      },
      ['error FLOW4001 runtimeConfiguration/concurrency/repetitions'],
    ],
  ])('%s', (_, actions, expected) => {
    const found = find(actions).sort();
    expect(found.length).toBe(expected.length);
    for (const [index, text] of expected.sort().entries()) expect(found[index]).toContain(text);
  });
});

describe('variables', () => {
  const initialise = (type: string, value?: JsonValue): ActionDefinition => ({
    type: 'InitializeVariable',
    inputs: { variables: [{ name: 'x', type, ...(value === undefined ? {} : { value }) }] },
  });

  it.each<[type: string, value: JsonValue | undefined, message: string | undefined]>([
    ['integer', 'abc', 'Value takes a whole number. “abc” is text.'],
    ['integer', '5', 'Value takes a whole number. “5” is text.'],
    ['integer', 1.5, 'Value takes a whole number. “1.5” is not one.'],
    ['Integer', 5, undefined],
    ['integer', '@{guid()}', 'Value takes a whole number. A text is not one.'],
    ['integer', "@length('abc')", undefined],
    ['integer', undefined, undefined],
    ['integer', null, 'Value takes a whole number. Null is not one.'],
    ['float', 5, undefined],
    ['boolean', 'true', 'Value takes Yes or No. “true” is text.'],
    ['boolean', '@true', undefined],
    ['string', 5, 'Value takes a text. “5” is not one.'],
    ['string', "@length('abc')", 'Value takes a text. A whole number is not one.'],
    ['string', '', undefined],
    ['string', null, undefined],
    ['array', '[1, 2', 'Value takes a list. “[1, 2” is text that does not read as JSON.'],
    ['array', [1, '@guid()'], undefined],
    ['object', [], 'Value takes an object. A list is not one.'],
    ['object', '@triggerBody()', undefined],
  ])('of type %s and %j', (type, value, message) => {
    expect(find({ A: initialise(type, value) })).toEqual(
      message === undefined ? [] : [`error FLOW4010 inputs/variables/0/value: ${message}`],
    );
  });

  it('hold what they are set to, grow and are appended to as their type allows', () => {
    const step = (type: string, value: JsonValue): ActionDefinition => ({
      type,
      inputs: { name: 'X', value },
      runAfter: onSuccess('V'),
    });
    const flow = (type: string, change: ActionDefinition) => find({ V: initialise(type), A: change });
    expect(flow('integer', step('SetVariable', 'abc'))).toEqual([
      'error FLOW4010 inputs/value: Value takes a whole number. “abc” is text.',
    ]);
    expect(flow('integer', step('IncrementVariable', 'one'))).toEqual([
      'error FLOW4010 inputs/value: Value takes a whole number. “one” is text.',
    ]);
    expect(flow('string', step('IncrementVariable', 1))).toEqual([
      'error FLOW4010 inputs/name: The variable x holds no number, so it cannot be increased.',
    ]);
    expect(flow('array', step('AppendToArrayVariable', [1]))).toEqual([
      'error FLOW4010 inputs/value: A list cannot be appended as one item. Append its items.',
    ]);
    expect(flow('object', step('AppendToArrayVariable', 1))).toEqual([
      'error FLOW4010 inputs/name: The variable x holds no list, so nothing can be appended.',
    ]);
    expect(flow('array', step('AppendToArrayVariable', 'a'))).toEqual([]);
    expect(flow('float', step('IncrementVariable', 1.5))).toEqual([]);
  });
});

describe("fields of a connector's operation", () => {
  const host = { apiId, connectionName: 'shared_fields', operationId: 'PutOrder' };
  const call = (parameters: JsonObject): Record<string, ActionDefinition> => ({
    A: {
      type: 'OpenApiConnection',
      inputs: {
        host,
        parameters: { id: '1', 'body/title': 'Desk', ...parameters },
      },
    },
  });

  it.each<[key: string, value: JsonValue, found: string | undefined]>([
    ['count', 'many', 'error FLOW4010 count: Count takes a whole number. “many” is not one.'],
    ['count', 2.5, 'error FLOW4010 count: Count takes a whole number. “2.5” is not one.'],
    ['count', '4', undefined],
    ['count', '@{guid()}', undefined],
    ['count', 11, 'warning FLOW4013 count: Count takes a number from 1 to 10. “11” is not one.'],
    ['ratio', true, 'error FLOW4010 ratio: Ratio takes a number. “true” is not one.'],
    ['ratio', '@createArray(1)', 'error FLOW4010 ratio: Ratio takes a number. A list is not one.'],
    ['flag', 'maybe', 'error FLOW4010 flag: Flag takes Yes or No. “maybe” is neither.'],
    ['flag', 'True', undefined],
    ['status', 'Opened', 'warning FLOW4011 status: “Opened” is none of the choices of Status.'],
    ['status', "@variables('s')", 'error FLOW2008 status: The variable s is not in this flow.'],
    ['size', 3, 'warning FLOW4011 size: “3” is none of the choices of Size.'],
    ['size', '2', undefined],
    [
      'when',
      'tomorrow',
      'error FLOW4012 when: When takes a date and time such as 2026-01-31T08:00:00Z. “tomorrow” is not one.',
    ],
    ['when', '2026-01-31', undefined],
    ['when', '2026-01-31T08:00:00+01:00', undefined],
    ['when', '2026-01-31T25:00:00Z', 'error FLOW4012'],
    [
      'day',
      '2026-02-31',
      'error FLOW4012 day: Day takes a date such as 2026-01-31. “2026-02-31” is not one.',
    ],
    ['tags', 'red', 'error FLOW4010 tags: Tags takes a list. “red” is not one.'],
    [
      'tags',
      '["red"',
      'error FLOW4010 tags: Tags takes a list. “["red"” is text that does not read as JSON.',
    ],
    ['tags', ['red', '@{guid()}'], undefined],
    ['body/title', 'ab', 'warning FLOW4013 body/title: Title takes at least 3 characters. This has 2.'],
    ['body/title', { a: 1 }, 'error FLOW4010 body/title: Title takes a text. An object is not one.'],
    ['body/mail', 'nobody', 'warning FLOW4012 body/mail: Mail takes an e-mail address. “nobody” is not one.'],
    ['body/owner/age', 2 ** 31, 'warning FLOW4013 body/owner/age: Owner Age takes a number from -2147483648'],
    [
      'body/scores',
      [1, 'two'],
      'error FLOW4010 body/scores/1: Scores 2 takes a whole number. “two” is not one.',
    ],
    [
      'body/lines',
      [{ text: 'a', amount: 'b' }, {}],
      'error FLOW4010 body/lines/0/amount: Lines 1 Amount takes a number. “b” is not one.',
    ],
    ['body/lines', [{}], 'error FLOW2001 body/lines/0/text: Lines 1 Text is required.'],
    ['body/labels', 'none', 'error FLOW4010 body/labels: Labels takes an object. “none” is not one.'],
    ['body/labels', { a: 'b' }, undefined],
    ['body/extra', 'anything', undefined],
    ['body/none', 'of the described parts', undefined],
    ['colour', 'red', 'error FLOW2015 colour: The operation PutOrder has no parameter “colour”.'],
  ])('%s as %j', (key, value, expected) => {
    const [found] = find(call({ [key]: value }));
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(expected);
  });

  it('are found inside of a body that is given whole', () => {
    const parameters = { id: '1', body: { title: 'Desk', scores: ['x'] } };
    const flow = makeFlow({ A: { type: 'OpenApiConnection', inputs: { host, parameters } } });
    expect(checkFlow({ flow, connectors })).toMatchObject([
      { code: 'FLOW4010', field: 'body/scores/0', at: '/actions/A/inputs/parameters/body/scores/0' },
    ]);
  });

  it('that the operation does not have can be taken out', () => {
    const flow = makeFlow(call({ colour: 'red' }));
    const [found] = checkFlow({ flow, connectors });
    const mended = applyChanges(flow.definition, found?.fix?.changes ?? []) as typeof flow.definition;
    expect(checkFlow({ flow: { ...flow, definition: mended }, connectors })).toEqual([]);
  });

  it('has a group in the checker by what it is', () => {
    const groups = checkFlow({
      flow: makeFlow({ ...call({ count: 'x' }), ...{ B: { ...http({}).A, limit: { timeout: 'x' } } } }),
      connectors,
    }).map(({ code, group }) => `${code} ${group}`);
    expect(groups.sort()).toEqual(['FLOW4002 setting', 'FLOW4010 parameter']);
  });
});

describe('entries of a definition that are no steps', () => {
  it('are named: those without a type with the step, others with their place', () => {
    const flow = makeFlow({ A: JSON.parse('{ "inputs": 1 }'), B: JSON.parse('7') });
    expect(checkFlow({ flow, connectors }).map(({ code, action, at }) => [code, action, at])).toEqual([
      ['FLOW1016', undefined, '/actions/B'],
      ['FLOW1015', 'A', '/actions/A'],
    ]);
    const trigger = { ...flow, definition: { triggers: { manual: JSON.parse('{}') }, actions: {} } };
    expect(checkFlow({ flow: trigger, connectors })[0]).toMatchObject({
      code: 'FLOW1015',
      trigger: 'manual',
    });
  });
});
