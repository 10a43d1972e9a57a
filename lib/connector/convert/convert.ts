// A definition in the other dialect, so that files of both can meet.
import { type JsonObject, ownProperty } from '../../json';
import { toOpenApi } from './to-openapi';
import { toSwagger } from './to-swagger';

/** The document in the dialect of `model`; the same document where it has that dialect already. */
export function convertLike(document: JsonObject, model: JsonObject): JsonObject {
  const isSwagger = (one: JsonObject): boolean => ownProperty(one, 'swagger') !== undefined;
  if (isSwagger(document) === isSwagger(model)) return document;
  return isSwagger(model)
    ? toSwagger(document)
    : toOpenApi(document, String(ownProperty(model, 'openapi') ?? '3.0.3'));
}
