// What an update changes, in words: general facts and security, operations by operationId or place, then their
// parameters and responses, then shared schemas. Nothing that changes goes unnamed.
import { isSameJson } from '../../document/equal';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json';
import { atPointer, toPointer } from '../../json-pointer';
import { operationLabel } from '../label';
import type { Connector, Operation } from '../model';
import { becomes, titleOf, type UpdateChange } from './change';
import { describeGeneral } from './describe-general';
import { type Described, describeOperation, namedSchemas } from './facts';
import { pair } from './pair-operations';
import { differingFacts } from './sides';
import { findTouched } from './touched';

interface Pair<T> {
  old: T;
  next: T;
}

/** The differences between two connectors that a maker wants to know of. */
export function describeChanges(connectors: Pair<Connector>): UpdateChange[] {
  const { old, next } = connectors;
  const changes = [
    ...describeGeneral(old, next),
    ...describeOperations(connectors),
    ...(old.dialect === next.dialect ? describeSchemas(connectors) : []),
  ];
  if (changes.length > 0 || isSameJson(old.document, next.document)) return changes;
  return [{ kind: 'changed', subject: 'general', at: '', label: 'Parts that no operation uses changed' }];
}

function describeOperations(connectors: Pair<Connector>): UpdateChange[] {
  const { old, next } = connectors;
  const partners = pair(next.operations, old.operations);
  const kept = new Set(partners.values());
  const isTouched = findTouched(next, old);
  const changes = next.operations.flatMap((operation): UpdateChange[] => {
    const former = partners.get(operation);
    const { pointer } = operation;
    if (!former) return [{ kind: 'added', subject: 'operation', at: pointer, label: titleOf(operation) }];
    const named = describeName(former, operation);
    if (!isTouched(operation, former)) return named;
    return [...named, ...describeParts(connectors, { old: former, next: operation })];
  });
  const removed = old.operations
    .filter((operation) => !kept.has(operation))
    .map((operation): UpdateChange => {
      const { pointer } = operation;
      return { kind: 'removed', subject: 'operation', at: pointer, label: titleOf(operation) };
    });
  return [...changes, ...removed];
}

function describeName(old: Operation, next: Operation): UpdateChange[] {
  if (old.id === next.id) return [];
  const label = `${old.id} is now called ${next.id}`;
  return [{ kind: 'changed', subject: 'operation', at: next.pointer, label, before: old.id, after: next.id }];
}

/** Where a statement about an operation is written. */
const members: Record<string, string> = {
  summary: 'summary',
  description: 'description',
  visibility: 'x-ms-visibility',
  deprecated: 'deprecated',
  kind: 'x-ms-trigger',
};

function describeParts(connectors: Pair<Connector>, operation: Pair<Operation>): UpdateChange[] {
  const old = describeOperation(connectors.old, operation.old);
  const next = describeOperation(connectors.next, operation.next);
  const name = operationLabel(operation.next);
  const at = operation.next.pointer;
  const before = old[0]?.facts ?? {};
  const after = next[0]?.facts ?? {};
  // 2.0 names the types of answers without a body too, so between dialects they do not compare.
  const isTold = (fact: string) =>
    fact !== 'answer types' || connectors.old.dialect === connectors.next.dialect;
  const own = differingFacts(before, after)
    .filter(isTold)
    .map((fact): UpdateChange => {
      const member = members[fact] ?? (fact.startsWith('x-') ? fact : undefined);
      const change: UpdateChange = {
        kind: 'changed',
        subject: 'operation',
        at: member === undefined ? at : at + toPointer([member]),
        label: `${name}: ${becomes(fact, before[fact], after[fact])}`,
      };
      if (before[fact] !== undefined) change.before = before[fact];
      if (after[fact] !== undefined) change.after = after[fact];
      return change;
    });
  const parts = describeNamed({ connectors, name }, { old: partsOf(old), next: partsOf(next) });
  const changes = [...own, ...parts];
  if (changes.length > 0 || isSameWritten(connectors, operation)) return changes;
  return [{ kind: 'changed', subject: 'operation', at, label: `${name}: other details changed` }];
}

