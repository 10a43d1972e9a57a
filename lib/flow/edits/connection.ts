// Verbs on connection references: the slots of a flow that connections fill.
// Keys are `shared_<slug>`, then `shared_<slug>_1`.
import { isJsonObject, type JsonObject, ownProperty } from '../../json';
import { apiName } from '../api-id';
import type { ConnectionReferences, Flow } from '../definition';
import { findAction, listActions, listTriggers } from '../tree';
import { setIn, setInDefinition, updateAction, withoutKey } from '../update';
import type {
  AddConnectionReference,
  Edited,
  RemoveConnectionReference,
  SetConnectionReference,
  UseConnection,
} from './edit';

const hostPath = ['inputs', 'host', 'connectionName'];

/** A key that no reference has yet. */
function newReferenceKey(references: ConnectionReferences, apiId: string): string {
  const base = apiName(apiId);
  let key = base;
  for (let count = 1; Object.hasOwn(references, key); count += 1) key = `${base}_${count}`;
  return key;
}

/** The reference key that a step names, or undefined. */
export function referenceKeyOf(step: JsonObject): string | undefined {
  const key = ownProperty(ownProperty(ownProperty(step, 'inputs'), 'host'), 'connectionName');
  return typeof key === 'string' ? key : undefined;
}

function listUsedKeys({ definition }: Flow): Set<string> {
  const steps: JsonObject[] = [
    ...listTriggers(definition).map((each) => each.trigger),
    ...listActions(definition).map((each) => each.action),
  ];
  return new Set(steps.flatMap((step) => referenceKeyOf(step) ?? []));
}

/** The flow without the slots that a step named before and none names any more. Slots that nobody named stay. */
export function withoutLeftSlots(before: Flow, after: Flow): Flow {
  const used = listUsedKeys(after);
  const left = [...listUsedKeys(before)].filter(
    (key) => !used.has(key) && Object.hasOwn(after.connectionReferences, key),
  );
  if (left.length === 0) return after;
  return { ...after, connectionReferences: left.reduce(withoutKey, after.connectionReferences) };
}

/** Finds the slot for a connection or makes one: an equal one first, then an empty one of the same API. */
export function ensureReference(
  references: ConnectionReferences,
  wanted: { apiId: string; connectionId?: string },
): { references: ConnectionReferences; key: string } {
  const same = Object.entries(references).filter(
    ([, reference]) => reference.apiId.toLowerCase() === wanted.apiId.toLowerCase(),
  );
  const found =
    wanted.connectionId === undefined
      ? same[0]
      : (same.find(([, reference]) => reference.connectionId === wanted.connectionId) ??
        same.find(([, reference]) => reference.connectionId === undefined));
  const key = found?.[0] ?? newReferenceKey(references, wanted.apiId);
  if (found && (wanted.connectionId === undefined || found[1].connectionId === wanted.connectionId))
    return { references, key };
  return { references: { ...references, [key]: { ...found?.[1], ...wanted } }, key };
}

/** Adds a slot for a connection. */
export function addConnectionReference(flow: Flow, edit: AddConnectionReference): Edited {
  const { type: _, ...wanted } = edit;
  const key = newReferenceKey(flow.connectionReferences, edit.apiId);
  return { flow: { ...flow, connectionReferences: { ...flow.connectionReferences, [key]: wanted } } };
}

/** Fills or empties a slot; a slot that is not there changes nothing. */
export function setConnectionReference(flow: Flow, edit: SetConnectionReference): Edited {
  const old = flow.connectionReferences[edit.key];
  if (!old) return { flow };
  const { connectionId: _, ...rest } = old;
  const reference = edit.connectionId === undefined ? rest : { ...rest, connectionId: edit.connectionId };
  return { flow: { ...flow, connectionReferences: { ...flow.connectionReferences, [edit.key]: reference } } };
}

/** Removes a slot. */
export function removeConnectionReference(flow: Flow, edit: RemoveConnectionReference): Edited {
  return { flow: { ...flow, connectionReferences: withoutKey(flow.connectionReferences, edit.key) } };
}

/** Gives one step a connection; other steps keep theirs. */
export function chooseConnection(flow: Flow, edit: UseConnection): Edited {
  const { references, key } = ensureReference(flow.connectionReferences, {
    apiId: edit.apiId,
    connectionId: edit.connectionId,
  });
  const kept =
    references === flow.connectionReferences ? flow : { ...flow, connectionReferences: references };
  return { flow: { ...kept, definition: pointStepAt(kept, edit.step, key) } };
}

function pointStepAt(flow: Flow, step: string, key: string): Flow['definition'] {
  if (findAction(flow.definition, step))
    return updateAction(flow.definition, step, (action) => setIn(action, hostPath, key));
  const trigger = listTriggers(flow.definition).find((each) => each.name === step);
  return trigger
    ? setInDefinition(flow.definition, trigger.pointer, setIn(trigger.trigger, hostPath, key))
    : flow.definition;
}

/** A step's JSON with the reference key put in its host. Steps without a host stay as they are. */
export function withReferenceKey<T extends JsonObject>(step: T, key: string): T {
  const { inputs } = step;
  if (!isJsonObject(inputs)) return step;
  const host = ownProperty(inputs, 'host');
  if (!isJsonObject(host)) return step;
  return { ...step, inputs: { ...inputs, host: { ...host, connectionName: key } } };
}
