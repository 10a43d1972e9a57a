// Dynamic content: which tokens a step is offered, and the expressions they stand for.
import { describe, expect, it } from 'vitest';
import { applyEdit } from '@/lib/flow/apply-edit';
import type { ActionDefinition, Flow } from '@/lib/flow/definition';
import { findAction } from '@/lib/flow/tree';
import { orderByFit } from '@/lib/token/fit';
import { listChoices, needsChoice, singularOf } from '@/lib/token/list-choices';
import { searchTokens } from '@/lib/token/search';
import type { Token, TokenGroup } from '@/lib/token/token';
import { listTokens } from '@/lib/token/tokens';
import { call, contoso, contosoApi } from '../../support/contoso';
import { compose, makeFlow, onSuccess } from '../../support/flows';

const connectors = { [contosoApi]: contoso() };
const groupsFor = (flow: Flow, action: string) => listTokens({ flow, connectors, action });
const labels = (groups: TokenGroup[]) => groups.map((group) => group.label);

/** `label -> expression` of all tokens, nested ones by their way. */
function expressions(tokens: readonly Token[], way = ''): Record<string, string | undefined> {
  return Object.fromEntries(
    tokens.flatMap((token) => [
      [way + token.label, token.expression],
      ...Object.entries(expressions(token.children, `${way}${token.label} > `)),
    ]),
  );
}
function find(groups: TokenGroup[], key: string): Token {
  const walk = (tokens: readonly Token[]): Token | undefined => {
    for (const token of tokens) {
      const found = token.key === key ? token : walk(token.children);
      if (found) return found;
    }
    return undefined;
  };
  const token = walk(groups.flatMap((group) => group.tokens));
  if (!token) throw new Error(`no token ${key}`);
  return token;
}

const variable = (name: string, type: string, ...after: string[]): ActionDefinition => ({
  type: 'InitializeVariable',
  inputs: { variables: [{ name, type }] },
  runAfter: onSuccess(...after),
});

describe('dynamic content', () => {
  it('comes from the steps before, nearest first, then the trigger and variables; never from steps beside or after', () => {
    const flow = makeFlow({
      Total: variable('total', 'integer'),
      List_Invoices: call('ListInvoices', {}, 'Total'),
      Beside: compose(1, 'List_Invoices'),
      Note: compose(1, 'List_Invoices'),
      Mail: compose('', 'Note'),
      After: compose(1, 'Mail'),
    });
    expect(labels(groupsFor(flow, 'Mail'))).toEqual(['Note', 'List Invoices', 'Variables']);
    expect(expressions(groupsFor(flow, 'Mail').at(-1)?.tokens ?? [])).toEqual({
      total: "variables('total')",
    });
  });

  it('writes the outputs of connectors as one path, and marks what lies in a list', () => {
    const flow = makeFlow({ List_Invoices: call('ListInvoices'), Mail: compose('', 'List_Invoices') });
    const [group] = groupsFor(flow, 'Mail');
    expect(group).toMatchObject({ apiId: contosoApi, undescribed: false });
    expect(expressions(group?.tokens ?? [])).toMatchObject({
      Body: "outputs('List_Invoices')?['body']",
      'Body > Invoices': "outputs('List_Invoices')?['body/invoices']",
      'Body > Owner': "outputs('List_Invoices')?['body/owner']",
      'Body > Owner > Owner Name': "outputs('List_Invoices')?['body/owner/name']",
      'Body > Invoices > Amount': undefined,
    });
    const amount = find(groupsFor(flow, 'Mail'), 'action:list_invoices:body/invoices/amount');
    expect(amount).toMatchObject({
      type: 'number',
      itemPath: ['amount'],
      lists: [{ path: ['body', 'invoices'] }],
    });
    expect(needsChoice(amount)).toBe(true);
  });

  it('says so when an operation does not describe its output', () => {
    const flow = makeFlow({ Get: call('GetInvoice', { id: '1' }), Mail: compose('', 'Get') });
    expect(groupsFor(flow, 'Mail')[0]).toMatchObject({ label: 'Get', undescribed: true });
    expect(find(groupsFor(flow, 'Mail'), 'action:get:body').expression).toBe("outputs('Get')?['body']");
  });

  it('reads the inputs of a button from the body, under the titles people gave them', () => {
    const flow = makeFlow({ Mail: compose('') });
    const trigger = applyEdit(flow, {
      type: 'add-trigger-input',
      trigger: 'manual',
      kind: 'number',
      title: 'Smallest amount',
    });
    if (!trigger.ok) throw new Error();
    const [group] = groupsFor(trigger.flow, 'Mail');
    expect(group?.label).toBe('manual');
    expect(group?.tokens).toMatchObject([
      {
        key: 'trigger::body/number',
        label: 'Smallest amount',
        type: 'number',
        expression: "triggerBody()?['number']",
      },
    ]);
  });

  it('reads the body schema of an HTTP trigger', () => {
    const schema = {
      type: 'object',
      properties: { order: { type: 'object', properties: { id: { type: 'integer' } } } },
    };
    const flow = makeFlow({ A: compose('') });
    flow.definition.triggers = { hook: { type: 'Request', kind: 'Http', inputs: { schema } } };
    expect(expressions(groupsFor(flow, 'A')[0]?.tokens ?? [])).toMatchObject({
      Order: "triggerBody()?['order']",
      'Order > Id': "triggerBody()?['order']?['id']",
      Body: 'triggerBody()',
      Headers: "triggerOutputs()?['headers']",
    });
  });

  it('offers the current item inside a loop, with the fields of the list', () => {
    const flow = makeFlow({
      List_Invoices: call('ListInvoices'),
      Apply_to_each: {
        type: 'Foreach',
        foreach: "@outputs('List_Invoices')?['body/invoices']",
        runAfter: onSuccess('List_Invoices'),
        actions: {
          Lines: {
            type: 'Foreach',
            foreach: "@items('Apply_to_each')?['lines']",
            actions: { Mail: compose('') },
          },
        },
      },
    });
    const groups = groupsFor(flow, 'Mail');
    expect(labels(groups)).toEqual([
      'List Invoices',
      'Current item of Lines',
      'Current item of Apply to each',
    ]);
    expect(expressions(groups[1]?.tokens ?? [])).toMatchObject({
      'Current item': "items('Lines')",
      Text: "items('Lines')?['text']",
    });
    expect(expressions(groups[2]?.tokens ?? [])).toMatchObject({
      Amount: "items('Apply_to_each')?['amount']",
    });
  });

  it('reaches into scopes before the step, but not into loops', () => {
    const flow = makeFlow({
      S: { type: 'Scope', actions: { In_scope: compose(1) } },
      L: { type: 'Foreach', foreach: '@x()', actions: { In_loop: compose(1) }, runAfter: onSuccess('S') },
      Mail: compose('', 'L'),
    });
    expect(labels(groupsFor(flow, 'Mail'))).toEqual(['In scope']);
  });

  it('is searched by label, path and step, keeping parents', () => {
    const flow = makeFlow({ List_Invoices: call('ListInvoices'), Mail: compose('', 'List_Invoices') });
    const [group] = searchTokens(groupsFor(flow, 'Mail'), 'list amount');
    expect(Object.keys(expressions(group?.tokens ?? []))).toEqual([
      'Body',
      'Body > Invoices',
      'Body > Invoices > Amount',
    ]);
    expect(searchTokens(groupsFor(flow, 'Mail'), 'zebra')).toEqual([]);
  });

  it('puts what fits the field first', () => {
    const flow = makeFlow({ List_Invoices: call('ListInvoices'), Mail: compose('', 'List_Invoices') });
    const invoice = find(groupsFor(flow, 'Mail'), 'action:list_invoices:body/invoices');
    expect(orderByFit(invoice.children, { type: 'number' })[0]?.label).toBe('Amount');
    expect(orderByFit(invoice.children, { type: 'array' })[0]?.label).toBe('Lines');
  });
});

