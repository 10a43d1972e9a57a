// Verb: say which siblings a step waits for, and on which of their results it runs.
import type { Flow } from '../definition';
import { findAction } from '../tree';
import { updateAction } from '../update';
import type { Edited, SetRunAfter } from './edit';

/** Sets after which steps, and which of their results, a step runs. */
export function setRunAfter(flow: Flow, edit: SetRunAfter): Edited {
  const located = findAction(flow.definition, edit.action);
  if (!located) return { flow };
  const definition = updateAction(flow.definition, located.name, (action) => ({
    ...action,
    runAfter: edit.runAfter,
  }));
  return { flow: { ...flow, definition }, select: located.name };
}
