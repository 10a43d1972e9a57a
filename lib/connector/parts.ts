// The parts of a definition by what they are: path items, operations, parameters, responses, schemas (OpenAPI 2.0 and
// 3.x). One table says where each kind stands, so rules ask for parts and never search a document.
import { isJsonObject, type JsonObject } from '../json';
import { toPointer } from '../json-pointer';
import { isMethod } from './read/paths-object';
import { type Located, resolveReference } from './reference';

export type PartKind =
  | 'document'
  | 'info'
  | 'components'
  | 'path item'
  | 'operation'
  | 'parameter'
  | 'request body'
  | 'media type'
  | 'response'
  | 'header'
  | 'schema';

export interface Part extends Located {
  kind: PartKind;
}

interface Member {
  kind: PartKind;
  holds: 'one' | 'list' | 'map';
}

const one = (kind: PartKind): Member => ({ kind, holds: 'one' });
const list = (kind: PartKind): Member => ({ kind, holds: 'list' });
const map = (kind: PartKind): Member => ({ kind, holds: 'map' });

const members: Record<PartKind, Record<string, Member>> = {
  document: {
    info: one('info'),
    paths: map('path item'),
    definitions: map('schema'),
    parameters: map('parameter'),
    responses: map('response'),
    components: one('components'),
  },
  info: {},
  components: {
    schemas: map('schema'),
    parameters: map('parameter'),
    responses: map('response'),
    requestBodies: map('request body'),
    headers: map('header'),
  },
  'path item': { parameters: list('parameter'), 'x-ms-notification-content': one('response') },
  operation: {
    parameters: list('parameter'),
    requestBody: one('request body'),
    responses: map('response'),
  },
  parameter: { schema: one('schema'), content: map('media type'), items: one('schema') },
  'request body': { content: map('media type') },
  'media type': { schema: one('schema') },
  response: { schema: one('schema'), content: map('media type'), headers: map('header') },
  header: { schema: one('schema'), items: one('schema') },
  schema: {
    items: one('schema'),
    additionalProperties: one('schema'),
    not: one('schema'),
    allOf: list('schema'),
    anyOf: list('schema'),
    oneOf: list('schema'),
    properties: map('schema'),
    definitions: map('schema'),
    $defs: map('schema'),
  },
};

/** Every part of a document as it is written, in document order; `$ref`s are not followed. */
export function listParts(document: JsonObject): Part[] {
  return collect([{ kind: 'document', value: document, pointer: '' }], undefined);
}

/** What the given parts hold and refer to, each once, up to `limit`. */
export function listUsedParts(
  document: JsonObject,
  starts: readonly Part[],
  limit = Number.POSITIVE_INFINITY,
): Part[] {
  return collect(starts, document, limit);
}

function collect(
  starts: readonly Part[],
  follow: JsonObject | undefined,
  limit = Number.POSITIVE_INFINITY,
): Part[] {
  const parts: Part[] = [];
  const seen = new Set<string>();
  const stack = [...starts].reverse();
  for (let part = stack.pop(); part && parts.length < limit; part = stack.pop()) {
    if (follow && seen.has(part.pointer)) continue;
    seen.add(part.pointer);
    parts.push(part);
    const below = childrenOf(part);
    const target = follow && resolveReference(follow, part);
    if (target && target.pointer !== part.pointer) below.push({ ...target, kind: part.kind });
    for (const child of below.reverse()) stack.push(child);
  }
  return parts;
}

function childrenOf({ kind, value, pointer }: Part): Part[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const found = memberOf(kind, key);
    return found ? partsIn(found, { value: member, pointer: pointer + toPointer([key]) }) : [];
  });
}

function memberOf(kind: PartKind, key: string): Member | undefined {
  if (kind === 'path item' && isMethod(key)) return one('operation');
  return Object.hasOwn(members[kind], key) ? members[kind][key] : undefined;
}

/** What holds the parts below a member: `list`, `object`, or undefined where the member is a part itself or none. */
export function containerOf(kind: PartKind, key: string): 'list' | 'object' | undefined {
  const holds = memberOf(kind, key)?.holds;
  if (holds === undefined || holds === 'one') return undefined;
  return holds === 'list' ? 'list' : 'object';
}

function partsIn({ kind, holds }: Member, { value, pointer }: Located): Part[] {
  // `items` of older files is a list with a schema for each place.
  if (holds === 'one' && !(kind === 'schema' && Array.isArray(value))) return [{ kind, value, pointer }];
  if (holds === 'map' ? !isJsonObject(value) : !Array.isArray(value)) return [];
  return Object.entries(value ?? [])
    .filter(([key]) => kind === 'schema' || !key.startsWith('x-'))
    .map(([key, item]) => ({ kind, value: item, pointer: pointer + toPointer([key]) }));
}
