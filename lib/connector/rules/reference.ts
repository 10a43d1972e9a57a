// Rules for `$ref` and for what the x-ms extensions refer to.
import { isJsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import { outputResponse } from '../outputs';
import { textMember } from '../read/members';
import { referenceOf, resolveReference } from '../reference';
import { viewSchema } from '../schema-view';
import type { CheckView, Finding, Rule } from './rule';
import { distance } from './spelling';

const passedOver = new Set(['example', 'examples', 'default', 'enum', 'x-ms-examples']);

/** Visits every object of the document with its pointer; examples are data and are passed over. */
function walk(
  document: JsonValue,
  visit: (value: { [key: string]: JsonValue }, pointer: string) => void,
): void {
  const stack: { value: JsonValue; pointer: string }[] = [{ value: document, pointer: '' }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { value, pointer } = entry;
    if (typeof value !== 'object' || value === null) continue;
    if (isJsonObject(value)) visit(value, pointer);
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'object' && member !== null && !passedOver.has(key))
        stack.push({ value: member, pointer: pointer + toPointer([key]) });
    }
  }
}

function checkReferences(view: CheckView): Finding[] {
  const findings: Finding[] = [];
  walk(view.document, (value, pointer) => {
    const reference = referenceOf(value);
    if (reference === undefined || pointer.endsWith('/properties')) return;
    const at = `${pointer}/$ref`;
    if (!reference.startsWith('#')) {
      findings.push({
        at,
        message: `“${reference}” lies outside this file and is never fetched. Copy it into the file.`,
      });
    } else if (!resolveReference(view.document, { value, pointer })) {
      findings.push({ at, message: `“${reference}” leads nowhere in this file.` });
    }
  });
  return findings;
}

const dynamicNames = [
  'x-ms-dynamic-values',
  'x-ms-dynamic-list',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
];

function checkDynamicTargets(view: CheckView): Finding[] {
  const findings: Finding[] = [];
  const known = new Set(view.operations.map(({ operation }) => operation.id));
  walk(view.document, (value, pointer) => {
    for (const name of dynamicNames) {
      const id = textMember(ownProperty(value, name), 'operationId');
      if (id === '' || known.has(id)) continue;
      const at = pointer + toPointer([name, 'operationId']);
      findings.push({ at, message: `The dropdown asks the operation “${id}”, which does not exist.` });
    }
  });
  return findings;
}

function checkDynamicCollections(view: CheckView): Finding[] {
  const findings: Finding[] = [];
  const byId = new Map(view.operations.map(({ operation }) => [operation.id, operation]));
  walk(view.document, (value, pointer) => {
    const dynamic = ownProperty(value, 'x-ms-dynamic-values');
    const operation = byId.get(textMember(dynamic, 'operationId'));
    const response = operation && outputResponse(operation);
    if (!response?.schema || textMember(dynamic, 'value-collection') !== '') return;
    const { type, properties } = viewSchema(view.document, {
      value: response.schema,
      pointer: response.schemaPointer ?? '',
    });
    const lists = properties.filter(({ schema }) => viewSchema(view.document, schema).type === 'array');
    if (type !== 'object' || lists.length === 1 || properties.length === 0) return;
    const at = `${pointer}/x-ms-dynamic-values`;
    findings.push({
      at,
      message: `The dropdown does not say which list of ${operation?.id ?? ''} it shows. Set value-collection.`,
    });
  });
  return findings;
}

function checkWebhooks(view: CheckView): Finding[] {
  const findings: Finding[] = [];
  for (const { operation, written } of view.operations) {
    if (!operation.notification) continue;
    let found = false;
    const parameters = operation.parameters.map(({ schema }) => schema);
    walk([written, ...parameters, ...bodySchemas(view, operation.id)], (value) => {
      found ||= ownProperty(value, 'x-ms-notification-url') !== undefined;
    });
    if (!found) {
      const message =
        'The webhook does not say where the callback URL goes. Mark a body property with x-ms-notification-url.';
      findings.push({ at: operation.pointer, message });
    }
  }
  return findings;
}

function bodySchemas(view: CheckView, id: string): JsonValue[] {
  const operation = view.operations.find((item) => item.operation.id === id)?.operation;
  return (operation?.parameters ?? [])
    .filter((parameter) => parameter.in === 'body')
    .flatMap(
      (parameter) =>
        viewSchema(view.document, { value: parameter.schema, pointer: parameter.schemaPointer }).properties,
    )
    .map(({ schema }) => viewSchema(view.document, schema).members);
}

const extensions = [
  'x-ms-summary',
  'x-ms-visibility',
  'x-ms-url-encoding',
  'x-ms-trigger',
  'x-ms-dynamic-values',
  'x-ms-notification-url',
  'x-ms-notification-content',
  'x-ms-capabilities',
];

function checkSpelling(view: CheckView): Finding[] {
  const findings: Finding[] = [];
  walk(view.document, (value, pointer) => {
    for (const key of Object.keys(value)) {
      if (!/^x\s*-\s*ms/i.test(key) || extensions.includes(key)) continue;
      const close = extensions.find(
        (name) => key.length > name.length - 3 && distance(key.toLowerCase(), name) <= 2,
      );
      const member = value[key];
      if (!close || member === undefined || Object.hasOwn(value, close) || key.startsWith('x-ms-trigger-'))
        continue;
      const at = pointer + toPointer([key]);
      const changes = [
        { op: 'remove' as const, at },
        { op: 'set' as const, at: pointer + toPointer([close]), value: member },
      ];
      findings.push({
        at,
        message: `“${key}” has no meaning; ${close} may be meant.`,
        fix: { label: `Rename to ${close}`, safe: true, changes },
      });
    }
  });
  return findings;
}

export const referenceRules: Rule[] = [
  { code: 'CONN2501', name: 'ReferenceNotFound', severity: 'error', find: checkReferences },
  { code: 'CONN2502', name: 'OperationIdNotFound', severity: 'error', find: checkDynamicTargets },
  {
    code: 'CONN2503',
    name: 'InvokedOperationShouldProduceArray',
    severity: 'error',
    find: checkDynamicCollections,
  },
  {
    code: 'CONN2504',
    name: 'WebhookOperationsMissingNotificationUrlProperty',
    severity: 'warning',
    find: checkWebhooks,
  },
  { code: 'CONN2505', name: 'ExtensionMisspelt', severity: 'hint', find: checkSpelling },
];
