// The three-way merge of definitions in one dialect: the last file, the definition as edited, the new file.
import { isSameJson } from '../../document/equal';
import { type JsonObject, ownProperty } from '../../json';
import type { Dialect } from '../model';
import { mergePaths } from './merge-paths';
import { mergeAddress, mergeSecurity } from './merge-units';
import { type Documents, mergeObject } from './merge-value';
import { addMissingReferences } from './missing-references';
import { chooseIds, followIds } from './operation-ids';
import { listWrittenOperations, pairOperations } from './pair-operations';

/** The merged definition. `base` is empty where nothing was imported before. */
export function mergeDefinitions(documents: Documents & { dialect: Dialect }): JsonObject {
  const { base, mine, theirs } = documents;
  if (isSameJson(base, theirs)) return mine;
  const pairs = pairOperations({
    base: listWrittenOperations(base),
    mine: listWrittenOperations(mine),
    theirs: listWrittenOperations(theirs),
  });
  const ids = chooseIds(pairs);
  const settled = {
    swagger: ownProperty(theirs, 'swagger') ?? ownProperty(mine, 'swagger'),
    openapi: ownProperty(theirs, 'openapi') ?? ownProperty(mine, 'openapi'),
    paths: mergePaths(documents, ids),
  };
  const merged = mergeObject(documents, { base, mine, theirs }, settled);
  const placed = mergeSecurity(documents, mergeAddress(documents, merged));
  return addMissingReferences(followIds(placed, ids), [theirs, mine]);
}
