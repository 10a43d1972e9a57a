// The slots of a flow that connections fill: a step that goes takes along the one that it alone used.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '@/lib/flow/apply-edit';
import type { ActionDefinition, Flow } from '@/lib/flow/definition';
import { referenceKeyOf } from '@/lib/flow/edits/connection';
import type { Edit } from '@/lib/flow/edits/edit';
import { emptyHistory, recordEdit, undo } from '@/lib/flow/history';
import { listActions } from '@/lib/flow/tree';
import { updateAction } from '@/lib/flow/update';
import { anyFlow, applyEdits, makeFlow } from '../../support/flows';

const apiId = '/providers/Microsoft.PowerApps/apis/shared_contoso';
const slot = (connectionId: string) => ({ apiId, connectionId });

function call(connectionName: string): ActionDefinition {
  return {
    type: 'OpenApiConnection',
    inputs: { host: { apiId, connectionName, operationId: 'List' }, parameters: {} },
  };
}

const two = () =>
  makeFlow(
    { A: call('one'), B: { type: 'Scope', actions: { C: call('two') } } },
    { connectionReferences: { one: slot('c1'), two: slot('c2'), unnamed: slot('c3') } },
  );
const slots = (flow: Flow) => Object.keys(flow.connectionReferences);

describe('a connection slot', () => {
  it('goes with the last step that used it, also from inside a container', () => {
    expect(slots(applyEdits(two(), { type: 'remove-action', action: 'A' }))).toEqual(['two', 'unnamed']);
    expect(slots(applyEdits(two(), { type: 'remove-action', action: 'B' }))).toEqual(['one', 'unnamed']);
  });

  it('stays while another step uses it, and where no step ever named it', () => {
    const flow = makeFlow(
      { A: call('one'), B: call('one') },
      { connectionReferences: { one: slot('c1'), unnamed: slot('c3') } },
    );
    expect(slots(applyEdits(flow, { type: 'remove-action', action: 'A' }))).toEqual(['one', 'unnamed']);
  });

  it('goes when its only step takes another connection', () => {
    const edit: Edit = { type: 'use-connection', step: 'A', apiId, connectionId: 'c2' };
    const flow = applyEdits(two(), edit);
    expect(slots(flow)).toEqual(['two', 'unnamed']);
    expect(listActions(flow.definition).map((each) => referenceKeyOf(each.action))).toEqual([
      'two',
      undefined,
      'two',
    ]);
  });

  it('goes with a trigger that is replaced', () => {
    const flow = makeFlow({}, { connectionReferences: { one: slot('c1') } });
    const watched = { ...flow, definition: { ...flow.definition, triggers: { Watch: call('one') } } };
    const edit: Edit = { type: 'set-trigger', label: 'Button', trigger: { type: 'Request', kind: 'Button' } };
    expect(slots(applyEdits(watched, edit))).toEqual([]);
  });

  it('stays with its connection where one gesture deletes a step and adds one of the same connector', () => {
    const edit: Edit = {
      type: 'several',
      name: 'Replace A',
      edits: [
        { type: 'remove-action', action: 'A' },
        { type: 'add-action', label: 'New', action: call(''), place: {}, connection: { apiId } },
      ],
    };
    const flow = applyEdits(two(), edit);
    expect(flow.connectionReferences).toEqual(two().connectionReferences);
  });

  it('stays where the code of the flow is written', () => {
    const { definition } = makeFlow({});
    expect(slots(applyEdits(two(), { type: 'set-definition', definition }))).toEqual(slots(two()));
  });

  it('is dropped by a deletion exactly where that left it unused, and comes back by Undo, whatever the flow', () => {
    fc.assert(
      fc.property(
        anyFlow,
        fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
        fc.nat(40),
        (any, picks, at) => {
          const connectionReferences = { k0: slot('a'), k1: slot('b'), k2: slot('c'), k3: slot('d') };
          const definition = listActions(any.definition).reduce(
            (changed, { name }, index) =>
              updateAction(changed, name, (action) => ({
                ...action,
                inputs: call(`k${picks[index % 40]}`).inputs ?? {},
              })),
            any.definition,
          );
          const flow: Flow = { ...any, definition, connectionReferences };
          const actions = listActions(definition);
          const edit: Edit = {
            type: 'remove-action',
            action: actions[at % Math.max(1, actions.length)]?.name ?? '',
          };
          const result = applyEdit(flow, edit);
          if (!result.ok) return;
          const used = (of: Flow) =>
            new Set(listActions(of.definition).map((each) => referenceKeyOf(each.action)));
          const [before, after] = [used(flow), used(result.flow)];
          for (const key of Object.keys(connectionReferences))
            expect(Object.hasOwn(result.flow.connectionReferences, key)).toBe(
              !before.has(key) || after.has(key),
            );
          const made = { edit, before: flow, after: result.flow, at: 0 };
          expect(undo(recordEdit(emptyHistory, made), result.flow)?.flow).toBe(flow);
        },
      ),
    );
  });
});
