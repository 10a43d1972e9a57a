// "Update from OpenAPI file": the new file replaces the definition; what the maker edited since the last import stays.
// The answer lists, before anything is done, what changes, what stays, and what has no place any more.
import { applyChanges } from '../document/change';
import type { JsonObject } from '../json';
import { convertLike } from './convert/convert';
import { removeOperations } from './edit/operation';
import { readConnector } from './read-connector';
import { carryEdits } from './update/carry';
import type { UpdateChange } from './update/change';
import { describeChanges } from './update/describe';
import { describeEdits, type EditsTold } from './update/describe-edits';
import { mergeDefinitions } from './update/merge';
import { pair } from './update/pair-operations';
import { readSides } from './update/sides';

export type { UpdateChange } from './update/change';

export interface UpdatePreview extends EditsTold {
  /** The definition after the update. */
  result: JsonObject;
  /** What differs from the definition as it is now. */
  changes: UpdateChange[];
}

/**
 * Merges a new file into a definition. `source` is the file last imported; without one (a connector made from blank)
 * everything in the definition is the maker's own. Operations that the maker removed stay out, but for those whose ID
 * in `source` is in `takenBack`.
 */
export function previewUpdate(input: {
  source?: JsonObject;
  definition: JsonObject;
  incoming: JsonObject;
  takenBack?: readonly string[];
}): UpdatePreview {
  const { definition, incoming, takenBack = [] } = input;
  const source = input.source && asIfNew(input.source, takenBack);
  const dialect = readConnector(incoming).connector?.dialect ?? '2.0';
  const merged = mergeDefinitions({
    base: source ? convertLike(source, incoming) : {},
    mine: convertLike(definition, incoming),
    theirs: incoming,
    dialect,
  });
  const sides = readSides({ base: source, mine: definition, theirs: incoming, result: merged });
  const result = carryEdits(sides, merged);
  const connectors = { ...sides, result: readConnector(result).connector };
  const { mine, result: updated } = connectors;
  return {
    result,
    changes: mine && updated ? describeChanges({ old: mine, next: updated }) : [unreadable],
    ...describeEdits(connectors),
  };
}

const unreadable: UpdateChange = {
  kind: 'changed',
  subject: 'general',
  at: '',
  label: 'The definition as it is does not read as a connector; the file is laid over it',
};

/** The last file without some operations: what it did not have is new in the next. */
function asIfNew(source: JsonObject, ids: readonly string[]): JsonObject {
  const { connector } = readConnector(source);
  const operations = connector?.operations.filter(({ id }) => ids.includes(id)) ?? [];
  return connector && operations.length > 0
    ? applyChanges(source, removeOperations(connector, operations))
    : source;
}

/** The IDs that operations have after an update, by the ID they had; those that changed. */
export function listRenamed(before: JsonObject, after: JsonObject): Map<string, string> {
  const read = (document: JsonObject) => readConnector(document).connector?.operations ?? [];
  const pairs = [...pair(read(before), read(after))];
  return new Map(pairs.filter(([old, next]) => old.id !== next.id).map(([old, next]) => [old.id, next.id]));
}
