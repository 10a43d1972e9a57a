// Verbs: set or remove one value of a step or of the trigger, addressed by keys from the step down; notes.
import type { JsonValue } from '../../json';
import { isJsonObject, ownProperty } from '../../json';
import type { Flow } from '../definition';
import { findAction, listTriggers } from '../tree';
import { setIn, setInDefinition } from '../update';
import type { Edited, SetActionValue, SetNote, SetTriggerValue } from './edit';

/** Pointer and JSON of a step or of a trigger by name; steps win. */
function findStep(flow: Flow, name: string): { pointer: string; value: JsonValue } | undefined {
  const located = findAction(flow.definition, name);
  if (located) return { pointer: located.pointer, value: located.action };
  return findTrigger(flow, name);
}

/** Pointer and JSON of a trigger by name. */
function findTrigger(flow: Flow, name: string): { pointer: string; value: JsonValue } | undefined {
  const trigger = listTriggers(flow.definition).find((each) => each.name === name);
  return trigger && { pointer: trigger.pointer, value: trigger.trigger };
}

function withStep(flow: Flow, pointer: string, value: JsonValue): Flow {
  const definition = setInDefinition(flow.definition, pointer, value);
  return definition === flow.definition ? flow : { ...flow, definition };
}

/** Sets one value of a step; undefined removes it. */
export function setActionValue(flow: Flow, edit: SetActionValue): Edited {
  const located = findAction(flow.definition, edit.action);
  if (!located) return { flow };
  return {
    flow: withStep(flow, located.pointer, setIn(located.action, edit.path, edit.value)),
    select: located.name,
  };
}

/** Sets one value of the trigger; undefined removes it. */
export function setTriggerValue(flow: Flow, edit: SetTriggerValue): Edited {
  const found = findTrigger(flow, edit.trigger);
  if (!found) return { flow };
  return {
    flow: withStep(flow, found.pointer, setIn(found.value, edit.path, edit.value)),
    select: edit.trigger,
  };
}

/** Notes live in `metadata.note`, away from the logic. */
export function setNote(flow: Flow, edit: SetNote): Edited {
  const found = findStep(flow, edit.step);
  if (!found) return { flow };
  const path = ['metadata', 'note'];
  let value = setIn(found.value, path, edit.text === '' ? undefined : edit.text);
  const metadata = ownProperty(value, 'metadata');
  if (edit.text === '' && isJsonObject(metadata) && Object.keys(metadata).length === 0)
    value = setIn(value, ['metadata'], undefined);
  return { flow: withStep(flow, found.pointer, value), select: edit.step };
}

/** The note of a step or trigger, or an empty text. */
export function noteOf(step: JsonValue): string {
  const note = ownProperty(ownProperty(step, 'metadata'), 'note');
  return typeof note === 'string' ? note : '';
}
