// What each edit does, by example.
import { describe, expect, it } from 'vitest';
import { applyEdit } from '@/lib/flow/apply-edit';
import type { ActionDefinition, Flow } from '@/lib/flow/definition';
import type { Edit } from '@/lib/flow/edits/edit';
import { noteOf } from '@/lib/flow/edits/set-value';
import { may } from '@/lib/flow/may';
import { findAction, listActions, listTriggers } from '@/lib/flow/tree';
import { readTriggerInputs } from '@/lib/flow/trigger-inputs';
import { applyEdits, chainOfThree as chain, compose, makeFlow, onSuccess } from '../../support/flows';

const apiId = '/providers/Microsoft.PowerApps/apis/shared_contoso';

const order = (flow: Flow) =>
  Object.fromEntries(listActions(flow.definition).map((each) => [each.name, each.action.runAfter ?? {}]));
const step = (): ActionDefinition => ({ type: 'Compose', inputs: 1 });

describe('adding a step', () => {
  it('after a step puts all that followed behind it', () => {
    const flow = applyEdits(chain(), {
      type: 'add-action',
      label: 'New step',
      action: step(),
      place: { after: 'A' },
    });
    expect(order(flow)).toEqual({
      A: {},
      New_step: onSuccess('A'),
      B: onSuccess('New_step'),
      C: onSuccess('B'),
    });
    expect(Object.keys(flow.definition.actions)).toEqual(['A', 'New_step', 'B', 'C']);
  });

  it('at the start comes before the steps that waited for nobody', () => {
    const flow = applyEdits(chain(), { type: 'add-action', label: 'First', action: step(), place: {} });
    expect(order(flow)).toMatchObject({ First: {}, A: onSuccess('First') });
  });

  it('on an edge cuts only that edge and keeps on which results it was taken', () => {
    const flow = makeFlow({
      A: compose(1),
      Good: compose(1, 'A'),
      Bad: { type: 'Compose', inputs: 1, runAfter: { A: ['Failed', 'TimedOut'] } },
    });
    const place = { after: 'A', before: 'Bad' };
    expect(order(applyEdits(flow, { type: 'add-action', label: 'Log', action: step(), place }))).toEqual({
      A: {},
      Good: onSuccess('A'),
      Log: { A: ['Failed', 'TimedOut'] },
      Bad: onSuccess('Log'),
    });
  });

  it('leaves a failure handler where it is', () => {
    const flow = makeFlow({
      A: compose(1),
      Good: compose(1, 'A'),
      Bad: { type: 'Compose', inputs: 1, runAfter: { A: ['Failed'] } },
    });
    const added = applyEdits(flow, {
      type: 'add-action',
      label: 'Next',
      action: step(),
      place: { after: 'A' },
    });
    expect(order(added)).toMatchObject({
      Next: onSuccess('A'),
      Good: onSuccess('Next'),
      Bad: { A: ['Failed'] },
    });
  });

  it('as a parallel branch moves nothing', () => {
    const place = { after: 'A', parallel: true };
    const flow = applyEdits(chain(), { type: 'add-action', label: 'Beside', action: step(), place });
    expect(order(flow)).toMatchObject({ Beside: onSuccess('A'), B: onSuccess('A') });
  });

  it('into a No branch that is not there yet makes it', () => {
    const flow = makeFlow({ If: { type: 'If', expression: '@true', actions: {} } });
    const place = { container: 'If', branch: '/else/actions' };
    const added = applyEdits(flow, { type: 'add-action', label: 'Else', action: step(), place });
    expect(findAction(added.definition, 'Else')).toMatchObject({
      container: ['If'],
      branch: '/else/actions',
      pointer: '/actions/If/else/actions/Else',
    });
  });

  it('of a connector finds or makes its connection reference', () => {
    const call = (): ActionDefinition => ({
      type: 'OpenApiConnection',
      inputs: { host: { apiId, connectionName: '', operationId: 'ListInvoices' }, parameters: {} },
    });
    const add = (connectionId?: string): Edit => ({
      type: 'add-action',
      label: 'List Invoices',
      action: call(),
      place: {},
      connection: { apiId, ...(connectionId === undefined ? {} : { connectionId }) },
    });
    const flow = applyEdits(makeFlow({}), add('c1'), add('c2'), add('c1'), add());
    expect(flow.connectionReferences).toEqual({
      shared_contoso: { apiId, connectionId: 'c1' },
      shared_contoso_1: { apiId, connectionId: 'c2' },
    });
    const names = listActions(flow.definition)
      .map((each) => each.name)
      .sort();
    expect(names).toEqual(['List_Invoices', 'List_Invoices_2', 'List_Invoices_3', 'List_Invoices_4']);
    expect(findAction(flow.definition, 'List_Invoices_2')?.action.inputs).toMatchObject({
      host: { apiId, connectionName: 'shared_contoso_1', operationId: 'ListInvoices' },
    });
  });

  it.each<[string, ActionDefinition, string]>([
    ['Initialize variable in a container', { type: 'InitializeVariable', inputs: {} }, 'top of the flow'],
    ['Response in a loop', { type: 'Response', inputs: {} }, 'cannot be inside a loop'],
    [
      'Terminate in a loop',
      { type: 'Scope', actions: { T: { type: 'Terminate', inputs: {} } } },
      'cannot be inside a loop',
    ],
  ])('refuses %s', (_, action, reason) => {
    const flow = makeFlow({ Loop: { type: 'Foreach', foreach: '@x()', actions: {} } });
    const edit: Edit = { type: 'add-action', label: 'X', action, place: { container: 'Loop' } };
    expect(may(flow, edit)).toContain(reason);
    expect(applyEdit(flow, edit)).toMatchObject({ ok: false, problems: [{ code: 'FLOW0001' }] });
  });
});

