// Response Object and Header Object. 2.0 has `schema`, 3.x `content` by media type (JSON is chosen first); the content
// of a webhook notification has the same shape.
import { isJsonObject, type JsonObject } from '../../json';
import { preferJson } from '../media-type';
import type { OperationResponse } from '../model';
import { type Located, resolveObject } from '../reference';
import type { ReadContext } from './context';
import { entriesOf, objectMember, textMember } from './members';

/** Reads every response of an operation, in document order; keys that start with x- are extensions. */
export function readResponses(context: ReadContext, operation: Located<JsonObject>): OperationResponse[] {
  return entriesOf(objectMember(operation, 'responses')).flatMap(({ key, located }) => {
    const resolved = key.startsWith('x-') ? undefined : resolveObject(context.document, located);
    return resolved ? [readResponse(context, resolved, key)] : [];
  });
}

/** Reads one response or notification content. */
export function readResponse(
  context: ReadContext,
  located: Located<JsonObject>,
  status: string,
): OperationResponse {
  const response: OperationResponse = {
    status,
    description: textMember(located.value, 'description'),
    headers: readHeaders(context, located),
    pointer: located.pointer,
  };
  const written = objectMember(located, 'schema') ?? schemaOfContent(located);
  const schema = written && resolveObject(context.document, written);
  if (schema) {
    response.schema = schema.value;
    response.schemaPointer = schema.pointer;
  }
  return response;
}

function schemaOfContent(response: Located<JsonObject>): Located<JsonObject> | undefined {
  const media = entriesOf(objectMember(response, 'content'));
  const chosen = preferJson(media.map(({ key }) => key));
  const found = media.find(({ key }) => key === chosen);
  return found && objectMember(found.located, 'schema');
}

function readHeaders(context: ReadContext, response: Located<JsonObject>): OperationResponse['headers'] {
  return entriesOf(objectMember(response, 'headers')).flatMap(({ key, located }) => {
    const header = resolveObject(context.document, located);
    if (!header) return [];
    const own = objectMember(header, 'schema');
    const schema = (own && resolveObject(context.document, own)?.value) ?? header.value;
    const summary = textMember(header.value, 'x-ms-summary');
    return isJsonObject(schema) ? [{ name: key, schema, ...(summary && { summary }) }] : [];
  });
}
