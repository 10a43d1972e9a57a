// Settings of the language that runs cannot obey: they are kept, the checker tells of each, and where a run without them
// would do something else than the definition says, it is refused.
import { isJsonObject, type JsonObject, ownProperty } from '../json';

export interface NotObeyed {
  /** Path below the step or trigger. */
  path: string[];
  /** What it is called in a sentence: `a static result`. */
  name: string;
  /** Without it the step or trigger would do something else. */
  refused: boolean;
}

/** Of an action: a static result, pages of answers, secret inputs and outputs. */
export function listNotObeyed(action: JsonObject): NotObeyed[] {
  const runtime = ownProperty(action, 'runtimeConfiguration');
  const found: NotObeyed[] = [];
  const add = (key: string, name: string, refused: boolean) =>
    found.push({ path: ['runtimeConfiguration', key], name, refused });
  const isFixed = ownProperty(ownProperty(runtime, 'staticResult'), 'staticResultOptions');
  if (String(isFixed).toLowerCase() === 'enabled') add('staticResult', 'a static result', true);
  if (isJsonObject(ownProperty(runtime, 'paginationPolicy'))) add('paginationPolicy', 'pagination', false);
  const hidden = ownProperty(ownProperty(runtime, 'secureData'), 'properties');
  if (Array.isArray(hidden) && hidden.length > 0) add('secureData', 'secure inputs or outputs', false);
  return found;
}

/** Of a trigger: conditions, and one run for each item of a list. */
export function listNotObeyedByTrigger(trigger: JsonObject): NotObeyed[] {
  const found: NotObeyed[] = [];
  const conditions = ownProperty(trigger, 'conditions');
  if (Array.isArray(conditions) && conditions.length > 0)
    found.push({ path: ['conditions'], name: 'conditions', refused: true });
  if (ownProperty(trigger, 'splitOn') !== undefined)
    found.push({ path: ['splitOn'], name: 'a list to split on', refused: true });
  return found;
}
