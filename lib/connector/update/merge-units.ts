// Two parts of a definition that are merged whole, for their pieces mean nothing apart: the address of the API (scheme,
// host, base path), and how calls are signed.
import { isSameJson } from '../../document/equal';
import { isJsonObject, type JsonObject, ownProperty } from '../../json';
import type { Dialect } from '../model';
import { type Host, readHost } from '../read/host';
import { listSecuritySchemes } from '../read/security-scheme-object';
import type { Documents } from './merge-value';

const addressKeys = ['host', 'basePath', 'schemes', 'servers'];

/** The maker's address where it was edited, or where the file names none; else the file's. */
export function mergeAddress(documents: Documents & { dialect: Dialect }, merged: JsonObject): JsonObject {
  const { base, mine, theirs, dialect } = documents;
  const own = readHost(mine, dialect);
  const incoming = readHost(theirs, dialect);
  const isImported = addressKeys.some((key) => ownProperty(base, key) !== undefined);
  const isEdited = isImported && !isSameJson(toJson(own), toJson(readHost(base, dialect)));
  const isUnchanged = addressKeys.every((key) =>
    isSameJson(ownProperty(base, key), ownProperty(theirs, key)),
  );
  if (isUnchanged || isEdited || incoming.host === '') return withMembers(merged, addressKeys, mine);
  const address = withMembers(merged, addressKeys, theirs);
  const schemes = ownProperty(mine, 'schemes');
  const saysScheme = dialect !== '2.0' || ownProperty(theirs, 'schemes') !== undefined;
  return saysScheme || schemes === undefined || incoming.host !== own.host
    ? address
    : { ...address, schemes };
}

function toJson({ scheme, host, basePath }: Host): JsonObject {
  return { scheme, host, basePath };
}

/** The maker's security where the file did not change its own, or says nothing of it; else the file's. */
export function mergeSecurity(documents: Documents & { dialect: Dialect }, merged: JsonObject): JsonObject {
  const { base, mine, theirs, dialect } = documents;
  const says = (document: JsonObject) =>
    JSON.stringify([schemesOf(document, dialect), ownProperty(document, 'security') ?? []]);
  const isSilent =
    listSecuritySchemes(theirs, dialect).length === 0 && listSecuritySchemes(mine, dialect).length > 0;
  const from = isSilent || says(base) === says(theirs) ? mine : theirs;
  const result = withMembers(merged, ['security', 'securityDefinitions'], from);
  if (dialect === '2.0') return result;
  const components = ownProperty(merged, 'components');
  const schemes = schemesOf(from, dialect);
  const rest = isJsonObject(components) ? components : {};
  const kept = withMembers(rest, ['securitySchemes'], schemes ? { securitySchemes: schemes } : {});
  return Object.keys(kept).length === 0 && components === undefined
    ? result
    : { ...result, components: kept };
}

function schemesOf(document: JsonObject, dialect: Dialect): JsonObject | undefined {
  const holder = dialect === '2.0' ? document : ownProperty(document, 'components');
  const schemes = ownProperty(holder, dialect === '2.0' ? 'securityDefinitions' : 'securitySchemes');
  return isJsonObject(schemes) ? schemes : undefined;
}

/** The object with these members as `from` has them: set where it has one, gone where it has none. */
function withMembers(object: JsonObject, keys: readonly string[], from: JsonObject): JsonObject {
  const entries = Object.entries(object).flatMap(([key, value]): [string, typeof value][] => {
    if (!keys.includes(key)) return [[key, value]];
    const own = ownProperty(from, key);
    return own === undefined ? [] : [[key, own]];
  });
  const added = keys.flatMap((key): [string, JsonObject[string]][] => {
    const own = ownProperty(from, key);
    return own === undefined || Object.hasOwn(object, key) ? [] : [[key, own]];
  });
  return Object.fromEntries([...entries, ...added]);
}
