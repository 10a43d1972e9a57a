// Steps as text for the clipboard: `{"flowClip":1,"actions":{…},"connectors":[…]}`. It travels to other flows and other
// machines, so it names connectors, never connections, and holds no secret that stands in a step as plain text.
import { parseTemplate } from '../expression/template';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { readOperationCall } from './connector-action';
import type { ActionDefinition, ConnectionReferences, Flow } from './definition';
import { findAction, readActions } from './tree';
import { mapBranches, setIn } from './update';

export interface Clip {
  actions: Record<string, ActionDefinition>;
  /** API ids of the connectors they call. */
  connectors: string[];
}

/** One step with all it holds; undefined for a name the flow does not have. Its secrets are still in it. */
export function toClip(flow: Flow, name: string): Clip | undefined {
  const located = findAction(flow.definition, name);
  if (!located) return undefined;
  const references = flow.connectionReferences;
  const connectors = new Set<string>();
  const action = mapSteps(located.action, (step) => {
    const apiId = readOperationCall(step, references)?.apiId;
    if (apiId) connectors.add(apiId);
    return withConnector(step, references);
  });
  return { actions: { [located.name]: { ...action, runAfter: {} } }, connectors: [...connectors] };
}

/** A clip as text, without secrets. */
export function toClipText({ actions, connectors }: Clip): string {
  const safe = Object.entries(actions).map(([name, action]) => [name, mapSteps(action, withoutSecrets)]);
  return JSON.stringify({ flowClip: 1, actions: Object.fromEntries(safe), connectors }, null, 2);
}

/** Steps from a text that `toClipText` wrote, or somebody by hand; undefined for every other text. */
export function parseClip(text: string): Clip | undefined {
  if (!text.includes('"flowClip"')) return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    const actions = readActions(ownProperty(value, 'actions'));
    if (ownProperty(value, 'flowClip') !== 1 || Object.keys(actions).length === 0) return undefined;
    const connectors = ownProperty(value, 'connectors');
    const named = Array.isArray(connectors) ? connectors.filter((each) => typeof each === 'string') : [];
    return { actions, connectors: named };
  } catch {
    return undefined;
  }
}

/** An action and all steps inside it, each changed by a rule. */
export function mapSteps(
  action: ActionDefinition,
  change: (step: ActionDefinition) => ActionDefinition,
): ActionDefinition {
  const inside = mapBranches(action, (actions) =>
    Object.fromEntries(Object.entries(actions).map(([name, step]) => [name, change(step)])),
  );
  return change(inside);
}

/** Says itself which connector it calls, and names no slot of the flow it comes from. */
function withConnector(action: ActionDefinition, references: ConnectionReferences): ActionDefinition {
  const apiId = readOperationCall(action, references)?.apiId;
  if (!apiId) return action;
  const host = ['inputs', 'host'];
  return asStep(setIn(setIn(action, [...host, 'apiId'], apiId), [...host, 'connectionName'], ''), action);
}

const secretNames = /^(authorization|proxy-authorization|cookie)$|api-?key|token|secret|password/i;

function isPlain(value: JsonValue | undefined): boolean {
  return typeof value !== 'string' || parseTemplate(value).kind === 'literal';
}

/** Without plain values of `authentication` and of headers and queries that look like keys; expressions stay. */
function withoutSecrets(action: ActionDefinition): ActionDefinition {
  let changed: JsonValue = action;
  const drop = (member: string, isSecret: (name: string) => boolean) => {
    const values = ownProperty(ownProperty(action, 'inputs'), member);
    if (!isJsonObject(values)) return;
    for (const name of Object.keys(values))
      if (isSecret(name) && isPlain(values[name]))
        changed = setIn(changed, ['inputs', member, name], undefined);
  };
  drop('authentication', (name) => name !== 'type');
  for (const member of ['headers', 'queries']) drop(member, (name) => secretNames.test(name));
  return asStep(changed, action);
}

function asStep(value: JsonValue, action: ActionDefinition): ActionDefinition {
  return isJsonObject(value) && value !== action ? { ...(value as JsonObject), type: action.type } : action;
}
