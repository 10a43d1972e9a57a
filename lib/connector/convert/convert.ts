// A definition in the other dialect, so that files of both can meet.
import { type JsonObject, ownProperty } from '../../json';
import { toOpenApi } from './to-openapi';
import { toSwagger } from './to-swagger';

/** The document in the dialect of `model`; the same document where it has that dialect already. */
export function convertLike(document: JsonObject, model: JsonObject): JsonObject {
  if (isSwagger(document) === isSwagger(model)) return document;
  if (isSwagger(model)) return toSwagger(document);
  return toOpenApi(document, String(ownProperty(model, 'openapi') ?? '3.0.3'));
}

/** Where a file does not say its version, 3.x is known by its components, as in `readConnector`. */
function isSwagger(document: JsonObject): boolean {
  const says = (key: string): boolean => ownProperty(document, key) !== undefined;
  return says('swagger') || !(says('openapi') || says('components'));
}
