// Rules for what extensions ask of other operations: x-ms-dynamic-values, -list, -schema, -properties, -tree,
// x-ms-capabilities, and the callback URL of a webhook.
import { isJsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import type { Connector, Operation } from '../model';
import { outputResponse } from '../outputs';
import { textMember } from '../read/members';
import type { Located } from '../reference';
import { type SchemaView, viewSchema } from '../schema-view';
import { type CheckView, type Finding, listPartsOfOperation, type Rule } from './rule';

interface Invocation {
  /** The extension's name. */
  name: string;
  /** What names the operation. */
  call: JsonValue;
  pointer: string;
}

const direct = ['x-ms-dynamic-values', 'x-ms-dynamic-list', 'x-ms-dynamic-schema', 'x-ms-dynamic-properties'];
const nested: [string, string[]][] = [
  ['x-ms-dynamic-tree', ['open', 'browse']],
  ['x-ms-capabilities', ['testConnection']],
];

/** Every place where an extension of the looked-at parts asks another operation. */
function* listInvocations(view: CheckView): Iterable<Invocation> {
  for (const { value, pointer } of view.parts) {
    if (!isJsonObject(value)) continue;
    for (const name of direct) {
      const call = ownProperty(value, name);
      if (call !== undefined) yield { name, call, pointer: pointer + toPointer([name]) };
    }
    for (const [name, members] of nested) {
      for (const member of members) {
        const call = ownProperty(ownProperty(value, name), member);
        if (call !== undefined) yield { name, call, pointer: pointer + toPointer([name, member]) };
      }
    }
  }
}

/** The operation IDs that extensions name. */
export function listInvokedIds(view: CheckView): Set<string> {
  const ids = new Set<string>();
  for (const { call } of listInvocations(view)) ids.add(textMember(call, 'operationId'));
  return ids;
}

function operationsById({ connector }: CheckView): Map<string, Operation> {
  return new Map(connector.operations.map((operation) => [operation.id, operation]));
}

function* checkTargets(view: CheckView): Iterable<Finding> {
  const known = operationsById(view);
  for (const { name, call, pointer } of listInvocations(view)) {
    const id = textMember(call, 'operationId');
    if (id === '' || known.has(id)) continue;
    const who = name === 'x-ms-capabilities' ? 'The test of a connection' : 'The dropdown';
    yield {
      at: `${pointer}/operationId`,
      message: `${who} asks the operation “${id}”, which does not exist.`,
    };
  }
}

function* checkCollections(view: CheckView): Iterable<Finding> {
  const known = operationsById(view);
  for (const { name, call, pointer } of listInvocations(view)) {
    const member = { 'x-ms-dynamic-values': 'value-collection', 'x-ms-dynamic-list': 'itemsPath' }[name];
    const operation = known.get(textMember(call, 'operationId'));
    const response = operation && outputResponse(operation);
    if (member === undefined || !operation || !response?.schema) continue;
    const schema: Located = { value: response.schema, pointer: response.schemaPointer ?? '' };
    const path = textMember(call, member);
    const found = followPath(view.connector, schema, path);
    if (found === undefined || isList(view.connector, found)) continue;
    const message =
      path === ''
        ? `The dropdown does not say which list of ${operation.id} it shows. Set ${member}.`
        : `The dropdown looks for a list at “${path}” of ${operation.id}, and there is none. Correct ${member}.`;
    yield { at: path === '' ? pointer : pointer + toPointer([member]), message };
  }
}

/** The schema at a path like `data/items`; `missing` where a described object lacks it, undefined where nobody knows. */
function followPath(connector: Connector, start: Located, path: string): SchemaView | 'missing' | undefined {
  let view = viewSchema(connector.document, start);
  for (const name of path.split('/').filter((segment) => segment !== '')) {
    if (view.properties.length === 0)
      return view.type === 'any' || view.type === 'object' ? undefined : 'missing';
    const property = view.properties.find((each) => each.name === name);
    if (!property) return ownProperty(view.members, 'additionalProperties') ? undefined : 'missing';
    view = viewSchema(connector.document, property.schema);
  }
  return view;
}

/** A list, an object with exactly one list in it, or something of unknown shape. */
function isList(connector: Connector, view: SchemaView | 'missing'): boolean {
  if (view === 'missing') return false;
  if (view.type !== 'object') return view.type === 'array' || view.type === 'any';
  const lists = view.properties.filter(
    ({ schema }) => viewSchema(connector.document, schema).type === 'array',
  );
  return lists.length === 1 || view.properties.length === 0;
}

// The callback URL stands near the top of a body.
const webhookParts = 1_000;

function* checkWebhooks(view: CheckView): Iterable<Finding> {
  for (const { operation } of view.operations) {
    if (!isWebhook(operation)) continue;
    const parts = listPartsOfOperation(view.document, operation, webhookParts);
    if (parts.some(({ value }) => ownProperty(value, 'x-ms-notification-url') !== undefined)) continue;
    const message =
      'The webhook does not say where the callback URL goes. Mark a body property with x-ms-notification-url.';
    yield { at: operation.pointer, message };
  }
}

/** Triggers that are polled are read with GET or answer a batch; the others register a callback. */
function isWebhook({ kind, trigger, method, notification }: Operation): boolean {
  if (kind !== 'trigger') return false;
  return notification !== undefined || (method !== 'GET' && trigger !== 'batch');
}

export const dynamicRules: Rule[] = [
  { code: 'CONN2502', name: 'OperationIdNotFound', severity: 'error', find: checkTargets },
  { code: 'CONN2503', name: 'InvokedOperationShouldProduceArray', severity: 'error', find: checkCollections },
  {
    code: 'CONN2504',
    name: 'WebhookOperationsMissingNotificationUrlProperty',
    severity: 'warning',
    find: checkWebhooks,
  },
];
