// "Update from OpenAPI file": the new file replaces the definition; texts, visibility and defaults that the maker
// edited since the last import stay, and so do operations made by hand. The answer lists both before anything is done.
import { isJsonObject, type JsonObject, ownProperty } from '../json';
import { listSecuritySchemes } from './read/security-scheme-object';
import { describeChanges, describeKept, type UpdateChange } from './update/describe';
import { type KeptEdit, mergeDefinitions } from './update/merge';
import { keepOwnOperations } from './update/own-operations';

export type { UpdateChange } from './update/describe';

export interface UpdatePreview {
  /** The definition after the update. */
  result: JsonObject;
  /** What differs from the definition as it is now. */
  changes: UpdateChange[];
  /** Edits of the maker's that the update leaves in place. */
  kept: UpdateChange[];
}

/**
 * Merges a new file into a definition. `source` is the file last imported; without one (a connector made from blank)
 * the new file is taken as it is, with title, description and hand-made operations of the connector.
 */
export function previewUpdate(input: {
  source?: JsonObject;
  definition: JsonObject;
  incoming: JsonObject;
}): UpdatePreview {
  const { source, definition, incoming } = input;
  const edits: KeptEdit[] = [];
  const merged = source
    ? mergeDefinitions({ source, definition, incoming }, edits)
    : keepTexts(definition, incoming);
  const placed = keepHost(input, keepSecurity(definition, merged));
  const own = keepOwnOperations({ source, definition, result: placed });
  const kept = [
    ...edits.map((edit) => describeKept(own.result, edit)),
    ...own.kept.map(
      ({ id, at }): UpdateChange => ({
        kind: 'changed',
        subject: 'operation',
        at,
        label: `${id}, which you added`,
      }),
    ),
  ];
  return { result: own.result, changes: describeChanges(definition, own.result), kept };
}

function keepTexts(definition: JsonObject, incoming: JsonObject): JsonObject {
  const mine = ownProperty(definition, 'info');
  const theirs = ownProperty(incoming, 'info');
  const info: JsonObject = isJsonObject(theirs) ? { ...theirs } : {};
  for (const key of ['title', 'description']) {
    const text = ownProperty(mine, key);
    if (typeof text === 'string' && text !== '') info[key] = text;
  }
  return { ...incoming, info };
}

/** A host that the maker changed since the last import stays; a file without one keeps the connector's. */
function keepHost(
  input: { source?: JsonObject; definition: JsonObject; incoming: JsonObject },
  result: JsonObject,
): JsonObject {
  const { source, definition, incoming } = input;
  if (dialectKey(definition) !== dialectKey(incoming)) return result;
  const key = ownProperty(incoming, 'swagger') === undefined ? 'servers' : 'host';
  const mine = ownProperty(definition, key);
  const edited = source !== undefined && JSON.stringify(mine) !== JSON.stringify(ownProperty(source, key));
  const missing = ownProperty(incoming, key) === undefined;
  return mine !== undefined && (edited || missing) ? { ...result, [key]: mine } : result;
}

/** A file that says nothing of security keeps the connector's. */
function keepSecurity(definition: JsonObject, result: JsonObject): JsonObject {
  if (dialectKey(definition) !== dialectKey(result)) return result;
  const dialect = ownProperty(result, 'swagger') === undefined ? '3.0' : '2.0';
  const declared = listSecuritySchemes(definition, dialect);
  if (listSecuritySchemes(result, dialect).length > 0 || declared.length === 0) return result;
  const schemes = Object.fromEntries(declared.map(({ key, located }) => [key, located.value]));
  const security = ownProperty(definition, 'security') ?? [];
  if (dialect === '2.0') return { ...result, securityDefinitions: schemes, security };
  const components = ownProperty(result, 'components');
  return {
    ...result,
    components: { ...(isJsonObject(components) ? components : {}), securitySchemes: schemes },
    security,
  };
}

function dialectKey(document: JsonObject): string {
  return ownProperty(document, 'swagger') === undefined ? 'openapi' : 'swagger';
}
