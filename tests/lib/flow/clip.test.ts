// Steps on the clipboard: what travels, what stays at home, and where they land.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '@/lib/flow/apply-edit';
import { type Clip, parseClip, toClip, toClipText } from '@/lib/flow/clip';
import type { ActionDefinition, Flow } from '@/lib/flow/definition';
import type { Edit } from '@/lib/flow/edits/edit';
import { readGraph } from '@/lib/flow/graph';
import { may } from '@/lib/flow/may';
import { renameInside } from '@/lib/flow/rename';
import { findAction, listActions, listInnerNames, rootActions } from '@/lib/flow/tree';
import { anyFlow, applyEdits, compose, makeFlow, onSuccess } from '../../support/flows';

const apiId = '/providers/Microsoft.PowerApps/apis/shared_contoso';

function textOf(flow: Flow, name: string): string {
  const clip = toClip(flow, name);
  return clip ? toClipText(clip) : '';
}

function clipOf(flow: Flow, name: string): Clip {
  const clip = parseClip(textOf(flow, name));
  if (!clip) throw new Error(`no clip of ${name}`);
  return clip;
}

function paste({ actions }: Clip, more: Partial<Extract<Edit, { type: 'paste-actions' }>> = {}): Edit {
  return { type: 'paste-actions', actions, place: {}, connections: {}, ...more };
}

const call = (host: object): ActionDefinition => ({
  type: 'OpenApiConnection',
  inputs: { host: { operationId: 'List', ...host }, parameters: {} },
});

describe('a copied step', () => {
  const flow = makeFlow(
    {
      First: compose(1),
      Pay: { ...call({ connectionName: 'slot_7' }), runAfter: onSuccess('First') },
      Group: {
        type: 'Scope',
        actions: { Inner: call({ apiId, connectionName: 'slot_7' }) },
        runAfter: onSuccess('Pay'),
      },
    },
    { connectionReferences: { slot_7: { apiId, connectionId: 'connection-9' } } },
  );

  it('names its connectors, and neither connections nor slots nor what came before it', () => {
    expect(JSON.parse(textOf(flow, 'Pay'))).toEqual({
      flowClip: 1,
      actions: { Pay: { ...call({ apiId, connectionName: '' }), runAfter: {} } },
      connectors: [apiId],
    });
    expect(textOf(flow, 'Group')).not.toMatch(/connection-9|slot_7/);
    expect(clipOf(flow, 'Group').connectors).toEqual([apiId]);
    expect(toClip(flow, 'None')).toBeUndefined();
  });

  it('leaves secrets at home that stand in it as plain text', () => {
    const http = makeFlow({
      Call: {
        type: 'Http',
        inputs: {
          method: 'GET',
          uri: 'https://api.example',
          headers: { accept: 'text/plain', 'X-API-KEY': 'k-1', Authorization: "@{variables('key')}" },
          queries: { page: 2, access_token: 'k-2' },
          authentication: { type: 'Basic', username: 'ada', password: 'k-3' },
        },
      },
    });
    expect(textOf(http, 'Call')).not.toMatch(/k-\d/);
    expect(clipOf(http, 'Call').actions.Call?.inputs).toEqual({
      method: 'GET',
      uri: 'https://api.example',
      headers: { accept: 'text/plain', Authorization: "@{variables('key')}" },
      queries: { page: 2 },
      authentication: { type: 'Basic' },
    });
  });

  it.each([
    '',
    'hello',
    '{"flowClip":2,"actions":{"A":{"type":"X"}}}',
    '{"flowClip":1}',
    '{"flowClip":1,"actions":[]}',
    '{"flowClip":1,',
  ])('is not read from %j', (text) => {
    expect(parseClip(text)).toBeUndefined();
  });
});

