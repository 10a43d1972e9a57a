// "Update from OpenAPI file": the new file replaces the definition; what the maker edited since the last import stays.
// The answer lists, before anything is done, what changes, what stays, and what has no place any more.
import type { JsonObject } from '../json';
import { convertLike } from './convert/convert';
import { readConnector } from './read-connector';
import { carryEdits } from './update/carry';
import type { UpdateChange } from './update/change';
import { describeChanges } from './update/describe';
import { describeEdits } from './update/describe-edits';
import { mergeDefinitions } from './update/merge';
import { readSides } from './update/sides';

export type { UpdateChange } from './update/change';

export interface UpdatePreview {
  /** The definition after the update. */
  result: JsonObject;
  /** What differs from the definition as it is now. */
  changes: UpdateChange[];
  /** Edits of the maker's that the update leaves in place. */
  kept: UpdateChange[];
  /** Texts, visibility and defaults of the maker's that the new file has no place for. */
  lost: UpdateChange[];
}

/**
 * Merges a new file into a definition. `source` is the file last imported; without one (a connector made from blank)
 * everything in the definition is the maker's own.
 */
export function previewUpdate(input: {
  source?: JsonObject;
  definition: JsonObject;
  incoming: JsonObject;
}): UpdatePreview {
  const { source, definition, incoming } = input;
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
    changes: mine && updated ? describeChanges({ old: mine, next: updated }) : [],
    ...describeEdits(connectors),
  };
}