/** In one dialect nothing that differs is passed over; between dialects the writing always differs. */
function isSameWritten({ old, next }: Pair<Connector>, operation: Pair<Operation>): boolean {
  if (old.dialect !== next.dialect) return true;
  const one = atPointer(old.document, operation.old.pointer);
  const other = atPointer(next.document, operation.next.pointer);
  return isSameJson(withoutId(one), withoutId(other));
}

function withoutId(operation: JsonValue | undefined): JsonObject {
  const { operationId: _id, ...rest } = isJsonObject(operation) ? operation : {};
  return rest;
}

/** Parameters and responses, each with what is said below it. */
function partsOf(places: readonly Described[]): Map<string, Described[]> {
  const parts = new Map<string, Described[]>();
  let part: Described[] = [];
  for (const place of places.slice(1)) {
    if (place.names.length === 1) {
      part = [];
      parts.set(place.key, part);
    }
    part.push(place);
  }
  return parts;
}

function describeNamed(
  { connectors, name }: { connectors: Pair<Connector>; name: string },
  parts: Pair<Map<string, Described[]>>,
): UpdateChange[] {
  const changes: UpdateChange[] = [];
  const add = (kind: UpdateChange['kind'], { part, names, pointer }: Described, details: string[] = []) => {
    const label = `${name}: ${part} ${names[0] ?? ''} ${kind}`;
    const subject = part === 'parameter' ? 'parameter' : 'response';
    changes.push({ kind, subject, at: pointer, label, ...(details.length > 0 && { details }) });
  };
  for (const [key, [head, ...below]] of parts.next) {
    if (!head) continue;
    const former = parts.old.get(key);
    if (!former) {
      add('added', head);
      continue;
    }
    const details = listDetails(former, [head, ...below]);
    if (details.length > 0 || !isSamePart(connectors, { old: former, next: [head] }))
      add('changed', head, details);
  }
  for (const [key, [head]] of parts.old) if (head && !parts.next.has(key)) add('removed', head);
  return changes;
}

const detailLimit = 20;

/** Each statement that differs, and each property that came or went. */
function listDetails(old: readonly Described[], next: readonly Described[]): string[] {
  const before = new Map(old.map((place) => [place.key, place]));
  const after = new Set(next.map(({ key }) => key));
  const where = ({ names }: Described): string => (names.length > 1 ? `${names.slice(1).join(' › ')}: ` : '');
  const details = next.flatMap((place): string[] => {
    const former = before.get(place.key);
    if (!former) return [`${where(place)}added`];
    return differingFacts(former.facts, place.facts).map(
      (fact) => where(place) + becomes(fact, former.facts[fact], place.facts[fact]),
    );
  });
  const gone = old.filter(({ key }) => !after.has(key)).map((place) => `${where(place)}removed`);
  const all = [...details, ...gone];
  return all.length > detailLimit
    ? [...all.slice(0, detailLimit), `and ${all.length - detailLimit} more`]
    : all;
}

function isSamePart({ old, next }: Pair<Connector>, part: Pair<Described[]>): boolean {
  if (old.dialect !== next.dialect) return true;
  return isSameJson(
    atPointer(old.document, part.old[0]?.pointer ?? ''),
    atPointer(next.document, part.next[0]?.pointer ?? ''),
  );
}

/** Schemas that both have and that differ; new and dropped ones follow from the operations. */
function describeSchemas({ old, next }: Pair<Connector>): UpdateChange[] {
  const before = new Map(namedSchemas(old).map(({ name, schema }) => [name, schema.value]));
  return namedSchemas(next).flatMap(({ name, schema }): UpdateChange[] => {
    const former = before.get(name);
    if (former === undefined || isSameJson(former, schema.value)) return [];
    return [{ kind: 'changed', subject: 'schema', at: schema.pointer, label: `Schema ${name} changed` }];
  });
}
