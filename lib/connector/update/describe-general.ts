// What an update changes beside the operations: title, description, address, security, and the members of the document
// that stand for all operations.
import { isSameJson } from '../../document/equal';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import type { Connector } from '../model';
import { factText, type UpdateChange } from './change';

/** The general differences of two connectors. */
export function describeGeneral(old: Connector, next: Connector): UpdateChange[] {
  const facts: [string, string, string, string][] = [
    ['Format', '', formatOf(old), formatOf(next)],
    ['Title', '/info/title', old.title, next.title],
    ['Description', '/info/description', old.description, next.description],
    ['Scheme', '/schemes', old.scheme, next.scheme],
    ['Host', '/host', old.host, next.host],
    ['Base URL', '/basePath', old.basePath || '/', next.basePath || '/'],
  ];
  const changes = facts
    .filter(([, , was, is]) => was !== is)
    .map(([name, at, was, is]): UpdateChange => {
      const label = `${name}: ${was || 'none'} becomes ${is || 'none'}`;
      const place = next.dialect === '2.0' || at.startsWith('/info') ? at : '/servers';
      return { kind: 'changed', subject: 'general', at: place, label, before: was, after: is };
    });
  return [...changes, ...describeSecurity(old, next), ...describeMembers(old, next)];
}

function formatOf({ dialect }: Connector): string {
  return `OpenAPI ${dialect}`;
}

function describeSecurity(old: Connector, next: Connector): UpdateChange[] {
  const before = securityText(old);
  const after = securityText(next);
  if (before === after) return [];
  const at = next.dialect === '2.0' ? '/securityDefinitions' : '/components/securitySchemes';
  return [
    {
      kind: 'changed',
      subject: 'security',
      at,
      label: `Security: ${before} becomes ${after}`,
      before,
      after,
    },
  ];
}

function securityText({ security }: Connector): string {
  if (security.type === 'none') return 'none';
  if (security.type === 'basic') return 'basic authentication';
  if (security.type === 'unsupported') return security.name;
  const prefix = security.prefix === undefined ? '' : `, after “${security.prefix}”`;
  return `API key (${security.in} ${security.name}${prefix})`;
}

const toldElsewhere = new Set([
  'swagger',
  'openapi',
  'info',
  'host',
  'basePath',
  'schemes',
  'servers',
  'paths',
  'definitions',
  'components',
  'securityDefinitions',
  'security',
]);

/** `consumes`, `tags`, shared parameters and responses, extensions. Between dialects only the extensions compare. */
function describeMembers(old: Connector, next: Connector): UpdateChange[] {
  const isComparable = (key: string): boolean =>
    !toldElsewhere.has(key) && (old.dialect === next.dialect || key.startsWith('x-'));
  const places = new Map<string, [JsonValue | undefined, JsonValue | undefined]>();
  const collect = (
    holders: [JsonValue | undefined, JsonValue | undefined],
    path: string[],
    keys: string[],
  ) => {
    for (const key of keys) {
      const at = toPointer([...path, key]);
      places.set(at, [ownProperty(holders[0], key), ownProperty(holders[1], key)]);
    }
  };
  const keysOf = (...values: (JsonValue | undefined)[]): string[] => [
    ...new Set(values.flatMap((value) => (isJsonObject(value) ? Object.keys(value) : []))),
  ];
  const documents: [JsonObject, JsonObject] = [old.document, next.document];
  collect(documents, [], keysOf(...documents).filter(isComparable));
  const infos: [JsonValue | undefined, JsonValue | undefined] = [
    ownProperty(old.document, 'info'),
    ownProperty(next.document, 'info'),
  ];
  collect(
    infos,
    ['info'],
    keysOf(...infos).filter((key) => key !== 'title' && key !== 'description'),
  );
  return [...places].flatMap(([at, [before, after]]): UpdateChange[] => {
    if (isSameJson(said(before), said(after))) return [];
    const name = at.slice(1).replace('/', ' ');
    const isShort = [before, after].every((value) => typeof value !== 'object');
    const label = isShort
      ? `${name}: ${factText(before)} becomes ${factText(after)}`
      : `${name} ${before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'}`;
    return [{ kind: 'changed', subject: 'general', at, label }];
  });
}

/** An empty list or object says as little as none. */
function said(value: JsonValue | undefined): JsonValue | undefined {
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return isEmpty || value === '' ? undefined : value;
}