describe('deleting a step', () => {
  it('joins what ran before and after it', () => {
    expect(order(applyEdits(chain(), { type: 'remove-action', action: 'B' }))).toEqual({
      A: {},
      C: onSuccess('A'),
    });
  });

  it('refuses to leave a failure handler that would then always run', () => {
    const flow = makeFlow({
      A: compose(1),
      Bad: { type: 'Compose', inputs: 1, runAfter: { A: ['Failed'] } },
    });
    expect(may(flow, { type: 'remove-action', action: 'A' })).toContain(
      '“Bad” runs only when this step does not succeed',
    );
  });

  it('selects the step before', () => {
    expect(applyEdit(chain(), { type: 'remove-action', action: 'B' })).toMatchObject({ select: 'A' });
    expect(applyEdit(makeFlow({ A: compose(1) }), { type: 'remove-action', action: 'A' })).toMatchObject({
      select: 'manual',
    });
  });
});

describe('renaming a step', () => {
  it('rewrites every reference, whatever its case, and runAfter', () => {
    const flow = applyEdits(chain(), { type: 'rename-action', action: 'A', name: "Get Bob's list" });
    expect(flow.definition.actions).toEqual({
      "Get_Bob's_list": compose(1),
      B: compose("@outputs('Get_Bob''s_list')", "Get_Bob's_list"),
      C: compose("@{body('Get_Bob''s_list')?['x']} and @{outputs('B')}", 'B'),
    });
  });

  it('rewrites items() of a renamed loop inside of it, and keys with expressions', () => {
    const flow = makeFlow({
      Loop: {
        type: 'Foreach',
        foreach: '@triggerBody()',
        actions: { A: compose({ "@{items('loop')?['k']}": "@items('Loop')" }) },
      },
    });
    const renamed = applyEdits(flow, { type: 'rename-action', action: 'Loop', name: 'Each' });
    expect(findAction(renamed.definition, 'A')?.action.inputs).toEqual({
      "@{items('Each')?['k']}": "@items('Each')",
    });
  });

  it.each([
    ['an empty name', ' ', 'A step needs a name.'],
    ['a name in use', 'c', 'Another step is called “C”.'],
    ['a name that is too long', 'x'.repeat(90), true],
  ])('judges %s', (_, name, expected) => {
    expect(may(chain(), { type: 'rename-action', action: 'A', name })).toBe(expected);
  });

  it('may change only the case', () => {
    expect(
      Object.keys(applyEdits(chain(), { type: 'rename-action', action: 'A', name: 'a' }).definition.actions),
    ).toEqual(['a', 'B', 'C']);
  });
});

