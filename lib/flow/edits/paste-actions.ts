// Verb: put copied steps behind one another at a place, under unique names, each with a connection slot of this flow.
import { mapSteps } from '../clip';
import { readOperationCall } from '../connector-action';
import type { ActionDefinition, Flow } from '../definition';
import { readGraph } from '../graph';
import { updateBranch } from '../update';
import { ensureReference, withReferenceKey } from './connection';
import { copyActions } from './copy-actions';
import type { Edited, PasteActions } from './edit';
import { branchOf } from './place';
import { insertAction } from './rewire';

/** Pastes steps in the order in which they run. */
export function pasteActions(flow: Flow, edit: PasteActions): Edited {
  let { connectionReferences } = flow;
  const withSlot = (action: ActionDefinition) => {
    const apiId = readOperationCall(action)?.apiId;
    if (!apiId) return action;
    const connectionId = edit.connections[apiId];
    const wanted = connectionId === undefined ? { apiId } : { apiId, connectionId };
    const found = ensureReference(connectionReferences, wanted);
    connectionReferences = found.references;
    return withReferenceKey(action, found.key);
  };
  const entries = readGraph(edit.actions).order.flatMap((name): [string, ActionDefinition][] => {
    const action = edit.actions[name];
    return action ? [[name, mapSteps(action, withSlot)]] : [];
  });
  let { place } = edit;
  let { definition } = flow;
  for (const copy of copyActions(flow.definition, entries)) {
    const here = place;
    definition = updateBranch(definition, branchOf(here), (actions) => insertAction(actions, copy, here));
    const { before: _, parallel: __, ...behind } = here;
    place = { ...behind, after: copy[0] };
  }
  const select = place.after;
  return { flow: { ...flow, definition, connectionReferences }, ...(select === undefined ? {} : { select }) };
}
