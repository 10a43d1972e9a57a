// What an update changes, in words: operations by operationId, then their parameters, responses and schemas.
import { isSameJson } from '../../document/equal';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { atPointer, parsePointer, toPointer } from '../../json-pointer';
import { operationLabel } from '../label';
import type { Connector, Operation, Parameter } from '../model';
import { readConnector } from '../read-connector';
import type { KeptEdit } from './merge';

export interface UpdateChange {
  kind: 'added' | 'removed' | 'changed';
  subject: 'general' | 'security' | 'operation' | 'parameter' | 'response' | 'schema';
  /** JSON Pointer: in the result, or for what is removed in the definition as it was. */
  at: string;
  /** One line for the list. */
  label: string;
  before?: JsonValue;
  after?: JsonValue;
}

/** The differences between two definitions that a maker wants to know of. */
export function describeChanges(before: JsonObject, after: JsonObject): UpdateChange[] {
  const old = readConnector(before).connector;
  const next = readConnector(after).connector;
  if (!old || !next) return [];
  return [...describeGeneral(old, next), ...describeOperations(old, next), ...describeSchemas(old, next)];
}

function describeGeneral(old: Connector, next: Connector): UpdateChange[] {
  const changes: UpdateChange[] = [];
  const facts: [string, string, string, string][] = [
    ['Title', '/info/title', old.title, next.title],
    ['Description', '/info/description', old.description, next.description],
    ['Scheme', '/schemes', old.scheme, next.scheme],
    ['Host', '/host', old.host, next.host],
    ['Base URL', '/basePath', old.basePath || '/', next.basePath || '/'],
  ];
  for (const [name, at, was, is] of facts) {
    if (was !== is)
      changes.push({
        kind: 'changed',
        subject: 'general',
        at,
        label: `${name}: ${was || 'none'} becomes ${is || 'none'}`,
        before: was,
        after: is,
      });
  }
  const security = (connector: Connector): string => securityText(connector);
  if (security(old) !== security(next)) {
    const label = `Security: ${security(old)} becomes ${security(next)}`;
    changes.push({ kind: 'changed', subject: 'security', at: '/securityDefinitions', label });
  }
  return changes;
}

function securityText({ security }: Connector): string {
  if (security.type === 'none') return 'none';
  if (security.type === 'apiKey') return `API key (${security.in} ${security.name})`;
  return security.type === 'basic' ? 'basic authentication' : security.name;
}

function describeOperations(old: Connector, next: Connector): UpdateChange[] {
  const before = new Map(old.operations.map((operation) => [operation.id, operation]));
  const after = new Map(next.operations.map((operation) => [operation.id, operation]));
  const places = new Map(
    old.operations.filter(({ id }) => !after.has(id)).map((operation) => [placeOf(operation), operation]),
  );
  const renamed = new Set<string>();
  const changes: UpdateChange[] = [];
  for (const operation of next.operations) {
    const same = before.get(operation.id);
    if (same) {
      changes.push(...describeOperation({ old, next }, same, operation));
      continue;
    }
    const other = places.get(placeOf(operation));
    if (other) {
      renamed.add(other.id);
      const label = `${other.id} is now called ${operation.id}`;
      changes.push({
        kind: 'changed',
        subject: 'operation',
        at: operation.pointer,
        label,
        before: other.id,
        after: operation.id,
      });
    } else
      changes.push({ kind: 'added', subject: 'operation', at: operation.pointer, label: titleOf(operation) });
  }
  for (const operation of old.operations) {
    if (after.has(operation.id) || renamed.has(operation.id)) continue;
    changes.push({ kind: 'removed', subject: 'operation', at: operation.pointer, label: titleOf(operation) });
  }
  return changes;
}

function placeOf({ method, path }: Operation): string {
  return `${method} ${path.toLowerCase()}`;
}

function titleOf(operation: Operation): string {
  return `${operationLabel(operation)} (${operation.method} ${operation.path})`;
}

function describeOperation(
  sides: { old: Connector; next: Connector },
  was: Operation,
  is: Operation,
): UpdateChange[] {
  const name = operationLabel(is);
  const facts: [string, string, string, string][] = [
    ['summary', 'summary', was.summary, is.summary],
    ['description', 'description', was.description, is.description],
    ['visibility', 'x-ms-visibility', was.visibility, is.visibility],
    ['address', '', `${was.method} ${was.path}`, `${is.method} ${is.path}`],
    ['deprecated', 'deprecated', String(was.deprecated), String(is.deprecated)],
  ];
  const changes = facts
    .filter(([, , before, after]) => before !== after)
    .map(([fact, key, before, after]): UpdateChange => {
      const at = key === '' ? is.pointer : is.pointer + toPointer([key]);
      const label = `${name}: ${fact} ${before || 'none'} becomes ${after || 'none'}`;
      return { kind: 'changed', subject: 'operation', at, label, before, after };
    });
  return [
    ...changes,
    ...describeParameters(name, was.parameters, is.parameters),
    ...describeResponses({ ...sides, name }, was, is),
  ];
}