describe('moving, copying and wrapping', () => {
  it('moves a step into a container and closes the gap', () => {
    const flow = makeFlow({
      A: compose(1),
      B: compose(1, 'A'),
      S: { type: 'Scope', actions: { I: compose(1) }, runAfter: onSuccess('B') },
    });
    const moved = applyEdits(flow, {
      type: 'move-action',
      action: 'B',
      place: { container: 'S', branch: '/actions', after: 'I' },
    });
    expect(order(moved)).toEqual({ A: {}, S: onSuccess('A'), I: {}, B: onSuccess('I') });
  });

  it('does not move a container into itself', () => {
    const flow = makeFlow({ S: { type: 'Scope', actions: {} } });
    expect(may(flow, { type: 'move-action', action: 'S', place: { container: 'S' } })).toBe(
      'A step cannot go into itself.',
    );
  });

  it('gives copies names of their own and keeps their references among themselves', () => {
    const flow = makeFlow({
      S: { type: 'Scope', actions: { A: compose(1), B: compose("@outputs('A')", 'A') } },
    });
    const copied = applyEdits(flow, { type: 'duplicate-action', action: 'S' });
    expect(copied.definition.actions.S_2).toMatchObject({
      runAfter: onSuccess('S'),
      actions: { A_2: { inputs: 1 }, B_2: { inputs: "@outputs('A_2')", runAfter: onSuccess('A_2') } },
    });
  });

  it('puts a loop around a step in its place', () => {
    const container = { type: 'Foreach', foreach: "@outputs('A')", actions: {} };
    const flow = applyEdits(chain(), {
      type: 'wrap-action',
      action: 'B',
      label: 'For each invoice',
      container,
    });
    expect(order(flow)).toEqual({
      A: {},
      For_each_invoice: onSuccess('A'),
      B: {},
      C: onSuccess('For_each_invoice'),
    });
    expect(findAction(flow.definition, 'B')?.container).toEqual(['For_each_invoice']);
  });
});

describe('values, runAfter and notes', () => {
  it('sets a value deep in a step, keeps unknown keys in place, and removes it again', () => {
    const flow = makeFlow({
      A: { zzz: 1, type: 'Http', inputs: { method: 'GET', other: true, uri: '' }, kept: [1] },
    });
    const path = ['inputs', 'headers', 'x-key'];
    const set = applyEdits(flow, { type: 'set-value', action: 'A', path, value: '1' });
    expect(JSON.stringify(set.definition.actions.A)).toBe(
      '{"zzz":1,"type":"Http","inputs":{"method":"GET","other":true,"uri":"","headers":{"x-key":"1"}},"kept":[1]}',
    );
    expect(
      applyEdits(set, { type: 'set-value', action: 'A', path }).definition.actions.A?.inputs,
    ).toMatchObject({
      headers: {},
    });
    expect(may(flow, { type: 'set-value', action: 'A', path: ['type'], value: 'If' })).toBe(
      'The type of a step stays as it is.',
    );
  });

  it('refuses a circle and a step that is not beside', () => {
    const flow = chain();
    expect(may(flow, { type: 'set-run-after', action: 'A', runAfter: onSuccess('C') })).toContain(
      'already runs after',
    );
    expect(may(flow, { type: 'set-run-after', action: 'A', runAfter: onSuccess('Z') })).toContain(
      'is not beside',
    );
    expect(may(flow, { type: 'set-run-after', action: 'C', runAfter: { A: ['Failed'] } })).toBe(true);
  });

  it('keeps notes in the metadata', () => {
    const noted = applyEdits(chain(), { type: 'set-note', step: 'A', text: 'Mind this' });
    expect(noteOf(noted.definition.actions.A ?? null)).toBe('Mind this');
    expect(applyEdits(noted, { type: 'set-note', step: 'A', text: '' }).definition.actions.A).toEqual(
      compose(1),
    );
  });
});

