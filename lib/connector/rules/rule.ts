// The shape of a rule and what it looks at. A rule is data: its code, the public rule it follows, its level, and how
// it finds what breaks it.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { atPointer } from '../../json-pointer';
import type { ProblemFix, Severity } from '../../problem';
import type { Connector, Operation } from '../model';
import { listParts, listUsedParts, type Part } from '../parts';
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

/** What rules look at: a whole connector, or one operation of it with all it refers to. */
export interface CheckView {
  connector: Connector;
  document: JsonObject;
  properties: JsonObject | undefined;
  operations: OperationView[];
  /** As written, each once. */
  parts: Part[];
  /** The parts that are schemas; parameters of 2.0 that carry a type of their own are among them. */
  schemas: Located<JsonObject>[];
  /** How many parts are looked at where one leads to another. */
  reach: number;
  /** True for a schema that describes answers and is no part of any request. */
  isOnlyAnswered(pointer: string): boolean;
}

/** Collects once what the rules look at. */
export function toCheckView(connector: Connector, properties: JsonObject | undefined): CheckView {
  const { document, operations } = connector;
  const view = toView(connector, { operations, parts: listParts(document), reach: Number.POSITIVE_INFINITY });
  return { ...view, properties };
}

// Of published operations the largest has 438 parts. Past this many a web of schemas is not followed for each operation.
const reachOfOperation = 4_000;

/** The same of one operation: only its parts, and what they refer to. */
export function toOperationView(connector: Connector, operation: Operation): CheckView {
  const parts = listPartsOfOperation(connector.document, operation);
  return toView(connector, { operations: [operation], parts, reach: reachOfOperation });
}

interface Scope {
  operations: readonly Operation[];
  parts: Part[];
  reach: number;
}

function toView(connector: Connector, { operations, parts, reach }: Scope): CheckView {
  const { document } = connector;
  return {
    connector,
    document,
    properties: undefined,
    operations: operations.map((operation) => {
      const written = atPointer(document, operation.pointer);
      return { operation, written: isJsonObject(written) ? written : {} };
    }),
    parts,
    reach,
    isOnlyAnswered: answeredBy(document, operations, reach),
    schemas: parts.flatMap(({ kind, value, pointer }) => {
      const isSchema =
        kind === 'schema' || (kind === 'parameter' && ownProperty(value, 'type') !== undefined);
      return isSchema && isJsonObject(value) ? [{ value, pointer }] : [];
    }),
  };
}

function answeredBy(
  document: JsonObject,
  operations: readonly Operation[],
  reach: number,
): (pointer: string) => boolean {
  const pointersFrom = (schemas: readonly Located[]): Set<string> =>
    new Set(
      listUsedParts(
        document,
        schemas.map((schema) => ({ ...schema, kind: 'schema' })),
        reach,
      ).map(({ pointer }) => pointer),
    );
  let sides: { sent: Set<string>; answered: Set<string> } | undefined;
  return (pointer) => {
    sides ??= {
      sent: pointersFrom(
        operations.flatMap(({ parameters }) =>
          parameters.map(({ schema, schemaPointer }) => ({ value: schema, pointer: schemaPointer })),
        ),
      ),
      answered: pointersFrom(
        operations.flatMap(({ responses, notification }) =>
          [...responses, ...(notification ? [notification] : [])].flatMap(({ schema, schemaPointer = '' }) =>
            schema ? [{ value: schema, pointer: schemaPointer }] : [],
          ),
        ),
      ),
    };
    return sides.answered.has(pointer) && !sides.sent.has(pointer);
  };
}

/** The operation, the parameters it shares with its path, and the content of its notification. */
export function listPartsOfOperation(
  document: JsonObject,
  operation: Operation,
  limit = reachOfOperation,
): Part[] {
  const pathItem = operation.pointer.slice(0, operation.pointer.lastIndexOf('/'));
  const shared = [`${pathItem}/parameters`, `${pathItem}/x-ms-notification-content`];
  const [own, parameters, notification] = [operation.pointer, ...shared].map((pointer) => ({
    value: atPointer(document, pointer),
    pointer,
  }));
  const starts: Part[] = [];
  if (own?.value !== undefined) starts.push({ kind: 'operation', value: own.value, pointer: own.pointer });
  if (Array.isArray(parameters?.value)) {
    for (const [index, value] of parameters.value.entries())
      starts.push({ kind: 'parameter', value, pointer: `${parameters.pointer}/${index}` });
  }
  if (operation.notification && notification?.value !== undefined)
    starts.push({ kind: 'response', value: notification.value, pointer: notification.pointer });
  return listUsedParts(document, starts, limit);
}

/** A fix that sets one place. Safe by default: it changes only what makers read. */
export function setFix(label: string, at: string, value: JsonValue, safe = true): ProblemFix {
  return { label, safe, changes: [{ op: 'set', at, value }] };
}

/** How messages name an operation. */
export function nameOf(operation: Operation): string {
  return operation.id === '' ? `${operation.method} ${operation.path}` : operation.id;
}
