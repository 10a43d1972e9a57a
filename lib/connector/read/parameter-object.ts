// Parameter Object of 2.0 (a parameter carries its own type; a body carries a schema) and of 3.x (`schema` or
// `content`, `style` and `explode` in place of collectionFormat).
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import type { Parameter, ParameterLocation } from '../model';
import { type Located, resolveObject } from '../reference';
import type { ReadContext } from './context';
import { entriesOf, flagMember, objectMember, textMember, visibilityOf } from './members';

const locations: readonly ParameterLocation[] = ['path', 'query', 'header', 'body', 'formData'];
const collectionFormats: readonly Parameter['collectionFormat'][] = ['csv', 'ssv', 'tsv', 'pipes', 'multi'];

/** Reads a parameter, following its `$ref`; undefined where it has no name or stands in a place we do not send. */
export function readParameter(context: ReadContext, located: Located): Parameter | undefined {
  const found = resolveObject(context.document, located);
  if (!found) return undefined;
  const name = textMember(found.value, 'name');
  const place = textMember(found.value, 'in').toLowerCase();
  const location = locations.find((item) => item.toLowerCase() === place);
  if (name === '' || !location) return undefined;
  const schema = schemaOf(context, found, location);
  const parameter = toParameter({
    name,
    in: location,
    source: found,
    schema,
    format: collectionFormat(context, found.value, location),
  });
  const format = objectFormat(context, found.value, location);
  return format ? { ...parameter, objectFormat: format } : parameter;
}

/** Builds a parameter from its object and its schema; members of the object come before those of the schema. */
export function toParameter(input: {
  name: string;
  in: ParameterLocation;
  source: Located<JsonObject>;
  schema: Located<JsonObject>;
  format?: Parameter['collectionFormat'];
}): Parameter {
  const { source, schema } = input;
  const own = source.value;
  const parameter: Parameter = {
    name: input.name,
    in: input.in,
    description: textMember(own, 'description') || textMember(schema.value, 'description'),
    required: flagMember(own, 'required'),
    visibility: Object.hasOwn(own, 'x-ms-visibility') ? visibilityOf(own) : visibilityOf(schema.value),
    schema: schema.value,
    urlEncoding: textMember(own, 'x-ms-url-encoding').toLowerCase() === 'double' ? 'double' : 'single',
    collectionFormat: input.format ?? 'csv',
    pointer: source.pointer,
    schemaPointer: schema.pointer,
  };
  const summary = textMember(own, 'x-ms-summary') || textMember(schema.value, 'x-ms-summary');
  if (summary) parameter.summary = summary;
  const preset: JsonValue | undefined = ownProperty(own, 'default') ?? ownProperty(schema.value, 'default');
  if (preset !== undefined) parameter.default = preset;
  return parameter;
}

function schemaOf(
  context: ReadContext,
  parameter: Located<JsonObject>,
  location: ParameterLocation,
): Located<JsonObject> {
  if (context.dialect === '2.0' && location !== 'body') return parameter;
  const direct = objectMember(parameter, 'schema') ?? schemaOfContent(parameter);
  return (
    (direct && resolveObject(context.document, direct)) ?? {
      value: {},
      pointer: direct?.pointer ?? `${parameter.pointer}/schema`,
    }
  );
}

function schemaOfContent(parameter: Located<JsonObject>): Located<JsonObject> | undefined {
  const media = entriesOf(objectMember(parameter, 'content'))[0];
  return media && isJsonObject(media.located.value) ? objectMember(media.located, 'schema') : undefined;
}

function collectionFormat(
  context: ReadContext,
  parameter: JsonObject,
  location: ParameterLocation,
): Parameter['collectionFormat'] {
  if (context.dialect === '2.0') {
    const written = textMember(parameter, 'collectionFormat').toLowerCase();
    return collectionFormats.find((format) => format === written) ?? 'csv';
  }
  const style = textMember(parameter, 'style').toLowerCase();
  const explode = ownProperty(parameter, 'explode');
  if (location !== 'query') return 'csv';
  if (style === 'spacedelimited' && explode !== true) return 'ssv';
  if (style === 'pipedelimited' && explode !== true) return 'pipes';
  return explode === false ? 'csv' : 'multi';
}

/** Style Values of 3.x: `deepObject`, and `form` with or without `explode`; `content` means JSON. */
function objectFormat(
  context: ReadContext,
  parameter: JsonObject,
  location: ParameterLocation,
): Parameter['objectFormat'] {
  if (context.dialect === '2.0' || location !== 'query' || Object.hasOwn(parameter, 'content'))
    return undefined;
  if (textMember(parameter, 'style').toLowerCase() === 'deepobject') return 'deep';
  return ownProperty(parameter, 'explode') === false ? 'joined' : 'exploded';
}
