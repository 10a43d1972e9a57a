// Names of actions: made from a label, kept unique over the whole flow, checked when a person types one.
// Names have up to 80 characters, are unique ignoring case, and write spaces as `_` (Workflow Definition Language, actions).
import { limits } from '../limits';
import type { FlowDefinition } from './definition';
import { titleOf } from './title';
import { listActions } from './tree';

const refused = /[<>%&\\?/\p{Cc}]/gu;

/** What a person typed as a key, nothing dropped: spaces become `_`. `checkActionName` says whether it can be one. */
export function typedActionName(text: string): string {
  return text.trim().replace(/\s+/g, '_');
}

/** A label as a key: spaces become `_`, characters that keys may not hold are dropped, at most 80 characters. */
export function toActionName(label: string): string {
  const name = typedActionName(label.replace(refused, '')).slice(0, limits.actionName.value);
  return name === '' ? 'Step' : name;
}

/** A name for a new action: the label as a key, then `_2`, `_3` … `taken` adds names that are not in the flow yet. */
export function uniqueActionName(
  definition: FlowDefinition,
  label: string,
  taken: Iterable<string> = [],
): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  for (const located of listActions(definition)) used.add(located.name.toLowerCase());
  const base = toActionName(label);
  let name = base;
  for (let count = 2; used.has(name.toLowerCase()); count += 1) {
    const ending = `_${count}`;
    name = base.slice(0, limits.actionName.value - ending.length) + ending;
  }
  return name;
}

/** Why a name typed for an existing action is not possible, or undefined. `current` is the action's present name. */
export function checkActionName(
  definition: FlowDefinition,
  name: string,
  current?: string,
): string | undefined {
  if (name.trim() === '') return 'A step needs a name.';
  if (name.length > limits.actionName.value) return limits.actionName.sentence;
  const bad = name.match(refused)?.[0];
  if (bad !== undefined) return `A step name cannot contain “${bad}”.`;
  const folded = name.toLowerCase();
  const other = listActions(definition).find(
    (each) => each.name.toLowerCase() === folded && each.name !== current,
  );
  return other && `Another step is called “${titleOf(other.name)}”.`;
}
