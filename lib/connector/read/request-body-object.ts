// Request Body Object (3.x). A JSON body becomes the parameter `body`; a form becomes one formData parameter per
// property, so that both dialects give the same model.
import { type JsonObject, ownProperty } from '../../json';
import { isFormMediaType, preferJson } from '../media-type';
import type { Parameter } from '../model';
import { type Located, resolveObject } from '../reference';
import { viewSchema } from '../schema-view';
import type { ReadContext } from './context';
import { entriesOf, objectMember, textMember } from './members';
import { toParameter } from './parameter-object';

export interface RequestBody {
  parameters: Parameter[];
  contentType?: string;
}

/** Reads `requestBody` of an operation; no parameters where there is none. */
export function readRequestBody(context: ReadContext, operation: Located<JsonObject>): RequestBody {
  const value = ownProperty(operation.value, 'requestBody');
  if (value === undefined) return { parameters: [] };
  const body = resolveObject(context.document, { value, pointer: `${operation.pointer}/requestBody` });
  if (!body) return { parameters: [] };
  const media = entriesOf(objectMember(body, 'content'));
  const contentType = preferJson(media.map(({ key }) => key));
  const chosen = media.find(({ key }) => key === contentType);
  const written = chosen && objectMember(chosen.located, 'schema');
  const schema = (written && resolveObject(context.document, written)) ?? {
    value: {},
    pointer: written?.pointer ?? body.pointer,
  };
  const name =
    textMember(body.value, 'x-ms-parameter-name') || textMember(body.value, 'x-bodyName') || 'body';
  const parameters =
    contentType !== undefined && isFormMediaType(contentType)
      ? readForm(context, written ?? schema)
      : [toParameter({ name, in: 'body', source: body, schema })];
  return contentType === undefined ? { parameters } : { parameters, contentType };
}

function readForm(context: ReadContext, schema: Located): Parameter[] {
  return viewSchema(context.document, schema).properties.flatMap((property): Parameter[] => {
    const resolved = resolveObject(context.document, property.schema);
    if (!resolved) return [];
    const parameter = toParameter({
      name: property.name,
      in: 'formData',
      source: resolved,
      schema: resolved,
      format: 'multi',
    });
    return [{ ...parameter, required: property.required }];
  });
}