function describeParameters(
  name: string,
  was: readonly Parameter[],
  is: readonly Parameter[],
): UpdateChange[] {
  const key = (parameter: Parameter): string => `${parameter.in} ${parameter.name}`;
  const before = new Map(was.map((parameter) => [key(parameter), parameter]));
  const after = new Set(is.map(key));
  const changes: UpdateChange[] = [];
  for (const parameter of is) {
    const old = before.get(key(parameter));
    const base = { subject: 'parameter' as const, at: parameter.pointer };
    if (!old) changes.push({ ...base, kind: 'added', label: `${name}: parameter ${parameter.name} added` });
    else if (!isSameParameter(old, parameter))
      changes.push({ ...base, kind: 'changed', label: `${name}: parameter ${parameter.name} changed` });
  }
  for (const parameter of was) {
    if (!after.has(key(parameter))) {
      changes.push({
        kind: 'removed',
        subject: 'parameter',
        at: parameter.pointer,
        label: `${name}: parameter ${parameter.name} removed`,
      });
    }
  }
  return changes;
}

function isSameParameter(one: Parameter, other: Parameter): boolean {
  const facts = ({ pointer, schemaPointer, schema, ...rest }: Parameter): JsonObject => ({ ...rest, schema });
  return isSameJson(facts(one), facts(other));
}

function describeResponses(
  { old, next, name }: { old: Connector; next: Connector; name: string },
  was: Operation,
  is: Operation,
): UpdateChange[] {
  const changes: UpdateChange[] = [];
  for (const response of is.responses) {
    const other = was.responses.find(({ status }) => status === response.status);
    const base = { subject: 'response' as const, at: response.pointer };
    if (!other) changes.push({ ...base, kind: 'added', label: `${name}: response ${response.status} added` });
    else if (
      !isSameJson(atPointer(old.document, other.pointer), atPointer(next.document, response.pointer))
    ) {
      changes.push({ ...base, kind: 'changed', label: `${name}: response ${response.status} changed` });
    }
  }
  for (const response of was.responses) {
    if (is.responses.some(({ status }) => status === response.status)) continue;
    changes.push({
      kind: 'removed',
      subject: 'response',
      at: response.pointer,
      label: `${name}: response ${response.status} removed`,
    });
  }
  return changes;
}

/** Schemas that both have and that differ; new and dropped ones follow from the operations. */
function describeSchemas(old: Connector, next: Connector): UpdateChange[] {
  const before = schemasOf(old);
  return Object.entries(schemasOf(next).value).flatMap(([name, schema]): UpdateChange[] => {
    const was = ownProperty(before.value, name);
    if (was === undefined || isSameJson(was, schema)) return [];
    return [
      {
        kind: 'changed',
        subject: 'schema',
        at: schemasOf(next).pointer + toPointer([name]),
        label: `Schema ${name} changed`,
      },
    ];
  });
}

function schemasOf({ document, dialect }: Connector): { value: JsonObject; pointer: string } {
  const pointer = dialect === '2.0' ? '/definitions' : '/components/schemas';
  const value = atPointer(document, pointer);
  return { value: isJsonObject(value) ? value : {}, pointer };
}

const keyNames: Record<string, string> = {
  summary: 'Summary',
  description: 'Description',
  title: 'Title',
  default: 'Default value',
  enum: 'Dropdown',
  'x-ms-summary': 'Summary',
  'x-ms-visibility': 'Visibility',
};

/** One line for an edit of the maker's that stays. */
export function describeKept(result: JsonObject, edit: KeptEdit): UpdateChange {
  const names = parsePointer(edit.at).slice(0, -1);
  const where = placeName(result, names);
  const what = Object.hasOwn(keyNames, edit.key) ? keyNames[edit.key] : edit.key;
  const value =
    edit.value === undefined
      ? 'removed'
      : typeof edit.value === 'string'
        ? `“${edit.value}”`
        : JSON.stringify(edit.value);
  const change: UpdateChange = {
    kind: 'changed',
    subject: names[0] === 'paths' ? 'operation' : 'schema',
    at: edit.at,
    label: `${what} of ${where}: ${value}`,
  };
  if (edit.incoming !== undefined) change.before = edit.incoming;
  if (edit.value !== undefined) change.after = edit.value;
  return change;
}

function placeName(result: JsonObject, names: readonly string[]): string {
  if (names[0] === 'info') return 'the connector';
  if (names[0] !== 'paths')
    return (
      names
        .filter((name) => name !== 'properties')
        .slice(1)
        .join(' › ') || 'the definition'
    );
  const operation = atPointer(result, toPointer(names.slice(0, 3)));
  const id = String(ownProperty(operation, 'operationId') ?? names.slice(1, 3).reverse().join(' '));
  if (names[3] !== 'parameters')
    return [id, ...names.slice(3).filter((name) => name !== 'properties' && name !== 'schema')].join(' › ');
  const parameter = atPointer(result, toPointer(names.slice(0, 5)));
  const rest = names.slice(5).filter((name) => name !== 'properties' && name !== 'schema');
  return [id, String(ownProperty(parameter, 'name') ?? names[4]), ...rest].join(' › ');
}
