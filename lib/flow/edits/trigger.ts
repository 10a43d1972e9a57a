// Verbs on the trigger: which one the flow has, its name, and the typed inputs it asks for.
import { isJsonObject, type JsonValue, ownProperty } from '../../json';
import { toActionName } from '../action-name';
import type { Flow, TriggerDefinition } from '../definition';
import { listTriggers } from '../tree';
import { readRequired, schemaPath, triggerInputKinds } from '../trigger-inputs';
import { setIn, setInDefinition, withKeyRenamed } from '../update';
import { ensureReference, withReferenceKey } from './connection';
import type {
  AddTriggerInput,
  Edited,
  RemoveTriggerInput,
  RenameTrigger,
  SetTrigger,
  SetTriggerInput,
} from './edit';

/** Gives the flow another trigger in place of the one it has. */
export function setTrigger(flow: Flow, edit: SetTrigger): Edited {
  const name = toActionName(edit.label);
  let { connectionReferences } = flow;
  let { trigger } = edit;
  if (edit.connection) {
    const found = ensureReference(connectionReferences, edit.connection);
    connectionReferences = found.references;
    trigger = withReferenceKey(trigger, found.key);
  }
  const definition = { ...flow.definition, triggers: { [name]: trigger } };
  return { flow: { ...flow, definition, connectionReferences }, select: name };
}

/** Renames the trigger. Expressions read it without its name. */
export function renameTrigger(flow: Flow, edit: RenameTrigger): Edited {
  const name = toActionName(edit.name);
  const triggers = withKeyRenamed(flow.definition.triggers, edit.trigger, name);
  return { flow: { ...flow, definition: { ...flow.definition, triggers } }, select: name };
}

function change(flow: Flow, name: string, update: (trigger: TriggerDefinition) => JsonValue): Edited {
  const found = listTriggers(flow.definition).find((each) => each.name === name);
  if (!found) return { flow };
  const definition = setInDefinition(flow.definition, found.pointer, update(found.trigger));
  return { flow: definition === flow.definition ? flow : { ...flow, definition }, select: name };
}

function propertiesOf(trigger: TriggerDefinition): Record<string, JsonValue> {
  const properties = ownProperty(ownProperty(ownProperty(trigger, 'inputs'), 'schema'), 'properties');
  return isJsonObject(properties) ? properties : {};
}

function freeTitle(trigger: TriggerDefinition, wanted: string): string {
  const taken = Object.values(propertiesOf(trigger)).map((schema) => ownProperty(schema, 'title'));
  let title = wanted;
  for (let count = 1; taken.includes(title); count += 1) title = `${wanted} ${count}`;
  return title;
}

/** Adds a typed input to the trigger. */
export function addTriggerInput(flow: Flow, edit: AddTriggerInput): Edited {
  const entry = triggerInputKinds.find((each) => each.kind === edit.kind);
  if (!entry) return { flow };
  return change(flow, edit.trigger, (trigger) => {
    const properties = propertiesOf(trigger);
    let key: string = edit.kind;
    for (let count = 1; Object.hasOwn(properties, key); count += 1) key = `${edit.kind}_${count}`;
    const { type = 'string', ...rest } = entry.schema;
    const schema = {
      title: edit.title ?? freeTitle(trigger, entry.title),
      type,
      'x-ms-dynamically-added': true,
      description: entry.description,
      ...rest,
    };
    const typed = setIn(trigger, [...schemaPath, 'type'], 'object');
    const added = setIn(typed, [...schemaPath, 'properties'], { ...properties, [key]: schema });
    return setIn(added, [...schemaPath, 'required'], [...readRequired(trigger), key]);
  });
}

/** Changes one input of the trigger. */
export function setTriggerInput(flow: Flow, edit: SetTriggerInput): Edited {
  return change(flow, edit.trigger, (trigger) => {
    if (!Object.hasOwn(propertiesOf(trigger), edit.key)) return trigger;
    const path = [...schemaPath, 'properties', edit.key];
    let value: JsonValue = trigger;
    if (edit.title !== undefined) value = setIn(value, [...path, 'title'], edit.title);
    if (edit.description !== undefined) value = setIn(value, [...path, 'description'], edit.description);
    if (edit.options)
      value = setIn(value, [...path, 'enum'], edit.options.length === 0 ? undefined : edit.options);
    if (edit.required === undefined || readRequired(trigger).includes(edit.key) === edit.required)
      return value;
    const others = readRequired(trigger).filter((key) => key !== edit.key);
    return setIn(value, [...schemaPath, 'required'], edit.required ? [...others, edit.key] : others);
  });
}

/** Removes one input of the trigger. */
export function removeTriggerInput(flow: Flow, edit: RemoveTriggerInput): Edited {
  return change(flow, edit.trigger, (trigger) => {
    const value = setIn(trigger, [...schemaPath, 'properties', edit.key], undefined);
    if (!readRequired(trigger).includes(edit.key)) return value;
    return setIn(
      value,
      [...schemaPath, 'required'],
      readRequired(trigger).filter((key) => key !== edit.key),
    );
  });
}
