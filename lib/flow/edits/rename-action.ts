// Verb: rename a step, and every mention of it in the whole definition.
import { isJsonObject } from '../../json';
import { toActionName } from '../action-name';
import type { Flow, FlowDefinition } from '../definition';
import { renameInBranch, renameReferences } from '../rename';
import { findAction } from '../tree';
import { updateBranch } from '../update';
import type { Edited, RenameAction } from './edit';
import { placeOf } from './place';

/** Renames a step wherever it is named. */
export function renameAction(flow: Flow, edit: RenameAction): Edited {
  const located = findAction(flow.definition, edit.action);
  const name = toActionName(edit.name);
  if (!located || located.name === name) return { flow, select: located?.name ?? edit.action };
  const referenced = renameReferences(flow.definition, new Map([[located.name.toLowerCase(), name]]));
  const whole = isJsonObject(referenced) ? { ...flow.definition, ...referenced } : flow.definition;
  const definition: FlowDefinition = updateBranch(whole, placeOf(located), (actions) =>
    renameInBranch(actions, located.name, name),
  );
  return { flow: { ...flow, definition }, select: name };
}