describe('a token inside a list', () => {
  const flow = makeFlow({
    List_Invoices: call('ListInvoices'),
    List_Tags: call('ListTags', {}, 'List_Invoices'),
    Mail: compose('', 'List_Tags'),
  });
  const choicesFor = (key: string, field: 'string' | 'array' = 'string') => {
    const token = find(groupsFor(flow, 'Mail'), key);
    return listChoices({ flow, action: 'Mail', token, field: { type: field } });
  };

  it('offers each, first and count', () => {
    const choices = choicesFor('action:list_invoices:body/invoices/amount');
    expect(choices.map((choice) => [choice.id, choice.expression])).toEqual([
      ['each', "items('For_each_invoice')?['amount']"],
      ['first', "first(outputs('List_Invoices')?['body/invoices'])?['amount']"],
      ['count', "length(outputs('List_Invoices')?['body/invoices'])"],
    ]);
  });

  it('repeats the step for each with one gesture', () => {
    const [each] = choicesFor('action:list_invoices:body/invoices/amount');
    const result = applyEdit(flow, {
      type: 'several',
      name: 'Repeat Mail for each invoice',
      edits: [
        ...(each?.edits ?? []),
        { type: 'set-value', action: 'Mail', path: ['inputs'], value: `@${each?.expression}` },
      ],
    });
    if (!result.ok) throw new Error(result.problems[0]?.message);
    expect(findAction(result.flow.definition, 'For_each_invoice')?.action).toMatchObject({
      type: 'Foreach',
      foreach: "@outputs('List_Invoices')?['body/invoices']",
      runAfter: onSuccess('List_Tags'),
      actions: { Mail: { inputs: "@items('For_each_invoice')?['amount']", runAfter: {} } },
    });
  });

  it('repeats twice for a list inside a list', () => {
    const [each] = choicesFor('action:list_invoices:body/invoices/lines/text');
    expect(each?.expression).toBe("items('For_each_line')?['text']");
    const result = applyEdit(flow, { type: 'several', name: 'Repeat', edits: each?.edits ?? [] });
    if (!result.ok) throw new Error(result.problems[0]?.message);
    expect(findAction(result.flow.definition, 'Mail')?.container).toEqual([
      'For_each_invoice',
      'For_each_line',
    ]);
    expect(findAction(result.flow.definition, 'For_each_line')?.action.foreach).toBe(
      "@items('For_each_invoice')?['lines']",
    );
  });

  it('uses the loop that is there', () => {
    const [each] = choicesFor('action:list_invoices:body/invoices/amount');
    const looped = applyEdit(flow, { type: 'several', name: 'Repeat', edits: each?.edits ?? [] });
    if (!looped.ok) throw new Error();
    const token = find(groupsFor(looped.flow, 'Mail'), 'action:list_invoices:body/invoices/invoiceid');
    const [again] = listChoices({ flow: looped.flow, action: 'Mail', token, field: { type: 'string' } });
    expect(again).toMatchObject({ edits: [], expression: "items('For_each_invoice')?['invoiceId']" });
  });

  it.each([
    ['Invoices', 'invoice'],
    ['Categories', 'category'],
    ['Boxes', 'box'],
    ['Address', 'address'],
    ['value', 'item'],
  ])('calls one of %s a %s', (label, one) => {
    expect(singularOf(label)).toBe(one);
  });
});