describe('the trigger', () => {
  it('asks for typed inputs as Power Automate writes them', () => {
    const flow = applyEdits(
      makeFlow({}),
      { type: 'add-trigger-input', trigger: 'manual', kind: 'text' },
      { type: 'add-trigger-input', trigger: 'manual', kind: 'text' },
      { type: 'add-trigger-input', trigger: 'manual', kind: 'boolean' },
      { type: 'set-trigger-input', trigger: 'manual', key: 'text_1', title: 'Subject', required: false },
      { type: 'remove-trigger-input', trigger: 'manual', key: 'boolean' },
    );
    const trigger = listTriggers(flow.definition)[0]?.trigger;
    expect(trigger?.inputs).toEqual({
      schema: {
        type: 'object',
        properties: {
          text: {
            title: 'Input',
            type: 'string',
            'x-ms-dynamically-added': true,
            description: 'Please enter your input',
            'x-ms-content-hint': 'TEXT',
          },
          text_1: {
            title: 'Subject',
            type: 'string',
            'x-ms-dynamically-added': true,
            description: 'Please enter your input',
            'x-ms-content-hint': 'TEXT',
          },
        },
        required: ['text'],
      },
    });
    expect(
      trigger &&
        readTriggerInputs(trigger).map((input) => [input.key, input.kind, input.title, input.required]),
    ).toEqual([
      ['text', 'text', 'Input', true],
      ['text_1', 'text', 'Subject', false],
    ]);
  });

  it('is replaced as a whole', () => {
    const flow = applyEdits(makeFlow({}), {
      type: 'set-trigger',
      label: 'When an HTTP request is received',
      trigger: { type: 'Request', kind: 'Http' },
    });
    expect(flow.definition.triggers).toEqual({
      When_an_HTTP_request_is_received: { type: 'Request', kind: 'Http' },
    });
  });
});

describe('connections', () => {
  it('are chosen for a step, or for every step of a slot', () => {
    const host = { apiId, connectionName: 'shared_contoso', operationId: 'x' };
    const flow = makeFlow(
      {
        A: { type: 'OpenApiConnection', inputs: { host } },
        B: { type: 'OpenApiConnection', inputs: { host } },
      },
      { connectionReferences: { shared_contoso: { apiId, connectionId: 'c1' } } },
    );
    const chosen = applyEdits(flow, { type: 'use-connection', step: 'B', apiId, connectionId: 'c2' });
    expect(chosen.connectionReferences.shared_contoso_1).toEqual({ apiId, connectionId: 'c2' });
    expect(findAction(chosen.definition, 'B')?.action.inputs).toMatchObject({
      host: { connectionName: 'shared_contoso_1' },
    });
    expect(findAction(chosen.definition, 'A')?.action).toBe(flow.definition.actions.A);
    const filled = applyEdits(flow, {
      type: 'set-connection-reference',
      key: 'shared_contoso',
      connectionId: 'c3',
    });
    expect(filled.connectionReferences.shared_contoso).toEqual({ apiId, connectionId: 'c3' });
  });
});

describe('several edits', () => {
  it('are taken as one, or not at all', () => {
    const remove: Edit = { type: 'remove-action', action: 'B' };
    const name = 'Tidy up';
    expect(
      order(
        applyEdits(chain(), {
          type: 'several',
          name,
          edits: [remove, { type: 'remove-action', action: 'C' }],
        }),
      ),
    ).toEqual({ A: {} });
    expect(applyEdit(chain(), { type: 'several', name, edits: [remove, remove] }).ok).toBe(false);
  });
});