describe('a pasted step', () => {
  it('takes the slot of its connector in the flow it comes to, or makes one', () => {
    const clip = { actions: { Pay: call({ apiId, connectionName: '' }) }, connectors: [apiId] };
    const known = makeFlow({}, { connectionReferences: { mine: { apiId, connectionId: 'c1' } } });
    const there = applyEdits(known, paste(clip));
    expect(there.connectionReferences).toEqual(known.connectionReferences);
    expect(there.definition.actions.Pay?.inputs).toMatchObject({ host: { apiId, connectionName: 'mine' } });
    const fresh = applyEdits(makeFlow({}), paste(clip, { connections: { [apiId]: 'c2' } }));
    expect(fresh.connectionReferences).toEqual({ shared_contoso: { apiId, connectionId: 'c2' } });
  });

  it('stands behind the step it is pasted after, and several stand in their order', () => {
    const flow = makeFlow({ A: compose(1), Z: compose(2, 'A') });
    const clip = {
      actions: { Second: compose("@outputs('First')", 'First'), First: compose(1) },
      connectors: [],
    };
    const { definition } = applyEdits(flow, paste(clip, { place: { after: 'A' } }));
    expect(readGraph(rootActions(definition)).order).toEqual(['A', 'First', 'Second', 'Z']);
    expect(definition.actions.Z?.runAfter).toEqual(onSuccess('Second'));
  });

  it('loses no step where a new name is another one’s old name', () => {
    const flow = makeFlow({ X: compose(0) });
    const group: ActionDefinition = {
      type: 'Scope',
      actions: { X: compose(1), X_2: compose("@outputs('X')", 'X'), Y: compose("@outputs('X_2')", 'X_2') },
    };
    const { definition } = applyEdits(flow, paste({ actions: { Group: group }, connectors: [] }));
    expect(definition.actions.Group?.actions).toEqual({
      X_2: compose(1),
      X_3: compose("@outputs('X_2')", 'X_2'),
      Y: compose("@outputs('X_3')", 'X_3'),
    });
  });

  it('obeys the rules of its place', () => {
    const flow = makeFlow({ Loop: { type: 'Foreach', foreach: '@x()', actions: {} } });
    const clip = { actions: { Answer: { type: 'Response', inputs: {} } }, connectors: [] };
    expect(may(flow, paste(clip, { place: { container: 'Loop' } }))).toMatch(/cannot be inside a loop/);
    expect(may(flow, paste(clip, { place: { after: 'Gone' } }))).toMatch(/no longer at this place/);
  });

  const names = (flow: Flow) => listActions(flow.definition).map((each) => each.name.toLowerCase());

  it('comes back as it was copied, under new names, whatever the flow', () => {
    fc.assert(
      fc.property(anyFlow, fc.nat(40), (flow, which) => {
        const actions = listActions(flow.definition);
        const copied = actions[which % Math.max(1, actions.length)];
        if (!copied) return;
        const edit = paste(clipOf(flow, copied.name));
        const result = applyEdit(flow, edit);
        expect(result.ok).toBe(may(flow, edit) === true);
        if (!result.ok || result.select === undefined) return;
        const pasted = findAction(result.flow.definition, result.select)?.action;
        if (!pasted) throw new Error('nothing was pasted');
        expect(new Set(names(result.flow)).size).toBe(
          names(flow).length + 1 + listInnerNames(copied.action).length,
        );
        const [own, theirs] = [listInnerNames(pasted), listInnerNames(copied.action)];
        const back = new Map(own.map((name, index) => [name.toLowerCase(), theirs[index] ?? '']));
        const restored = renameInside(pasted, back.set(result.select.toLowerCase(), copied.name));
        // References are matched ignoring case, and take the spelling of the name.
        const told = (action: ActionDefinition) => JSON.stringify({ ...action, runAfter: {} }).toLowerCase();
        expect(told(restored)).toBe(told(copied.action));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its names in a flow that has none of them', () => {
    fc.assert(
      fc.property(anyFlow, fc.nat(40), (flow, which) => {
        const actions = listActions(flow.definition);
        const copied = actions[which % Math.max(1, actions.length)];
        if (!copied) return;
        const there = applyEdits(makeFlow({}), paste(clipOf(flow, copied.name)));
        expect(there.definition.actions).toEqual({ [copied.name]: { ...copied.action, runAfter: {} } });
      }),
    );
  });
});
