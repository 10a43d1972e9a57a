// Copies of steps under names of their own, for duplicating and pasting: what refers to one another among them still does.
import { uniqueActionName } from '../action-name';
import type { ActionDefinition, FlowDefinition } from '../definition';
import { type Renames, renameInside } from '../rename';
import { titleOf } from '../title';
import { listInnerNames } from '../tree';

/** Copies in the order given; a name that the flow or another copy has already gets the next number. */
export function copyActions(
  definition: FlowDefinition,
  actions: readonly (readonly [name: string, action: ActionDefinition])[],
): [name: string, action: ActionDefinition][] {
  const taken: string[] = [];
  const renames = new Map<string, string>();
  for (const name of actions.flatMap(([outer, action]) => [outer, ...listInnerNames(action)])) {
    const copy =
      uniqueActionName(definition, titleOf(name), taken) === name
        ? name
        : uniqueActionName(definition, titleOf(name).replace(/ \d+$/, ''), taken);
    taken.push(copy);
    if (copy !== name) renames.set(name.toLowerCase(), copy);
  }
  return actions.map(([name, action]) => [newName(renames, name), renameInside(action, renames)]);
}

function newName(renames: Renames, name: string): string {
  return renames.get(name.toLowerCase()) ?? name;
}
