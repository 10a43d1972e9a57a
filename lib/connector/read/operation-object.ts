// Operation Object (2.0 and 3.x) with the x-ms extensions that shape a card: x-ms-visibility, x-ms-trigger.
import { type JsonObject, ownProperty } from '../../json';
import { preferJson } from '../media-type';
import type { Operation, Parameter } from '../model';
import { type Located, resolveObject } from '../reference';
import type { ReadContext } from './context';
import {
  entriesOf,
  flagMember,
  listMember,
  objectMember,
  textMember,
  textsMember,
  visibilityOf,
} from './members';
import { readParameter } from './parameter-object';
import { readRequestBody } from './request-body-object';
import { readResponse, readResponses } from './response-object';

/** Where an operation stands: its path item, and the method key as written. */
export interface OperationPlace {
  path: string;
  method: string;
  pathItem: Located<JsonObject>;
  operation: Located<JsonObject>;
}

/** Reads one operation. `id` is '' where the document gives none. */
export function readOperation(context: ReadContext, place: OperationPlace): Operation {
  const { operation, pathItem } = place;
  const own = operation.value;
  const body: ReturnType<typeof readRequestBody> =
    context.dialect === '2.0' ? { parameters: [] } : readRequestBody(context, operation);
  const parameters = [...readParameters(context, pathItem, operation), ...body.parameters];
  const trigger = textMember(own, 'x-ms-trigger').toLowerCase();
  const result: Operation = {
    id: textMember(own, 'operationId'),
    kind: trigger === '' ? 'action' : 'trigger',
    method: place.method.toUpperCase(),
    path: place.path,
    summary: textMember(own, 'summary'),
    description: textMember(own, 'description'),
    visibility: visibilityOf(own),
    deprecated: flagMember(own, 'deprecated'),
    parameters,
    responses: readResponses(context, operation),
    produces: producesOf(context, operation),
    pointer: operation.pointer,
    tags: textsMember(own, 'tags'),
  };
  if (trigger !== '') result.trigger = trigger === 'batch' ? 'batch' : 'single';
  const content = objectMember(pathItem, 'x-ms-notification-content');
  const notification = content && resolveObject(context.document, content);
  if (notification && trigger !== '')
    result.notification = readResponse(context, notification, 'notification');
  const contentType = body.contentType ?? contentTypeOf(context, own, parameters);
  if (contentType !== undefined) result.requestContentType = contentType;
  const key = parameters.find(
    (parameter) => parameter.in === 'header' && /^(x-)?idempotency-key$/i.test(parameter.name),
  );
  if (key) result.idempotencyHeader = key.name;
  return result;
}

/** Parameters of the path item, then of the operation; the operation wins where name and place are the same. */
function readParameters(context: ReadContext, pathItem: Located, operation: Located): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const located of [...listMember(pathItem, 'parameters'), ...listMember(operation, 'parameters')]) {
    const parameter = readParameter(context, located);
    if (parameter) merged.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...merged.values()];
}

function contentTypeOf(
  context: ReadContext,
  operation: JsonObject,
  parameters: readonly Parameter[],
): string | undefined {
  const own = Object.hasOwn(operation, 'consumes') ? textsMember(operation, 'consumes') : undefined;
  const consumes = own && own.length > 0 ? own : textsMember(context.document, 'consumes');
  const form = parameters.filter((parameter) => parameter.in === 'formData');
  if (form.length > 0) {
    const hasFile = form.some((parameter) => textMember(parameter.schema, 'type').toLowerCase() === 'file');
    const multipart = hasFile || consumes.some((type) => type.toLowerCase().includes('form-data'));
    return multipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  }
  if (!parameters.some((parameter) => parameter.in === 'body')) return undefined;
  return preferJson(consumes) ?? 'application/json';
}

function producesOf(context: ReadContext, operation: Located<JsonObject>): string[] {
  if (context.dialect === '2.0') {
    const own = ownProperty(operation.value, 'produces') === undefined ? context.document : operation.value;
    return textsMember(own, 'produces');
  }
  const types = entriesOf(objectMember(operation, 'responses')).flatMap(({ located }) => {
    const response = resolveObject(context.document, located);
    return response ? entriesOf(objectMember(response, 'content')).map(({ key }) => key) : [];
  });
  return [...new Set(types)];
}
