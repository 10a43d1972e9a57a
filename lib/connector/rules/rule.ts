// The shape of a rule and what it looks at. A rule is data: its code, the public rule it follows, its level, and how
// it finds what breaks it.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { atPointer, toPointer } from '../../json-pointer';
import type { ProblemFix, Severity } from '../../problem';
import type { Connector, Operation } from '../model';
import { entriesOf, listMember, objectMember } from '../read/members';
import type { Located } from '../reference';

export interface Finding {
  at: string;
  message: string;
  /** Where a finding is milder or graver than its rule. */
  severity?: Severity;
  fix?: ProblemFix;
}

export interface Rule {
  code: string;
  /** Name of the public rule, or our own in the same style. */
  name: string;
  severity: Severity;
  find(view: CheckView): Iterable<Finding>;
}

interface OperationView {
  operation: Operation;
  /** The operation object as written. */
  written: JsonObject;
}

export interface CheckView {
  connector: Connector;
  document: JsonObject;
  properties: JsonObject | undefined;
  operations: OperationView[];
  /** Every schema as written, each once; parameters of 2.0 that carry their own type are among them. */
  schemas: Located<JsonObject>[];
}

/** Collects once what the rules look at. */
export function toCheckView(connector: Connector, properties: JsonObject | undefined): CheckView {
  const { document } = connector;
  const operations = connector.operations.map((operation) => {
    const written = atPointer(document, operation.pointer);
    return { operation, written: isJsonObject(written) ? written : {} };
  });
  return { connector, document, properties, operations, schemas: listSchemas(document) };
}

/** A fix that sets one place. Safe by default: it changes only what makers read. */
export function setFix(label: string, at: string, value: JsonValue, safe = true): ProblemFix {
  return { label, safe, changes: [{ op: 'set', at, value }] };
}

/** How messages name an operation. */
export function nameOf(operation: Operation): string {
  return operation.id === '' ? `${operation.method} ${operation.path}` : operation.id;
}

const schemaMembers = ['items', 'additionalProperties', 'not'];
const schemaLists = ['allOf', 'anyOf', 'oneOf'];
const schemaMaps = ['properties', 'definitions', '$defs'];
const roots = ['definitions', 'parameters', 'responses', 'paths', 'components'];

/** Walks the written document, never through `$ref`, and keeps the objects that are schemas. */
function listSchemas(document: JsonObject): Located<JsonObject>[] {
  const schemas: Located<JsonObject>[] = [];
  const root: Located = { value: document, pointer: '' };
  for (const name of roots) {
    const holder = objectMember(root, name);
    if (!holder) continue;
    if (name === 'definitions') for (const { located } of entriesOf(holder)) walkSchema(located, schemas);
    else walkHolder(holder, schemas, 0);
  }
  return schemas;
}

/** Finds schemas in anything that may hold one: under `schema`, `schemas`, and parameters with a type of their own. */
function walkHolder(holder: Located, schemas: Located<JsonObject>[], depth: number): void {
  if (depth > 12) return;
  if (Array.isArray(holder.value)) {
    holder.value.forEach((item, index) => {
      walkHolder({ value: item, pointer: holder.pointer + toPointer([index]) }, schemas, depth + 1);
    });
    return;
  }
  if (!isJsonObject(holder.value)) return;
  const isTyped =
    typeof ownProperty(holder.value, 'in') === 'string' && ownProperty(holder.value, 'type') !== undefined;
  if (isTyped) walkSchema(holder, schemas);
  for (const { key, located } of entriesOf(holder)) {
    if (key === 'schema') walkSchema(located, schemas);
    else if (key === 'schemas') for (const entry of entriesOf(located)) walkSchema(entry.located, schemas);
    else if (!passedOver.has(key) && !(isTyped && key === 'items')) walkHolder(located, schemas, depth + 1);
  }
}

const passedOver = new Set(['example', 'examples', 'default', 'enum', 'tags', 'security', 'securitySchemes']);

function walkSchema(located: Located, schemas: Located<JsonObject>[]): void {
  const { value, pointer } = located;
  if (!isJsonObject(value)) return;
  schemas.push({ value, pointer });
  for (const name of schemaMembers) {
    const member = objectMember(located, name);
    if (member) walkSchema(member, schemas);
  }
  for (const name of schemaLists) for (const item of listMember(located, name)) walkSchema(item, schemas);
  for (const name of schemaMaps)
    for (const entry of entriesOf(objectMember(located, name))) walkSchema(entry.located, schemas);
}
